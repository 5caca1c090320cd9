package org.mashhub.adapter.kit;

import java.util.List;
import java.util.UUID;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.mashhub.adapter.kit.sample.SampleService;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.hub.v1.FeedDeclared;

import static org.assertj.core.api.Assertions.assertThat;

@AdapterTest
@ContextConfiguration(classes = SampleService.class)
class FeedsEndpointTest {

	private static final String FEEDS = "/housing/feeds";

	private final RecordedEvents events;

	private final MockMvcTester http;

	/** Each test has a landlord of its own. */
	private final String landlord = "L-" + UUID.randomUUID();

	private final AgencyClient housing;

	FeedsEndpointTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.http = http;
		this.housing = new AgencyClient(http, "housing", this.landlord);
	}

	@Test
	void publishesADeclarationForEachFeedAndGivesItBack() {
		MvcTestResult answer = this.housing.put(FEEDS, movesAndTenancies());

		assertThat(answer).hasStatusOk();
		assertThat(answer).bodyJson().extractingPath("$.feeds[0].longestSilence").isEqualTo("P7D");
		List<FeedDeclared> declared = declared();
		assertThat(declared).extracting(FeedDeclared::getEventType).containsExactly("HouseholdMoved", "TenancyChanged");
		assertThat(declared.getFirst().getExpectedEveryHours()).contains(168);
		assertThat(declared.getLast().getExpectedEveryHours()).isEmpty();
		assertThat(declared).allSatisfy((feed) -> {
			assertThat(feed.getAgency()).isEqualTo("housing");
			assertThat(feed.getOrganisationCode()).isEqualTo(this.landlord);
			assertThat(feed.getArea()).isEmpty();
			assertThat(feed.getEnded()).isFalse();
		});
		assertThat(keys()).containsExactly("housing/" + this.landlord + "/HouseholdMoved",
				"housing/" + this.landlord + "/TenancyChanged");
		assertThat(this.housing.fetch(FEEDS)).bodyJson()
			.extractingPath("$.feeds[*].eventType")
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.containsExactly("HouseholdMoved", "TenancyChanged");
	}

	@Test
	void keepsTheTimeOfTheFirstWhenTheSameIsDeclaredAgain() {
		this.housing.put(FEEDS, movesAndTenancies());
		this.housing.put(FEEDS, movesAndTenancies().replace("P7D", "P1W"));
		this.housing.put(FEEDS, movesAndTenancies().replace("P7D", "P8D"));

		List<FeedDeclared> moves = declared().stream()
			.filter((feed) -> feed.getEventType().equals("HouseholdMoved"))
			.toList();
		assertThat(moves.get(1).getDeclaredAt()).isEqualTo(moves.getFirst().getDeclaredAt());
		assertThat(moves.get(1).getReceiptId()).isNotEqualTo(moves.getFirst().getReceiptId());
		assertThat(moves.getLast().getDeclaredAt()).isAfterOrEqualTo(moves.get(1).getDeclaredAt());
		assertThat(moves.getLast().getExpectedEveryHours()).contains(192);
	}

	@Test
	void endsWhatIsNotNamedAnyMore() {
		this.housing.put(FEEDS, movesAndTenancies());

		MvcTestResult answer = this.housing.put(FEEDS, "{\"feeds\": [{\"eventType\": \"TenancyChanged\"}]}");

		assertThat(answer).bodyJson().extractingPath("$.ended[0].eventType").isEqualTo("HouseholdMoved");
		assertThat(declared().getLast().getEnded()).isTrue();
		assertThat(this.housing.fetch(FEEDS)).bodyJson()
			.extractingPath("$.feeds[*].eventType")
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.containsExactly("TenancyChanged");
		this.housing.put(FEEDS, "{\"feeds\": []}");
		assertThat(this.housing.fetch(FEEDS)).bodyJson()
			.extractingPath("$.feeds")
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.isEmpty();
	}

	@Test
	void holdsWhatIsForAScenarioApartFromWhatIsReal() {
		this.housing.put(FEEDS, movesAndTenancies());
		this.housing.putWithHeader(FEEDS, "{\"feeds\": [{\"eventType\": \"HouseholdMoved\"}]}", "Mash-Area", "scn-one");

		assertThat(declared().getLast().getArea()).contains("scn-one");
		assertThat(keys().getLast()).isEqualTo("housing/" + this.landlord + "/HouseholdMoved/scn-one");
		assertThat(declared()).hasSize(3);
		assertThat(this.housing.fetch(FEEDS)).bodyJson().extractingPath("$.feeds[0].longestSilence").isEqualTo("P7D");
	}

	@Test
	void publishesNothingInADryRun() {
		MvcTestResult answer = this.housing.putWithHeader(FEEDS, movesAndTenancies(), NoticeEndpoint.DRY_RUN, "true");

		assertThat(answer).hasStatusOk();
		assertThat(declared()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			HouseholdMoved ~ IncidentLogged ~ feeds[0].eventType ~ HouseholdMoved, StaffSafetyMarked
			TenancyChanged ~ HouseholdMoved ~ feeds[1].eventType ~ once
			P7D ~ P1M ~ feeds[0].longestSilence ~ P366D
			P7D ~ PT10M ~ feeds[0].longestSilence ~ at least PT1H
			"eventType": "TenancyChanged" ~ ~ feeds[1].eventType ~ Send this field
			{ "eventType": "TenancyChanged" } ~ null ~ feeds[1] ~ Send this field
			""")
	void refusesWhatCannotBeRightAndSaysHowToMendIt(String right, String wrong, String field, String remedy) {
		int before = this.events.rejected().size();

		MvcTestResult answer = this.housing.put(FEEDS,
				movesAndTenancies().replace(right, (wrong != null) ? wrong : ""));

		Refusals.assertNames(answer, 422, field, remedy);
		assertThat(declared()).isEmpty();
		assertThat(this.events.rejected()).as("a declaration is put again, not mended").hasSize(before);
	}

	@Test
	void takesAMissingListForNoEmptyOne() {
		Refusals.assertNames(this.housing.put(FEEDS, "{}"), 422, "feeds", "Send this field");
	}

	@Test
	void refusesWhatItCannotRead() {
		Refusals.assertNames(this.housing.put(FEEDS, movesAndTenancies().replace("longestSilence", "often")), 400,
				"feeds[0].often", "spelling");
		assertThat(this.housing.put(FEEDS, "")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void letsNobodySpeakForAnotherOrganisationOrAgency() {
		Refusals.assertNames(this.housing.put(FEEDS, movesAndTenancies().replace(this.landlord, "another")), 403,
				"organisation", "own client");
		assertThat(new AgencyClient(this.http, "sample", "ORG1").put(FEEDS, movesAndTenancies()))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.http.put().uri(FEEDS).content(movesAndTenancies())).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void isDescribedWithItsFields() {
		MvcTestResult description = this.housing.fetch("/v3/api-docs");

		assertThat(description).bodyJson()
			.extractingPath("$.paths['/housing/feeds'].put.requestBody.content['application/json'].schema['$ref']")
			.asString()
			.endsWith(".FeedsNotice");
		assertThat(description).bodyJson()
			.extractingPath(
					"$.components.schemas['org.mashhub.adapter.kit.FeedsNotice.Feed'].properties.longestSilence.example")
			.isEqualTo("P1D");
	}

	private String movesAndTenancies() {
		return """
				{ "organisation": "%s", "feeds": [
				    { "eventType": "HouseholdMoved", "longestSilence": "P7D" },
				    { "eventType": "TenancyChanged" } ] }
				""".formatted(this.landlord);
	}

	private List<FeedDeclared> declared() {
		return entries().stream().map((entry) -> (FeedDeclared) entry.event()).toList();
	}

	private List<String> keys() {
		return entries().stream().map(RecordedEvents.Entry::key).toList();
	}

	private List<RecordedEvents.Entry> entries() {
		return this.events.all()
			.stream()
			.filter((entry) -> entry.event() instanceof FeedDeclared feed
					&& feed.getOrganisationCode().equals(this.landlord))
			.toList();
	}

}
