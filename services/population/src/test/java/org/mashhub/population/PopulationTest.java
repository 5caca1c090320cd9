package org.mashhub.population;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.population.agencies.EventTypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** The files as those who use them see them. */
class PopulationTest {

	private static final int PEOPLE = 2600;

	@TempDir
	static Path made = Path.of(".");

	private static List<Map<String, String>> mentions = List.of();

	private static PopulationReport report = new PopulationReport(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

	@BeforeAll
	static void make() {
		report = generate(PopulationSettings.of(PEOPLE, 42), made);
		mentions = Csv.read(made.resolve(Population.MENTIONS));
	}

	@Test
	void twoRunsGiveTheSameBytes(@TempDir Path one, @TempDir Path other) throws IOException {
		PopulationSettings settings = new PopulationSettings(1000, 7, LocalDate.of(2019, 1, 1), 4, null);

		PopulationReport first = generate(settings, one);
		PopulationReport second = generate(settings, other);

		assertThat(second).isEqualTo(first);
		for (String file : files(one)) {
			assertThat(Files.mismatch(one.resolve(file), other.resolve(file))).as(file).isEqualTo(-1);
		}
	}

	@Test
	void anotherSeedGivesOtherPeople(@TempDir Path other) throws IOException {
		generate(PopulationSettings.of(1000, 43), other);

		for (String file : files(made)) {
			assertThat(Files.mismatch(made.resolve(file), other.resolve(file))).as(file).isNotEqualTo(-1);
		}
	}

	@Test
	void twiceAsManyPeopleHaveTheSameShares(@TempDir Path half) {
		PopulationReport small = generate(PopulationSettings.of(PEOPLE / 2, 42), half);

		assertThat(report.people()).isCloseTo(PEOPLE, within(PEOPLE / 100));
		assertThat(small.people()).isCloseTo(PEOPLE / 2, within(PEOPLE / 100));
		assertThat(perPerson(report)).isBetween(2.2, 3.6);
		assertThat(perPerson(small)).isCloseTo(perPerson(report), within(0.5));
		assertThat(share(small.children(), small.present())).isCloseTo(share(report.children(), report.present()),
				within(0.04));
		assertThat(share(report.children(), report.present())).isBetween(0.17, 0.27);
		assertThat(share(report.childrenInNeed(), report.children())).isBetween(0.004, 0.06);
		assertThat(report.childrenOnPlans()).isLessThan(report.childrenInNeed());
		assertThat(report.eventsByAgency()).hasSize(12);
	}

	@Test
	void eventsComeInTheOrderOfTheirPublicationAndCanBeRead() {
		Set<String> topics = new HashSet<>(EventTypes.topics());
		Set<String> eventIds = new HashSet<>();
		Set<String> receipts = new HashSet<>();
		Instant before = Instant.EPOCH;
		long events = 0;

		try (PopulationEvents all = new PopulationEvents(made)) {
			while (all.hasNext()) {
				PublishedEvent event = all.next();
				EventHeader header = header(all.decode(event));
				assertThat(event.at()).isAfterOrEqualTo(before).isEqualTo(header.getReceivedAt());
				assertThat(header.getRecordedAt()).isAfterOrEqualTo(header.getOccurredAt());
				assertThat(event.key()).isEqualTo(header.getAgency() + "/" + header.getSourceRecordId());
				assertThat(topics).contains(event.topic());
				assertThat(eventIds.add(header.getEventId().toString())).isTrue();
				assertThat(receipts.add(header.getReceiptId().toString())).isTrue();
				before = event.at();
				events++;
			}
		}

		assertThat(events).isEqualTo(report.events());
	}

	@Test
	void laterVersionsCorrectOrWithdrawWhatStoodBefore() {
		Map<String, Long> versions = new HashMap<>();
		Set<RecordState> states = new HashSet<>();

		try (PopulationEvents all = new PopulationEvents(made)) {
			while (all.hasNext()) {
				SpecificRecord event = all.decode(all.next());
				EventHeader header = header(event);
				String record = header.getAgency() + header.getSourceRecordId();
				assertThat(header.getSourceVersion()).isEqualTo(versions.getOrDefault(record, 0L) + 1);
				versions.put(record, header.getSourceVersion());
				states.add(header.getRecordState());
				assertThat(people(event).isEmpty()).isEqualTo(header.getRecordState() == RecordState.RETRACTED);
			}
		}

		assertThat(states).containsExactlyInAnyOrder(RecordState.ACTIVE, RecordState.CORRECTED, RecordState.RETRACTED);
	}

	@Test
	void theTableOfMentionsSaysWhatTheEventsSay() {
		List<String> told = new ArrayList<>();

		try (PopulationEvents all = new PopulationEvents(made)) {
			while (all.hasNext()) {
				SpecificRecord event = all.decode(all.next());
				for (PersonMention person : people(event)) {
					told.add(header(event).getEventId() + " " + person.getRef() + " " + given(person));
				}
			}
		}

		assertThat(mentions).hasSize((int) report.mentions());
		assertThat(mentions.stream().map((row) -> row.get("event_id") + " " + row.get("ref") + " " + row.get("given")))
			.containsExactlyElementsOf(told);
	}

	@Test
	void everyMentionIsOfSomebodyWhoLivedThen() {
		Map<String, Map<String, String>> people = Csv.read(made.resolve(Population.PEOPLE))
			.stream()
			.collect(Collectors.toMap((person) -> cell(person, "person"), (person) -> person));

		for (Map<String, String> mention : mentions) {
			Map<String, String> person = people.getOrDefault(cell(mention, "person"), Map.of());
			LocalDate on = LocalDate.parse(cell(mention, "occurred_at").substring(0, 10));
			assertThat(LocalDate.parse(cell(person, "born"))).isBeforeOrEqualTo(on);
			if (!cell(person, "died").isEmpty()) {
				assertThat(LocalDate.parse(cell(person, "died"))).isAfterOrEqualTo(on);
			}
		}
	}

	@Test
	void eachAgencyHasItsHabits() {
		Map<String, List<Map<String, String>>> byAgency = mentions.stream()
			.collect(Collectors.groupingBy((mention) -> cell(mention, "agency")));
		Set<String> mistakes = new TreeSet<>();
		byAgency.values()
			.forEach((rows) -> rows.forEach((row) -> mistakes.addAll(List.of(cell(row, "mistakes").split("\\|")))));

		assertThat(filled(byAgency, "police", "nhs_number")).isZero();
		assertThat(filled(byAgency, "housing", "nhs_number")).isZero();
		assertThat(filled(byAgency, "gp", "nhs_number")).isGreaterThan(0.7);
		assertThat(filled(byAgency, "single-point-of-access", "birth")).isLessThan(filled(byAgency, "police", "birth"));
		assertThat(mistakes).contains("SLIP", "BY_EAR", "OTHER_SPELLING", "NICKNAME", "SWAPPED_NAMES", "FORMER_NAME",
				"BABY_NAME", "DEFAULT_DATE", "SWAPPED_DATE", "WRONG_DATE", "OLD_ADDRESS", "NO_FLAT", "SECOND_NUMBER",
				"RELATIVES_NUMBER");
	}

	@Test
	void childrenHaveAdultsAroundThemWhoLivedWithThem() {
		List<Map<String, String>> around = Csv.read(made.resolve(Population.CHILDREN_ADULTS));

		assertThat(around.stream().map((row) -> cell(row, "why")).distinct()).contains("MOTHER", "FATHER",
				"PARENTS_PARTNER", "GRANDPARENT", "HOUSEHOLD_MEMBER", "VISITING_PARTNER", "PARENT_ELSEWHERE");
		for (Map<String, String> row : around) {
			assertThat(cell(row, "child")).isNotEqualTo(cell(row, "adult"));
			if (!cell(row, "to").isEmpty()) {
				assertThat(LocalDate.parse(cell(row, "from"))).isBefore(LocalDate.parse(cell(row, "to")));
			}
		}
	}

	@Test
	void aProtectedAddressIsMarked() {
		assertThat(mentions.stream().map((row) -> cell(row, "protected"))).contains("yes");
		assertThat(Csv.read(made.resolve(Population.HOUSEHOLDS)).stream().map((row) -> cell(row, "why")))
			.contains("FLED");
	}

	@Test
	void everyEventNamesTheAreaThatItIsMadeFor(@TempDir Path directory) {
		generate(new PopulationSettings(1000, 1, LocalDate.of(2020, 1, 1), 1, "bench-1"), directory);

		try (PopulationEvents all = new PopulationEvents(directory)) {
			while (all.hasNext()) {
				assertThat(header(all.decode(all.next())).getAreaHint()).hasValue("bench-1");
			}
		}
	}

	@Test
	void refusesAPopulationThatCannotBe() {
		assertThatThrownBy(() -> PopulationSettings.of(10, 1)).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> PopulationSettings.of(2_000_000, 1)).isInstanceOf(IllegalArgumentException.class);
	}

	private static PopulationReport generate(PopulationSettings settings, Path directory) {
		return new Population(settings, (line) -> {
		}).generate(directory);
	}

	private static double perPerson(PopulationReport made) {
		return (double) made.events() / made.people();
	}

	private static double share(int part, int whole) {
		return (double) part / whole;
	}

	private static double filled(Map<String, List<Map<String, String>>> byAgency, String agency, String column) {
		List<Map<String, String>> rows = byAgency.getOrDefault(agency, List.of());
		return (double) rows.stream().filter((row) -> !cell(row, column).isEmpty()).count() / rows.size();
	}

	private static String cell(Map<String, String> row, String column) {
		return row.getOrDefault(column, "");
	}

	private static List<String> files(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static String given(PersonMention person) {
		return person.getNames()
			.stream()
			.filter((name) -> name.getUse().name().equals("USUAL"))
			.map(PersonName::getGiven)
			.map((given) -> String.join(" ", given))
			.findFirst()
			.orElse("");
	}

	private static EventHeader header(SpecificRecord event) {
		return (EventHeader) event.get(event.getSchema().getField("header").pos());
	}

	@SuppressWarnings("unchecked")
	private static List<PersonMention> people(SpecificRecord event) {
		return (List<PersonMention>) event.get(event.getSchema().getField("people").pos());
	}

}
