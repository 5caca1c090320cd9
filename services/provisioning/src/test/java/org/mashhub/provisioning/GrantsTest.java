package org.mashhub.provisioning;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

class GrantsTest {

	private static final Map<String, Set<String>> WRITERS = writers();

	@Test
	void anAgencysTopicIsWrittenByItsAdapterAlone() {
		WRITERS.forEach((topic, writers) -> {
			if (!topic.startsWith("hub.")) {
				assertThat(writers).as(topic).containsExactly(topic.substring(0, topic.indexOf('.')) + "-adapter");
			}
		});
	}

	@Test
	void intakeAloneWritesTheAreaLog() {
		assertThat(WRITERS.get("hub.observations")).containsExactly("intake");
	}

	@Test
	void correlationAloneWritesWhatComesOfIt() {
		assertThat(List.of("hub.identity.v1", "hub.reviews.v1", "hub.pictures.v1", "hub.chronology.v1", "hub.alerts.v1",
				"hub.status-notices.v1", "hub.applied.v1", "hub.persons-merged.v1", "hub.person-splits.v1",
				"hub.links-retracted.v1"))
			.allSatisfy((topic) -> assertThat(WRITERS.get(topic)).containsExactly("correlation"));
	}

	/** Fails for a new contract until somebody has said who writes it. */
	@Test
	void everyTopicHasAWriter() {
		assertThat(WRITERS).hasSameSizeAs(Contracts.all())
			.allSatisfy((topic, writers) -> assertThat(writers).as(topic).isNotEmpty());
	}

	@Test
	void noServiceMayChangeTheBrokerOrAllTopics() {
		Grants.all().forEach((principal, grants) -> grants.forEach((grant) -> {
			assertThat(grant.pattern().resourceType()).isNotEqualTo(ResourceType.CLUSTER);
			if (grant.pattern().name().equals("*")) {
				assertThat(principal).isEqualTo("operator");
				assertThat(grant.entry().operation()).isEqualTo(AclOperation.READ);
			}
		}));
	}

	private static Map<String, Set<String>> writers() {
		Map<String, Set<String>> writers = new TreeMap<>();
		for (Contract contract : Contracts.all()) {
			Set<String> mayWrite = new TreeSet<>();
			Grants.all().forEach((principal, grants) -> {
				if (grants.stream().anyMatch((grant) -> mayWrite(grant, contract.topic()))) {
					mayWrite.add(principal);
				}
			});
			writers.put(contract.topic(), mayWrite);
		}
		return writers;
	}

	private static boolean mayWrite(AclBinding grant, String topic) {
		boolean writes = grant.entry().operation() == AclOperation.WRITE
				|| grant.entry().operation() == AclOperation.ALL;
		String resource = grant.pattern().name();
		return writes && grant.pattern().resourceType() == ResourceType.TOPIC
				&& ((grant.pattern().patternType() == PatternType.PREFIXED) ? topic.startsWith(resource)
						: resource.equals("*") || resource.equals(topic));
	}

}
