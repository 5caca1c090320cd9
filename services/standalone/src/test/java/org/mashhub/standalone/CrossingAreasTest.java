package org.mashhub.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mashhub.correlation.intake.HomeKeys;
import org.mashhub.correlation.intake.Intake;
import org.mashhub.correlation.intake.ObservationFactory;
import org.mashhub.correlation.stream.Patience;
import org.mashhub.correlation.stream.StreamMetrics;
import org.mashhub.correlation.stream.Topologies;
import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.socialcare.v1.ReferralReceived;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.NameUuid;
import org.mashhub.tracing.Traces;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A record whose addresses move to another area, through the topologies of intake and
 * correlation: the area that it left keeps nothing of it.
 */
class CrossingAreasTest {

	private static final Instant AT = Instant.parse("2025-10-01T09:00:00Z");

	private static final String ROUTES = "routes";

	private static final String EAST = "ZZ98 1AA";

	private static final String WEST = "ZZ99 4QS";

	@TempDir
	private Path directory;

	private TopologyTestDriver driver;

	private final List<Observation> log = new ArrayList<>();

	private final Map<String, byte[]> changelog = new HashMap<>();

	@BeforeEach
	void start() {
		this.driver = intake();
		open();
	}

	@AfterEach
	void close() {
		this.driver.close();
	}

	@Test
	void aMovedRecordGoesFromTheOldAreaAndStandsInTheNew() {
		send("BOTH", 1, RecordState.ACTIVE, EAST);
		assertThat(areasThatShowTheChild()).containsExactly("east");

		send("BOTH", 2, RecordState.ACTIVE, WEST);

		assertThat(areasThatShowTheChild()).containsExactly("west");
		assertThat(this.log.getLast().getArea()).isEqualTo("east");
		assertThat(this.log.getLast().getPeople()).isEmpty();
		assertThat(String.valueOf(this.log.getLast())).doesNotContain("Tyler", "Marlow");
	}

	@Test
	void aRetractionWithoutAddressesReachesEveryArea() {
		send("BOTH", 1, RecordState.ACTIVE, EAST, WEST);
		assertThat(areasThatShowTheChild()).containsExactly("east", "west");

		send("BOTH", 2, RecordState.RETRACTED);

		assertThat(areasThatShowTheChild()).isEmpty();
	}

	@Test
	void aLowerVersionThatComesLateChangesNothing() {
		send("BOTH", 2, RecordState.ACTIVE, WEST);

		send("BOTH", 1, RecordState.ACTIVE, EAST);

		assertThat(areasThatShowTheChild()).containsExactly("west");
		assertThat(outcomes()).containsExactly(AppliedOutcome.APPLIED, AppliedOutcome.SUPERSEDED);
	}

	@Test
	void theMemoryOutlivesARestart() {
		send("BOTH", 1, RecordState.ACTIVE, EAST);

		restart();
		send("BOTH", 2, RecordState.ACTIVE, WEST);

		assertThat(areasThatShowTheChild()).containsExactly("west");
	}

	@Test
	void organisationsOfOneAreaKeepNoEntry() {
		send("ONE", 1, RecordState.ACTIVE, EAST);
		send("ONE", 2, RecordState.RETRACTED);
		assertThat(this.changelog).isEmpty();

		send("BOTH", 1, RecordState.ACTIVE, EAST);
		assertThat(this.changelog).hasSize(1);
	}

	private void send(String organisation, long version, RecordState state, String... postcodes) {
		TestInputTopic<String, SpecificRecord> topic = this.driver.createInputTopic(
				Contracts.topicOf(ReferralReceived.class), new StringSerializer(), OfflineSerde.serializer());
		topic.pipeInput("social-care/R-1", referral(organisation, version, state, postcodes), AT.plusSeconds(version));
		TestOutputTopic<String, SpecificRecord> areaLog = this.driver.createOutputTopic(
				Contracts.topicOf(Observation.class), new StringDeserializer(), OfflineSerde.deserializer());
		areaLog.readValuesToList().forEach((entry) -> this.log.add((Observation) entry));
		TestOutputTopic<String, byte[]> written = this.driver.createOutputTopic("intake-routes-changelog",
				new StringDeserializer(), new ByteArrayDeserializer());
		written.readKeyValuesToList().forEach((entry) -> this.changelog.put(entry.key, entry.value));
	}

	/** What a new instance has is what the changelog gives back. */
	private void restart() {
		this.driver.close();
		this.driver = intake();
		open();
		KeyValueStore<String, byte[]> store = this.driver.getKeyValueStore(ROUTES);
		assertThat(store.approximateNumEntries()).isZero();
		this.changelog.forEach(store::put);
	}

	private TopologyTestDriver intake() {
		Properties properties = new Properties();
		properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "intake");
		properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
		properties.put(StreamsConfig.STATE_DIR_CONFIG, this.directory.toString());
		return new TopologyTestDriver(
				new Topologies(OfflineSerde::deserializer, OfflineSerde::serializer, new Patience(),
						new StreamMetrics(new SimpleMeterRegistry()), Traces.off(), Duration.ofMillis(100))
					.intake(new Intake(new ObservationFactory(new HomeKeys("not a secret"))), Duration.ofDays(1)),
				properties);
	}

	private void open() {
		TestInputTopic<String, SpecificRecord> table = this.driver.createInputTopic(Contracts.topicOf(AreaEntry.class),
				new StringSerializer(), OfflineSerde.serializer());
		table.pipeInput("east", area("east", "ZZ98", "ONE", "BOTH"));
		table.pipeInput("west", area("west", "ZZ99", "BOTH"));
	}

	private List<String> areasThatShowTheChild() {
		Map<String, Boolean> shown = new TreeMap<>();
		for (CorrelationReplay.Output output : replayed("pictures")) {
			ChildPicture picture = (ChildPicture) output.value();
			shown.put(picture.getProvenance().getArea(), !picture.getWithdrawn());
		}
		shown.values().removeIf((stands) -> !stands);
		return List.copyOf(new TreeSet<>(shown.keySet()));
	}

	private List<AppliedOutcome> outcomes() {
		return replayed("applied").stream()
			.map((output) -> (ObservationApplied) output.value())
			.filter((applied) -> applied.getKind() == ObservationKind.EVENT)
			.map(ObservationApplied::getOutcome)
			.toList();
	}

	private List<CorrelationReplay.Output> replayed(String outputs) {
		return Objects.requireNonNull(CorrelationReplay.run(this.log, "any").get(outputs));
	}

	private static AreaEntry area(String code, String district, String... organisations) {
		return AreaEntry.newBuilder()
			.setArea(code)
			.setName(code)
			.setPartition(0)
			.setClock(AreaClock.WALL)
			.setOrganisations(List.of(organisations))
			.setPostcodeDistricts(List.of(district))
			.build();
	}

	private static ReferralReceived referral(String organisation, long version, RecordState state,
			String... postcodes) {
		List<PersonMention> people = new ArrayList<>();
		for (String postcode : postcodes) {
			people.add(PersonMention.newBuilder()
				.setRef("p" + people.size())
				.setRole(PersonRole.CHILD)
				.setNames(List.of(new PersonName(NameUse.USUAL, List.of("Tyler"), "Marlow", null)))
				.setBirth(new BirthDate(LocalDate.of(2021, 5, 4), null, null, null))
				.setSex(Sex.MALE)
				.setAddress(new Address(List.of("1 High Street"), postcode, null, null))
				.setAddressProtected(false)
				.setRestrictedRecord(false)
				.build());
		}
		return ReferralReceived.newBuilder()
			.setHeader(EventHeader.newBuilder()
				.setReceiptId(NameUuid.of("receipt", organisation, version, state))
				.setEventId(NameUuid.of("event", organisation, version))
				.setAgency("social-care")
				.setOrganisationCode(organisation)
				.setSourceSystem("LCS")
				.setSourceRecordId("R-1")
				.setSourceVersion(version)
				.setRecordState(state)
				.setOccurredAt(AT)
				.setOccurredPrecision(TimePrecision.EXACT)
				.setRecordedAt(AT)
				.setReceivedAt(AT)
				.setHistoric(false)
				.setPurpose("SAFEGUARDING_CHILDREN")
				.setLawfulBasis("UK GDPR 6(1)(e)")
				.setHandling(new Handling(HandlingCode.STANDARD, null))
				.setFamilyInformed(FamilyInformed.UNKNOWN)
				.build())
			.setPeople(people)
			.setSourceCode("1A")
			.build();
	}

}
