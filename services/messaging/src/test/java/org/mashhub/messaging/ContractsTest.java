package org.mashhub.messaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.StatedRelationship;
import org.mashhub.hub.v1.ClockSet;
import org.mashhub.hub.v1.Fact;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.RecordRejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Holds every contract file to the rules that all contracts keep. */
class ContractsTest {

	private static final String EVENTS = "org.mashhub.event.";

	static Stream<ContractFile> files() throws IOException {
		JsonMapper json = new JsonMapper();
		List<ContractFile> found = new ArrayList<>();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:avro/**/*.avsc")) {
			found.add(new ContractFile(Objects.requireNonNull(file.getFilename()),
					json.readTree(file.getContentAsString(StandardCharsets.UTF_8))));
		}
		return found.stream();
	}

	static Stream<Contract> agencyEvents() {
		return Contracts.all().stream().filter((contract) -> contract.type().getName().startsWith(EVENTS));
	}

	@Test
	void findsEveryContractFileThatNamesATopic() throws IOException {
		TreeMap<String, String> topics = new TreeMap<>();
		files().filter((file) -> file.content().has("topic"))
			.forEach((file) -> topics.put(file.fullName(), file.content().get("topic").asString()));

		TreeMap<String, String> found = new TreeMap<>();
		Contracts.all().forEach((contract) -> found.put(contract.schema().getFullName(), contract.topic()));

		assertThat(found).isEqualTo(topics).isNotEmpty();
	}

	@Test
	void givesEachContractATopicOfItsOwn() {
		assertThat(Contracts.all()).extracting(Contract::topic).doesNotHaveDuplicates().isSorted();
	}

	@Test
	void knowsTheTopicOfATypeAndRefusesOneWithoutTopic() {
		assertThat(Contracts.topicOf(ClockSet.class)).isEqualTo("hub.scenario-clock.v1");
		assertThatIllegalArgumentException().isThrownBy(() -> Contracts.topicOf(Fact.class));
	}

	@Test
	void keepsTheAreaLogByReceiptAndEveryAgencyEventForEver() {
		assertThat(Contracts.all()).filteredOn((contract) -> contract.type().equals(Observation.class))
			.singleElement()
			.satisfies((log) -> {
				assertThat(log.compacted()).isTrue();
				assertThat(log.schema().getProp("key")).isEqualTo("area/receiptId");
			});
		assertThat(agencyEvents()).noneMatch(Contract::compacted);
	}

	@ParameterizedTest
	@MethodSource("agencyEvents")
	void namesTheTopicAfterAgencyAndEvent(Contract contract) {
		String topic = contract.topic();
		String agency = topic.substring(0, topic.indexOf('.'));

		assertThat(topic).matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*\\.v[0-9]+");
		assertThat(topic.substring(agency.length() + 1, topic.lastIndexOf('.')))
			.isEqualTo(kebab(contract.type().getSimpleName()));
		assertThat(contract.schema().getNamespace())
			.isEqualTo(EVENTS + agency.replace("-", "") + topic.substring(topic.lastIndexOf('.')));
		assertThat(contract.schema().getProp("key")).isEqualTo("agency/sourceRecordId");
	}

	@ParameterizedTest
	@MethodSource("agencyEvents")
	void beginsEveryAgencyEventWithTheSameBlocks(Contract contract) {
		Schema schema = contract.schema();

		assertThat(schema.getFields().getFirst().name()).isEqualTo("header");
		assertThat(schema.getField("header").schema().getFullName()).isEqualTo(EventHeader.class.getName());
		assertThat(schema.getField("people").schema().getElementType().getFullName())
			.isEqualTo(PersonMention.class.getName());
		assertThat(schema.getField("relationships").schema().getElementType().getFullName())
			.isEqualTo(StatedRelationship.class.getName());
	}

	@Test
	void namesTheHubsOwnTopicsAfterTheHub() {
		assertThat(Contracts.all()).filteredOn((contract) -> !contract.type().getName().startsWith(EVENTS))
			.extracting(Contract::topic)
			.allMatch(
					(topic) -> topic.equals("hub.observations") || topic.matches("hub(\\.[a-z]+(-[a-z]+)*)\\.v[0-9]+"));
	}

	@ParameterizedTest
	@MethodSource("files")
	void bearsTheNameOfItsFile(ContractFile file) {
		assertThat(file.name()).isEqualTo(file.content().get("name").asString() + ".avsc");
	}

	@ParameterizedTest
	@MethodSource("files")
	void saysInWordsWhatEveryRecordAndFieldIs(ContractFile file) {
		Set<String> silent = new TreeSet<>();
		undocumented(file.content(), silent);

		assertThat(silent).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	void givesEveryNullableFieldTheDefaultNull(ContractFile file) {
		Set<String> wrong = new TreeSet<>();
		for (JsonNode field : file.content().path("fields")) {
			JsonNode type = field.get("type");
			if (type.isArray() && !(type.get(0).asString().equals("null") && field.has("default")
					&& field.get("default").isNull())) {
				wrong.add(field.get("name").asString());
			}
		}

		assertThat(wrong).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	void saysHowItsTopicIsKeyedAndKept(ContractFile file) {
		if (file.content().has("topic")) {
			assertThat(file.content().path("key").asString("")).isNotEmpty();
			assertThat(file.content().path("cleanup").asString("")).isIn("compact", "keep");
		}
	}

	@Test
	void keepsEverythingForEverButRefusedRecords() {
		assertThat(Contracts.all()).filteredOn((contract) -> contract.retention() != null)
			.singleElement()
			.satisfies((rejected) -> {
				assertThat(rejected.type()).isEqualTo(RecordRejected.class);
				assertThat(rejected.retention()).isEqualTo(Duration.ofDays(30));
			});
	}

	@ParameterizedTest
	@MethodSource("files")
	void endsOnlyWhatIsNotCompactedAndOnlyByWholeDays(ContractFile file) {
		JsonNode days = file.content().path("retentionDays");

		if (!days.isMissingNode()) {
			assertThat(days.isInt() && days.asInt() > 0).isTrue();
			assertThat(file.content().get("cleanup").asString()).isEqualTo("keep");
		}
	}

	private static void undocumented(JsonNode node, Set<String> silent) {
		boolean named = node.has("name") && node.has("type");
		if (named && node.path("doc").asString("").isBlank()) {
			silent.add(node.get("name").asString());
		}
		node.forEach((inner) -> undocumented(inner, silent));
	}

	private static String kebab(String name) {
		return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
	}

	/**
	 * A contract as it is written.
	 *
	 * @param name name of the file
	 * @param content what it says
	 */
	record ContractFile(String name, JsonNode content) {

		String fullName() {
			return this.content.get("namespace").asString() + "." + this.content.get("name").asString();
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
