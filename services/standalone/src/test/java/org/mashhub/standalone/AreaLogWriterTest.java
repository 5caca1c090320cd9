package org.mashhub.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.mashhub.correlation.intake.HomeKeys;
import org.mashhub.correlation.intake.Intake;
import org.mashhub.correlation.intake.ObservationFactory;
import org.mashhub.correlation.stream.Patience;
import org.mashhub.correlation.stream.StreamMetrics;
import org.mashhub.correlation.stream.Topologies;
import org.mashhub.hub.v1.Observation;
import org.mashhub.messaging.Contracts;
import org.mashhub.standalone.client.Answer;
import org.mashhub.tracing.Traces;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Intake alone writes the area log. In production a topic ACL says so; here the code, the
 * topologies and the broker's own record of who has written are asked.
 */
@ExtendWith(HubExtension.class)
class AreaLogWriterTest {

	private static final String AREA_LOG = Contracts.topicOf(Observation.class);

	private static final Topologies TOPOLOGIES = new Topologies(OfflineSerde::deserializer, OfflineSerde::serializer,
			new Patience(), new StreamMetrics(new SimpleMeterRegistry()), Traces.off(), Duration.ofMillis(100));

	/**
	 * What reconciles the log with the agencies' topics: it reads keys, and can write
	 * nothing.
	 */
	private static final String RECONCILES = "org\\.mashhub\\.(console\\.feed\\.LedgerReader|standalone\\.audit\\.TopicsAudit|provisioning\\.Grants)(\\$.*)?";

	/** The directory of an agency's examples, and where each of its files is sent. */
	private static final Map<String, String> ENDPOINTS = Map.ofEntries(Map.entry("police/custody", "/police/custody"),
			Map.entry("police/incident", "/police/incidents"), Map.entry("gp/appointment", "/gp/fhir/Appointment"),
			Map.entry("gp/patient", "/gp/fhir/Patient"),
			Map.entry("health-visiting/home-visit", "/health-visiting/home-visits"),
			Map.entry("health-visiting/birth-visit", "/health-visiting/birth-visits"),
			Map.entry("housing/move", "/housing/moves"), Map.entry("social-care/referral", "/social-care/referrals"),
			Map.entry("social-care/closure-proposal", "/social-care/closure-proposals"),
			Map.entry("social-care/closure", "/social-care/closures"),
			Map.entry("social-care/status-change", "/social-care/status-changes"),
			Map.entry("social-care/lead-professional", "/social-care/lead-professionals"));

	@Test
	void noOtherCodeNamesTheAreaLog() {
		noClasses().that()
			.resideOutsideOfPackages("org.mashhub.correlation.intake..", "org.mashhub.correlation.stream..",
					"org.mashhub.hub.v1..", "org.mashhub.standalone.bench..")
			.and()
			.haveNameNotMatching(RECONCILES)
			.should()
			.dependOnClassesThat()
			.areAssignableTo(Observation.class)
			.check(HubClasses.MAIN);
		assertThat(HubClasses.MAIN.stream()
			.filter((type) -> !type.isAssignableTo(Observation.class)
					&& !type.getName().startsWith(Observation.class.getName()))
			.filter(AreaLogWriterTest::holdsTheNameOfTheAreaLog)
			.map(JavaClass::getName)).isEmpty();
	}

	@Test
	void whatReconcilesTheAreaLogCannotWriteAndDoesNotReadWhatItSays() {
		noClasses().that()
			.haveNameMatching(RECONCILES)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.apache.kafka.clients.producer..", "org.springframework.kafka..",
					"org.mashhub.console.decisions..")
			.orShould()
			.callMethodWhere(JavaCall.Predicates
				.target(HasOwner.Predicates.With.owner(JavaClass.Predicates.assignableTo(Observation.class))))
			.check(HubClasses.MAIN);
	}

	@Test
	void onlyIntakesTopologyHasItAsASink() {
		Topology intake = TOPOLOGIES.intake(new Intake(new ObservationFactory(new HomeKeys("not a secret"))),
				Duration.ofSeconds(30));

		assertThat(sinks(intake)).contains(AREA_LOG);
		assertThat(sinks(TOPOLOGIES.correlation(CorrelationReplay.settings(), "any"))).isNotEmpty()
			.doesNotContain(AREA_LOG);
		assertThat(Topologies.intakeTopics()).doesNotContain(AREA_LOG);
	}

	@Test
	void everyExampleIsTakenAndAppliedAndIntakeAloneHasWritten(RunningHub hub) throws Exception {
		List<String> wrong = new ArrayList<>();
		// The examples of later kinds are sent by the tests of their adapters.
		List<Path> examples = examples().stream().filter(AreaLogWriterTest::hasEndpoint).toList();

		String area = hub.openArea("examples", Instant.parse("2024-01-01T00:00:00Z"));
		for (Path example : examples) {
			String agency = String.valueOf(example.getName(example.getNameCount() - 2));
			Answer answer = hub.client()
				.post(agency, hub.client().addresses().edge().resolve(endpoint(example)), Files.readString(example),
						Map.of("Mash-Area", area));
			if (answer.status() != 202) {
				wrong.add(example.getFileName() + ": " + answer.problem());
				continue;
			}
			JsonNode receipt = hub.client().awaitApplied(UUID.fromString(answer.json().path("receiptId").asString()));
			if (!receipt.path("state").asString().equals("APPLIED")) {
				wrong.add(example.getFileName() + ": " + receipt.path("state").asString());
			}
		}

		assertThat(wrong).isEmpty();
		assertThat(examples).hasSizeGreaterThanOrEqualTo(ENDPOINTS.size());
		assertThat(writersOfTheAreaLog(hub)).isNotEmpty().allMatch((writer) -> writer.startsWith("mash-intake-"));
	}

	private static boolean hasEndpoint(Path example) {
		try {
			return !endpoint(example).isEmpty() && !String.valueOf(example.getFileName()).contains("decision");
		}
		catch (IllegalStateException ex) {
			return false;
		}
	}

	private static boolean holdsTheNameOfTheAreaLog(JavaClass type) {
		try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
			return new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1).contains(AREA_LOG);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + type.getName(), ex);
		}
	}

	private static Set<String> sinks(Topology topology) {
		return topology.describe()
			.subtopologies()
			.stream()
			.flatMap((part) -> part.nodes().stream())
			.filter(TopologyDescription.Sink.class::isInstance)
			.map((node) -> String.valueOf(((TopologyDescription.Sink) node).topic()))
			.collect(Collectors.toSet());
	}

	/** Transactional ids of the producers that the broker has seen write to it. */
	private static Set<String> writersOfTheAreaLog(RunningHub hub) throws Exception {
		try (Admin admin = Admin
			.create(Map.of("bootstrap.servers", hub.hub().infrastructure().broker().bootstrapServers()))) {
			Map<Long, String> ids = admin.listTransactions()
				.all()
				.get()
				.stream()
				.collect(Collectors.toMap(TransactionListing::producerId, TransactionListing::transactionalId));
			List<TopicPartition> partitions = IntStream.range(0, Infrastructure.PARTITIONS)
				.mapToObj((partition) -> new TopicPartition(AREA_LOG, partition))
				.toList();
			return admin.describeProducers(partitions)
				.all()
				.get()
				.values()
				.stream()
				.flatMap((state) -> state.activeProducers().stream())
				.map(ProducerState::producerId)
				.map((id) -> ids.getOrDefault(id, "a producer without transactions"))
				.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static String endpoint(Path example) {
		String name = example.getName(example.getNameCount() - 2) + "/" + example.getFileName();
		return ENDPOINTS.entrySet()
			.stream()
			.filter((endpoint) -> name.startsWith(endpoint.getKey()))
			.max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
			.orElseThrow(() -> new IllegalStateException("where is " + name + " sent to?"))
			.getValue();
	}

	/** First versions first: a correction comes after what it corrects. */
	private static List<Path> examples() throws IOException {
		Path services = RunningHub.scenarios().resolveSibling("services");
		try (Stream<Path> files = Files.find(services, 8, (file, attributes) -> attributes.isRegularFile()
				&& file.toString().contains("src/main/resources/examples/") && file.toString().endsWith(".json"))) {
			return files
				.sorted(Comparator
					.<Path>comparingInt((file) -> file.toString().matches(".*(corrected|retracted)\\.json") ? 1 : 0)
					.thenComparing(Comparator.naturalOrder()))
				.toList();
		}
	}

}
