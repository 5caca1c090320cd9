package org.mashhub.adapter.housing.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.MoveInitiator;
import org.mashhub.event.housing.v1.TenancyChange;
import org.mashhub.event.housing.v1.TenancyChanged;
import org.mashhub.hub.v1.HousingSnapshot;
import org.mashhub.hub.v1.HousingSnapshotState;
import org.mashhub.hub.v1.HousingTenancy;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class SnapshotEndpointTest {

	private static final MediaType CSV = MediaType.parseMediaType("text/csv");

	private static final MediaType NDJSON = MediaType.parseMediaType("application/x-ndjson");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String HEADINGS = "record.id,startedOn,endedOn,address.lines[0],address.postcode,"
			+ "members[].personReference,members[].role,members[].forenames,members[].surname,members[].dateOfBirth\n";

	private final RecordedEvents events;

	private final SnapshotLogInMemory log;

	private final MockMvcTester http;

	SnapshotEndpointTest(RecordedEvents events, SnapshotLogInMemory log, MockMvcTester http) {
		this.events = events;
		this.log = log;
		this.http = http;
	}

	@AfterEach
	void remember() {
		this.log.lose(Integer.MAX_VALUE, 0);
	}

	@Test
	void takesTheFirstTableForHistory() {
		Landlord landlord = new Landlord("FIRST");

		MvcTestResult answer = landlord.sendExample("2025-11-23", "tenancies.csv");

		assertThat(answer).hasStatusOk();
		assertThat(answer).bodyJson().extractingPath("$.outcome").isEqualTo("APPLIED");
		assertThat(answer).bodyJson().extractingPath("$.changes.started").isEqualTo(3);
		assertThat(landlord.published(TenancyChanged.class)).hasSize(3).allSatisfy((event) -> {
			assertThat(event.getChange()).isEqualTo(TenancyChange.STARTED);
			assertThat(event.getHeader().getHistoric()).isTrue();
			assertThat(event.getHeader().getSourceVersion()).isEqualTo(20251123);
		});
		assertThat(landlord.published(HousingTenancy.class)).hasSize(3);
		assertThat(landlord.published(HousingSnapshot.class)).extracting(HousingSnapshot::getState)
			.containsExactly(HousingSnapshotState.APPLYING, HousingSnapshotState.APPLIED);
	}

	@Test
	void tellsWhatTheNextTableChanges() {
		Landlord landlord = new Landlord("NEXT");
		landlord.sendExample("2025-11-23", "tenancies.csv");
		landlord.forget();

		MvcTestResult answer = landlord.sendExample("2025-11-24", "tenancies-next.csv");

		assertThat(answer).hasStatusOk();
		assertThat(landlord.published(TenancyChanged.class))
			.extracting(TenancyChanged::getChange, (event) -> event.getTenancyReference().orElse(""),
					(event) -> event.getHeader().getSourceRecordId())
			.containsExactly(tuple(TenancyChange.ENDED, "T-70233", "table/T-70233/ended"),
					tuple(TenancyChange.JOINT_TENANT_REMOVED, "T-71520", "table/T-71520/left/20251124/P-3206"),
					tuple(TenancyChange.STARTED, "T-88120", "table/T-88120/started"));
		TenancyChanged ended = landlord.published(TenancyChanged.class).getFirst();
		assertThat(ended.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.APPROXIMATE);
		assertThat(ended.getHeader().getHistoric()).isFalse();
		assertThat(ended.getPeople()).hasSize(2).allSatisfy((person) -> assertThat(person.getAddress()).isEmpty());
		assertThat(landlord.published(HouseholdMoved.class)).singleElement().satisfies((move) -> {
			assertThat(move.getTenancyReference()).contains("T-88120");
			assertThat(move.getFrom().orElseThrow().getUprn()).contains("999900000004");
			assertThat(move.getTo().orElseThrow().getUprn()).contains("999900000172");
			assertThat(move.getMovedOn()).isEqualTo(LocalDate.of(2025, 11, 24));
			assertThat(move.getInitiatedBy()).isEqualTo(MoveInitiator.UNKNOWN);
			assertThat(move.getPeople()).extracting(PersonMention::getRef).containsExactly("P-3001", "P-3002");
			assertThat(move.getPeople())
				.allSatisfy((person) -> assertThat(person.getAddress()).isEqualTo(move.getTo()));
			assertThat(move.getRelationships()).extracting("from", "to").containsExactly(tuple("P-3001", "P-3002"));
		});
	}

	@Test
	void correctsWhatIsSpeltOtherwise() {
		Landlord landlord = new Landlord("SPELT");
		landlord.send("2025-11-23", row("T1", "4 Mill Row", "P1", "Kelly"));
		landlord.forget();

		landlord.send("2025-11-24", row("T1", "4 Mill Rowe", "P1", "Kellie"));

		assertThat(landlord.published(HouseholdMoved.class)).isEmpty();
		assertThat(landlord.published(TenancyChanged.class)).singleElement().satisfies((event) -> {
			assertThat(event.getHeader().getSourceRecordId()).isEqualTo("table/T1/started");
			assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.CORRECTED);
			assertThat(event.getHeader().getSourceVersion()).isEqualTo(20251124);
			assertThat(event.getPeople().getFirst().getNames().getFirst().getGiven()).containsExactly("Kellie");
		});
	}

	@Test
	void keepsTheHomeOfWhoIsATenantNoLongerButStaysInTheHousehold() {
		Landlord landlord = new Landlord("STAYS");
		String tenant = row("T1", "4 Mill Row", "P1", "Kelly");
		landlord.send("2025-11-23", tenant + row("T1", "4 Mill Row", "P2", "Darren"));
		landlord.forget();

		landlord.send("2025-11-24",
				tenant + row("T1", "4 Mill Row", "P2", "Darren").replace("TENANT", "HOUSEHOLD_MEMBER"));

		assertThat(landlord.published(TenancyChanged.class))
			.filteredOn((event) -> event.getChange() == TenancyChange.JOINT_TENANT_REMOVED)
			.singleElement()
			.satisfies((event) -> assertThat(event.getPeople()).singleElement()
				.satisfies((person) -> assertThat(person.getAddress()).isPresent()));
	}

	@Test
	void doesNothingWhenTheSameTableComesAgain() {
		Landlord landlord = new Landlord("AGAIN");
		landlord.send("2025-11-23", row("T1", "4 Mill Row", "P1", "Kelly") + row("T2", "2 Mill Row", "P2", "Ann"));
		landlord.forget();

		MvcTestResult again = landlord.send("2025-11-23",
				row("T2", "2 Mill Row", "P2", "Ann") + row("T1", "4 Mill Row", "P1", "Kelly"));
		assertThat(again).bodyJson().extractingPath("$.outcome").isEqualTo("ALREADY_APPLIED");
		assertThat(landlord.published(Object.class)).isEmpty();

		landlord.send("2025-11-24", row("T1", "4 Mill Row", "P1", "Kelly") + row("T2", "2 Mill Row", "P2", "Ann"));
		assertThat(landlord.published(Object.class)).hasSize(2).allMatch(HousingSnapshot.class::isInstance);
	}

	@Test
	void takesATableOfOneJsonObjectALineForTheSame() throws IOException {
		Landlord landlord = new Landlord("LINES");
		landlord.send("2025-11-23", rows(0, 3));

		MvcTestResult again = landlord.post("mode=snapshot&date=2025-11-23", ndjson(HEADINGS + rows(0, 3)), NDJSON);

		assertThat(again).bodyJson().extractingPath("$.outcome").isEqualTo("ALREADY_APPLIED");
	}

	@Test
	void refusesAnOlderTableAndAnotherOfTheSameDay() {
		Landlord landlord = new Landlord("OLDER");
		landlord.send("2025-11-23", row("T1", "4 Mill Row", "P1", "Kelly"));

		Refusals.assertNames(landlord.send("2025-11-22", row("T1", "4 Mill Row", "P1", "Kelly")), 422, "date",
				"newest");
		Refusals.assertNames(landlord.send("2025-11-23", row("T1", "4 Mill Row", "P1", "Kim")), 422, "date",
				"next night");
	}

	@Test
	void refusesWhatIsNoWholeTable() {
		Landlord landlord = new Landlord("WHOLE");
		String table = row("T1", "4 Mill Row", "P1", "Kelly");

		Refusals.assertNames(landlord.post("date=2025-11-23", HEADINGS + table, CSV), 422, "mode", "mode=snapshot");
		Refusals.assertNames(landlord.post("mode=snapshot", HEADINGS + table, CSV), 422, "date", "YYYY-MM-DD");
		Refusals.assertNames(landlord.send("2999-01-01", table), 422, "date", "YYYY-MM-DD");
		Refusals.assertNames(landlord.send("2025-11-23", ""), 422, "", "all tenancies");
		Refusals.assertNames(landlord.post("mode=snapshot&date=2025-11-23", "", CSV), 422, "", "heading line");
		Refusals.assertNames(
				landlord.post("mode=snapshot&date=2025-11-23",
						(HEADINGS + table).replace("startedOn,", "").replace("2020-01-01,", ""), CSV),
				422, "line 2, startedOn", "Send this field");
		Refusals.assertNames(
				landlord.post("mode=snapshot&date=2025-11-23", HEADINGS.replace("record.id", "Ref") + table, CSV), 422,
				"column 1", "mapping");
		Refusals.assertNames(landlord.send("2025-11-23", row("", "4 Mill Row", "P1", "Kelly")), 422, "line 2",
				"record.id");
		Refusals.assertNames(
				landlord.send("2025-11-23",
						table + row("T2", "2 Mill Row", "P2", "Ann") + row("T1", "4 Mill Row", "P3", "Joe")),
				422, "line 4", "Sort");
		assertThat(landlord.published(Object.class)).isEmpty();
	}

	@Test
	void holdsATableThatEndsTooManyTenanciesUntilItIsConfirmed() {
		Landlord landlord = new Landlord("HELD");
		landlord.send("2025-11-23", rows(0, 100));
		landlord.forget();

		assertThat(landlord.send("2025-11-24", rows(4, 100))).hasStatusOk();
		landlord.forget();
		MvcTestResult held = landlord.send("2025-11-25", rows(9, 100));

		assertThat(held).hasStatus(HttpStatus.CONFLICT).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(held).bodyJson().extractingPath("$.openTenancies").isEqualTo(96);
		assertThat(held).bodyJson().extractingPath("$.wouldEnd").isEqualTo(5);
		assertThat(landlord.published(Object.class)).isEmpty();
		String id = json(held).at("/confirm").asString();
		assertThat(landlord.post("mode=snapshot&date=2025-11-25&confirm=" + id, HEADINGS + rows(10, 100), CSV))
			.as("confirms this content and no other")
			.hasStatus(HttpStatus.CONFLICT);
		assertThat(landlord.post("mode=snapshot&date=2025-11-25&confirm=" + id, HEADINGS + rows(9, 100), CSV))
			.hasStatusOk();
		assertThat(landlord.published(TenancyChanged.class)).hasSize(5);
	}

	@Test
	void leavesATenancyAsItWasWhenItsRowCannotBeRight() {
		Landlord landlord = new Landlord("WRONG");
		landlord.send("2025-11-23", rows(0, 20));
		landlord.forget();

		MvcTestResult answer = landlord.send("2025-11-24", rows(0, 20).replace("ZZ99 1AA,P7,", "nowhere,P7,"));

		assertThat(answer).hasStatusOk();
		assertThat(answer).bodyJson().extractingPath("$.refused[0].line").isEqualTo(9);
		assertThat(answer).bodyJson().extractingPath("$.refused[0].errors[0].field").isEqualTo("address.postcode");
		assertThat(answer).bodyText().doesNotContain("nowhere");
		assertThat(landlord.published(TenancyChanged.class)).isEmpty();
	}

	@Test
	void passesOverWhatEndedBeforeAnybodyLookedAndWhatHasNotBegun() {
		Landlord landlord = new Landlord("PAST");

		MvcTestResult answer = landlord.send("2025-11-23",
				row("T1", "4 Mill Row", "P1", "Kelly")
						+ row("T2", "2 Mill Row", "P2", "Ann").replace("2020-01-01,,", "2020-01-01,2021-01-01,")
						+ row("T3", "3 Mill Row", "P3", "Joe").replace("2020-01-01", "2025-12-01"));

		assertThat(answer).bodyJson().extractingPath("$.passedOver").isEqualTo(2);
		assertThat(landlord.published(TenancyChanged.class)).hasSize(1);
	}

	@Test
	void knowsPeopleWithoutANumberByNameAndDateOfBirthOnly() {
		Landlord landlord = new Landlord("NAMES");
		landlord.send("2025-11-23", row("T1", "4 Mill Row", "", "Kelly")
				+ row("T2", "5 Mill Row", "", "Ann").replace("1990-01-01", "") + row("T5", "9 Mill Row", "P9", "Tom"));
		landlord.forget();

		landlord.send("2025-11-24", row("T3", "6 Mill Row", "", "KELLY")
				+ row("T4", "7 Mill Row", "", "Ann").replace("1990-01-01", "") + row("T5", "9 Mill Row", "P9", "Tom"));

		assertThat(landlord.published(HouseholdMoved.class)).singleElement()
			.satisfies((move) -> assertThat(move.getTenancyReference()).contains("T3"));
		assertThat(landlord.keys()).noneMatch((key) -> key.toLowerCase(java.util.Locale.ROOT).contains("kelly"));
	}

	@Test
	void saysInADryRunWhatWouldChangeAndPublishesNothing() {
		Landlord landlord = new Landlord("DRY");

		MvcTestResult answer = this.http.post()
			.uri("/housing/tenancies?mode=snapshot&date=2025-11-23")
			.contentType(CSV)
			.content(HEADINGS + rows(0, 3))
			.header("Mash-Dry-Run", "true")
			.with(AgencyClient.token("housing", "DRY"))
			.exchange();

		assertThat(answer).bodyJson().extractingPath("$.outcome").isEqualTo("DRY_RUN");
		assertThat(answer).bodyJson().extractingPath("$.changes.started").isEqualTo(3);
		assertThat(landlord.published(Object.class)).isEmpty();
	}

	@Test
	void keepsEachScenarioToItself() {
		Landlord landlord = new Landlord("AREAS");
		landlord.send("2025-11-23", rows(0, 3));
		landlord.forget();

		this.http.post()
			.uri("/housing/tenancies?mode=snapshot&date=2025-11-20")
			.contentType(CSV)
			.content(HEADINGS + rows(0, 3))
			.header("Mash-Area", "scn-one")
			.with(AgencyClient.token("housing", "AREAS"))
			.exchange();

		assertThat(landlord.published(TenancyChanged.class)).hasSize(3)
			.allSatisfy((event) -> assertThat(event.getHeader().getAreaHint()).contains("scn-one"));
		assertThat(landlord.keys()).contains("AREAS/scn-one", "AREAS/scn-one/T0");
	}

	/** Wherever a crash cuts a table off, sending it again has no second effect. */
	@Test
	void completesATableThatWasCutOffAnywhere() {
		Landlord whole = new Landlord("CUT");
		whole.sendExample("2025-11-23", "tenancies.csv");
		whole.forget();
		whole.sendExample("2025-11-24", "tenancies-next.csv");
		List<RecordedEvents.Entry> told = whole.entries();
		Set<String> ids = eventIds(told);
		Set<String> tenancies = newest(told);
		int from = this.events.size() - told.size();
		int to = this.events.size();

		for (int cut = from; cut < to; cut++) {
			this.log.lose(cut, this.events.size());
			whole.forget();

			MvcTestResult again = whole.sendExample("2025-11-24", "tenancies-next.csv");

			assertThat(again).hasStatusOk();
			List<RecordedEvents.Entry> upToCut = told.subList(0, cut - from);
			List<RecordedEvents.Entry> both = new ArrayList<>(upToCut);
			both.addAll(whole.entries());
			assertThat(eventIds(both)).as("cut off at " + (cut - from)).isEqualTo(ids);
			assertThat(newest(both)).as("cut off at " + (cut - from)).isEqualTo(tenancies);
		}
	}

	@Test
	void asksBeforeItGoesOnFromATableThatWasCutOff() {
		Landlord landlord = new Landlord("UNFIN");
		landlord.send("2025-11-23", rows(0, 3));
		int from = this.events.size();
		landlord.send("2025-11-24", rows(1, 3));
		this.log.lose(from + 1, this.events.size());

		MvcTestResult held = landlord.send("2025-11-25", rows(1, 3));

		assertThat(held).hasStatus(HttpStatus.CONFLICT).bodyText().contains("Send the earlier file again");
		assertThat(landlord.post("mode=snapshot&date=2025-11-25&confirm=" + json(held).at("/confirm").asString(),
				HEADINGS + rows(1, 3), CSV))
			.hasStatusOk();
	}

	@Test
	void takesNoSingleRecordAndNoOthersTable() {
		assertThat(this.http.post()
			.uri("/housing/tenancies?mode=snapshot&date=2025-11-23")
			.contentType(CSV)
			.content(HEADINGS + rows(0, 3))
			.with(AgencyClient.token("police", "FBP"))
			.exchange()).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(new AgencyClient(this.http, "housing", "L1").send("/housing/tenancies", "{}"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void describesItself() {
		assertThat(new AgencyClient(this.http, "housing", "L1").fetch("/v3/api-docs")).bodyJson()
			.extractingPath("$.paths['/housing/tenancies'].post.parameters[*].name")
			.asArray()
			.contains("mode", "date", "confirm")
			.doesNotContain("sender");
	}

	private static Set<String> eventIds(List<RecordedEvents.Entry> entries) {
		return entries.stream()
			.filter((entry) -> entry.event().get(0) instanceof EventHeader)
			.map((entry) -> ((EventHeader) entry.event().get(0)).getEventId().toString())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> newest(List<RecordedEvents.Entry> entries) {
		return entries.stream()
			.filter((entry) -> entry.event() instanceof HousingTenancy)
			.collect(Collectors.toMap(RecordedEvents.Entry::key, (entry) -> entry.event().toString(),
					(first, second) -> second))
			.values()
			.stream()
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String rows(int from, int to) {
		return IntStream.range(from, to)
			.mapToObj((number) -> row("T" + number, number + " Mill Row", "P" + number, "Kelly"))
			.collect(Collectors.joining());
	}

	private static String row(String tenancy, String home, String person, String forename) {
		return "%s,2020-01-01,,%s,ZZ99 1AA,%s,TENANT,%s,Marlow,1990-01-01\n".formatted(tenancy, home, person, forename);
	}

	private static String example(String file) {
		return AgencyClient.example("housing/" + file);
	}

	/** The same tenancies, one a line. */
	private static String ndjson(String csv) throws IOException {
		CsvLines lines = new CsvLines(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
				SnapshotTenancy.class, CsvMapping.NONE, 10_000);
		StringBuilder ndjson = new StringBuilder();
		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			ndjson.append(new String(line.get().json(), StandardCharsets.UTF_8)).append('\n');
		}
		return ndjson.toString();
	}

	private static JsonNode json(MvcTestResult answer) {
		return JSON.readTree(answer.getResponse().getContentAsByteArray());
	}

	/** A landlord, and what was published for it. */
	private final class Landlord {

		private final String organisation;

		private int from = SnapshotEndpointTest.this.events.size();

		Landlord(String organisation) {
			this.organisation = organisation;
		}

		MvcTestResult send(String date, String rows) {
			return post("mode=snapshot&date=" + date, HEADINGS + rows, CSV);
		}

		MvcTestResult sendExample(String date, String file) {
			return SnapshotEndpointTest.this.http.post()
				.uri("/housing/tenancies?mode=snapshot&date=" + date)
				.contentType(CSV)
				.content(example(file))
				.header("Mash-Mapping",
						Base64.getEncoder()
							.encodeToString(example("tenancies-mapping.yml").getBytes(StandardCharsets.UTF_8)))
				.with(AgencyClient.token("housing", this.organisation))
				.exchange();
		}

		MvcTestResult post(String query, String body, MediaType type) {
			return SnapshotEndpointTest.this.http.post()
				.uri("/housing/tenancies?" + query)
				.contentType(type)
				.content(body)
				.with(AgencyClient.token("housing", this.organisation))
				.exchange();
		}

		void forget() {
			this.from = SnapshotEndpointTest.this.events.size();
		}

		List<RecordedEvents.Entry> entries() {
			return SnapshotEndpointTest.this.events.all().subList(this.from, SnapshotEndpointTest.this.events.size());
		}

		List<String> keys() {
			return entries().stream().map(RecordedEvents.Entry::key).toList();
		}

		<T> List<T> published(Class<T> type) {
			return entries().stream()
				.map(RecordedEvents.Entry::event)
				.filter(type::isInstance)
				.map(type::cast)
				.toList();
		}

	}

}
