package org.mashhub.messaging;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.RecordRejected;

import static org.assertj.core.api.Assertions.assertThat;

class ProvisionerTest {

	@Test
	void deletesRefusedRecordsAfterThirtyDays() {
		assertThat(configurationOf(RecordRejected.class))
			.containsEntry(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(30).toMillis()))
			.containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
	}

	@Test
	void deletesNothingElseByAgeOrSize() {
		assertThat(Contracts.all()).filteredOn((contract) -> !contract.type().equals(RecordRejected.class))
			.allSatisfy((contract) -> assertThat(configurationOf(contract.type()))
				.containsEntry(TopicConfig.RETENTION_MS_CONFIG, "-1")
				.containsEntry(TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
	}

	@Test
	void givesTheAreaTableOnePartitionAndTheAreaLogAsManyAsAsked() {
		assertThat(topicOf(AreaEntry.class).numPartitions()).isEqualTo(1);
		assertThat(topicOf(Observation.class).numPartitions()).isEqualTo(4);
		assertThat(topicOf(Observation.class).configs()).containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG,
				TopicConfig.CLEANUP_POLICY_COMPACT);
	}

	private static Map<String, String> configurationOf(Class<?> type) {
		return topicOf(type).configs();
	}

	private static NewTopic topicOf(Class<?> type) {
		return Contracts.all()
			.stream()
			.filter((contract) -> contract.type().equals(type))
			.map((contract) -> Provisioner.topic(contract, 4, (short) 3, 2))
			.findFirst()
			.orElseThrow();
	}

}
