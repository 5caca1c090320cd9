package org.mashhub.adapter.probation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;
import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.OpenApiDocument;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.probation.v1.OffenderAssessed;
import org.mashhub.event.probation.v1.ReleaseChanged;
import org.mashhub.event.probation.v1.ReleaseStatus;
import org.mashhub.event.probation.v1.RiskToChildren;
import org.mashhub.event.probation.v1.SupervisionChange;
import org.mashhub.event.probation.v1.SupervisionChanged;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class ProbationAdapterTest {

	private static final String ASSESSMENT = AgencyClient.example("probation/assessment.json");

	private static final String RELEASE = AgencyClient.example("probation/release-planned.json");

	private static final String SUPERVISION = AgencyClient.example("probation/supervision-change.json");

	private final RecordedEvents events;

	private final AgencyClient probation;

	private final AgencyEndpoints endpoints;

	ProbationAdapterTest(RecordedEvents events, MockMvcTester http, AgencyEndpoints endpoints) {
		this.events = events;
		this.probation = new AgencyClient(http, "probation", "FB-PROB");
		this.endpoints = endpoints;
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("probation", this.probation);
	}

	@Test
	void publishesAnAssessmentWithTheChildrenItCites() {
		assertThat(this.probation.send("/probation/assessments", ASSESSMENT)).hasStatus(HttpStatus.ACCEPTED);

		OffenderAssessed event = this.events.last(OffenderAssessed.class);
		EventHeader header = event.getHeader();
		assertThat(this.events.last().topic()).isEqualTo("probation.offender-assessed.v1");
		assertThat(this.events.last().key()).isEqualTo("probation/OASYS-7730112");
		assertThat(header.getAgency()).isEqualTo("probation");
		assertThat(header.getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(header.getLawfulBasis()).contains("10;");
		assertThat(header.getOccurredAt()).isEqualTo(Instant.parse("2025-06-09T23:00:00Z"));
		assertThat(header.getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getAssessedOn()).isEqualTo(LocalDate.of(2025, 6, 10));
		assertThat(event.getRiskToChildren()).isEqualTo(RiskToChildren.MEDIUM);
		assertThat(event.getChildrenCited()).contains(2);
		assertThat(event.getConditions()).containsExactly("NO_UNSUPERVISED_CONTACT");
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("X999001", PersonRole.OFFENDER), tuple("child-1", PersonRole.CHILD),
					tuple("child-2", PersonRole.CHILD));
		assertThat(event.getPeople().getLast().getUnidentified()).isPresent();
		assertThat(event.getPeople().getLast().getBirth().orElseThrow().getEstimatedAge()).contains(6);
		assertThat(event.getRelationships()).extracting("from", "kind", "to", "status")
			.containsExactly(tuple("X999001", RelationshipKind.LIVES_WITH, "child-1", RelationshipStatus.RECORDED),
					tuple("X999001", RelationshipKind.PARENT_OF, "child-2", RelationshipStatus.CLAIMED));
	}

	@Test
	void sendsTheNumbersOfProbationAndPrisonAsLocalOnes() {
		this.probation.send("/probation/assessments", ASSESSMENT);

		PersonMention person = this.events.last(OffenderAssessed.class).getPeople().getFirst();
		assertThat(person.getIdentifiers()).extracting(Identifier::getScheme, Identifier::getValue)
			.containsExactly(tuple("PNC_ID", "2012/1234567C"), tuple("LOCAL", "X999001"), tuple("LOCAL", "A9999BC"));
		assertThat(person.getNames()).hasSize(2);
		assertThat(person.getAddress().orElseThrow().getUprn()).contains("999900000004");
		assertThat(person.getContacts()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', nullValues = "none", textBlock = """
			"childrenCited": 2, ~ ~ 2
			"childrenCited": 2 ~ "childrenCited": 5 ~ 5
			""")
	void countsTheChildrenListedWhereTheCountIsLeftOut(String right, @Nullable String wrong, int cited) {
		this.probation.send("/probation/assessments", ASSESSMENT.replace(right, (wrong != null) ? wrong : ""));

		assertThat(this.events.last(OffenderAssessed.class).getChildrenCited()).contains(cited);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"childrenCited\": 0," })
	void tellsNoChildrenFromNotRecorded(String count) {
		this.probation.send("/probation/assessments",
				ASSESSMENT.replaceAll("(?s)\"childrenCited\": 2,\\s*\"children\": \\[.*?\\],", count));

		assertThat(this.events.last(OffenderAssessed.class).getChildrenCited())
			.isEqualTo(count.isEmpty() ? Optional.empty() : Optional.of(0));
	}

	@Test
	void publishesAPlannedRelease() {
		assertThat(this.probation.send("/probation/releases", RELEASE)).hasStatus(HttpStatus.ACCEPTED);

		ReleaseChanged event = this.events.last(ReleaseChanged.class);
		assertThat(this.events.last().topic()).isEqualTo("probation.release-changed.v1");
		assertThat(this.events.last().key()).isEqualTo("probation/REL-2025-0188");
		assertThat(event.getStatus()).isEqualTo(ReleaseStatus.RELEASE_PLANNED);
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2025, 5, 20));
		assertThat(event.getPlannedRelease()).contains(LocalDate.of(2025, 6, 3));
		assertThat(event.getOffenceType()).contains("VIOLENCE");
		assertThat(event.getConditions()).containsExactly("NO_UNSUPERVISED_CONTACT", "RESIDENCE_APPROVAL");
		assertThat(event.getHeader().getHandling().getConditions())
			.contains("Ring the probation officer before any visit.");
		assertThat(event.getPeople()).singleElement().satisfies((person) -> {
			assertThat(person.getRole()).isEqualTo(PersonRole.OFFENDER);
			assertThat(person.getAddress().orElseThrow().getPostcode()).contains("ZZ99 3WZ");
		});
	}

	@Test
	void publishesARecall() {
		this.probation.send("/probation/releases", AgencyClient.example("probation/release-recalled.json"));

		ReleaseChanged event = this.events.last(ReleaseChanged.class);
		assertThat(event.getStatus()).isEqualTo(ReleaseStatus.RECALLED);
		assertThat(event.getPlannedRelease()).isEmpty();
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(3);
	}

	@Test
	void publishesWhoSupervises() {
		assertThat(this.probation.send("/probation/supervision-changes", SUPERVISION)).hasStatus(HttpStatus.ACCEPTED);

		SupervisionChanged event = this.events.last(SupervisionChanged.class);
		assertThat(this.events.last().topic()).isEqualTo("probation.supervision-changed.v1");
		assertThat(this.events.last().key()).isEqualTo("probation/SUP-2025-0455");
		assertThat(event.getChange()).isEqualTo(SupervisionChange.STARTED);
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2025, 6, 3));
		assertThat(event.getConditions()).containsExactly("NO_UNSUPERVISED_CONTACT");
		assertThat(event.getOfficer()).contains("Imogen Hale");
		assertThat(event.getOfficerPhone()).contains("01632 960144");
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("X999001");
	}

	@Test
	void protectsThePersonWhoseRecordIsLimited() {
		this.probation.send("/probation/supervision-changes", SUPERVISION.replace("\"sex\": \"MALE\"",
				"\"sex\": \"MALE\", \"restrictedRecord\": true, \"addressProtected\": true"));

		assertThat(this.events.last(SupervisionChanged.class).getPeople()).singleElement().satisfies((person) -> {
			assertThat(person.getRestrictedRecord()).isTrue();
			assertThat(person.getAddressProtected()).isTrue();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			X999001 ~ 320741 ~ person.crn ~ six digits ~ 422
			A9999BC ~ A12345 ~ person.nomsNumber ~ four digits ~ 422
			2012/1234567C ~ 2012/1234567D ~ person.pncId ~ check letter ~ 422
			"childrenCited": 2 ~ "childrenCited": 1 ~ childrenCited ~ Count every child ~ 422
			"estimatedAge": 6 ~ "estimatedAge": 36 ~ children[1].estimatedAge ~ 17 or less ~ 422
			"description" ~ "remark" ~ children[1].remark ~ spelling ~ 400
			"riskToChildren": "MEDIUM", ~ ~ riskToChildren ~ Send this field ~ 422
			"riskToChildren": "MEDIUM" ~ "riskToChildren": "AMBER" ~ riskToChildren ~ VERY_HIGH ~ 400
			NO_UNSUPERVISED_CONTACT ~ not to be alone with Ava ~ conditions[0] ~ never the text ~ 422
			"assessedOn": "2025-06-10" ~ "assessedOn": "2999-06-10" ~ assessedOn ~ today ~ 422
			"version": 1 ~ "retracts": "OASYS-1" ~ record.retracts ~ RETRACTED ~ 422
			""")
	void refusesAnAssessmentThatCannotBeRight(String right, @Nullable String wrong, String field, String remedy,
			int status) {
		assertRefused("/probation/assessments", ASSESSMENT, right, wrong, field, remedy, status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"plannedRelease": "2025-06-03", ~ ~ plannedRelease ~ the day for which ~ 422
			"plannedRelease": "2025-06-03" ~ "plannedRelease": "2025-05-01" ~ plannedRelease ~ RELEASED ~ 422
			"plannedRelease": "2025-06-03" ~ "plannedRelease": "2099-06-03" ~ plannedRelease ~ ten years ~ 422
			"effectiveOn": "2025-05-20" ~ "effectiveOn": "2999-06-03" ~ effectiveOn ~ today ~ 422
			"status": "RELEASE_PLANNED" ~ "status": "HDC" ~ status ~ RECALLED ~ 400
			"offenceType": "VIOLENCE" ~ "offenceType": "GBH" ~ offenceType ~ VIOLENCE ~ 400
			""")
	void refusesAReleaseThatCannotBeRight(String right, @Nullable String wrong, String field, String remedy,
			int status) {
		assertRefused("/probation/releases", RELEASE, right, wrong, field, remedy, status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"change": "STARTED" ~ "change": "PAUSED" ~ change ~ BREACHED ~ 400
			"effectiveOn": "2025-06-03", ~ ~ effectiveOn ~ Send this field ~ 422
			01632 960144 ~ at the office ~ officer.phone ~ digits ~ 422
			"name": "Imogen Hale", ~ ~ officer.name ~ not blank ~ 422
			""")
	void refusesASupervisionThatCannotBeRight(String right, @Nullable String wrong, String field, String remedy,
			int status) {
		assertRefused("/probation/supervision-changes", SUPERVISION, right, wrong, field, remedy, status);
	}

	@ParameterizedTest
	@CsvSource({ "assessments, assessment.json", "releases, release-planned.json",
			"supervision-changes, supervision-change.json" })
	void asksForThePersonUnlessTheRecordIsWithdrawn(String collection, String file) {
		String nobody = AgencyClient.example("probation/" + file)
			.replaceAll("(?s)\"person\": \\{.*?\\n  \\},", "")
			.replaceAll("(?s)\"childrenCited\".*?\\],", "")
			.replaceAll("\"version\": 1,\\s*", "");

		Refusals.assertNames(this.probation.send("/probation/" + collection, nobody), 422, "person",
				"only a withdrawn record");

		assertThat(this.probation.send("/probation/" + collection,
				nobody.replaceFirst("\"system\"", "\"version\": 2, \"state\": \"RETRACTED\", \"system\"")))
			.hasStatus(HttpStatus.ACCEPTED);
		SpecificRecordBase event = (SpecificRecordBase) this.events.last().event();
		assertThat(event.get("header")).isInstanceOfSatisfying(EventHeader.class,
				(header) -> assertThat(header.getRecordState()).isEqualTo(RecordState.RETRACTED));
		assertThat(event.get("people")).isEqualTo(List.of());
	}

	@Test
	void acceptsEveryExample() throws IOException {
		List<String> sent = new ArrayList<>();

		for (NoticeType<?> kind : this.endpoints.notices()) {
			for (String example : kind.examples()) {
				assertThat(this.probation.send("/probation/" + kind.collection(), AgencyClient.example(example)))
					.as(example)
					.hasStatus(HttpStatus.ACCEPTED);
				sent.add(example.substring("probation/".length()));
			}
		}

		assertThat(this.probation.put("/probation/feeds", AgencyClient.example("probation/feeds.json"))).hasStatusOk();
		sent.add("feeds.json");
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath*:examples/probation/*.json"))
			.extracting(Resource::getFilename)
			.containsExactlyInAnyOrderElementsOf(sent);
	}

	@Test
	void takesAReportOfReleasesAsATable() throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						AgencyClient.example("probation/releases.csv").getBytes(StandardCharsets.UTF_8)),
				ReleaseNotice.class,
				CsvMapping.read(new StringReader(AgencyClient.example("probation/releases-mapping.yml"))), 10_000);
		List<ReleaseChanged> releases = new ArrayList<>();

		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			assertThat(
					this.probation.send("/probation/releases", new String(line.get().json(), StandardCharsets.UTF_8)))
				.hasStatus(HttpStatus.ACCEPTED);
			releases.add(this.events.last(ReleaseChanged.class));
		}

		assertThat(releases).extracting(ReleaseChanged::getStatus)
			.containsExactly(ReleaseStatus.RELEASE_PLANNED, ReleaseStatus.RELEASED);
		assertThat(releases.getFirst().getPlannedRelease()).contains(LocalDate.of(2025, 6, 3));
		assertThat(releases.getFirst().getConditions()).containsExactly("NO_UNSUPERVISED_CONTACT",
				"RESIDENCE_APPROVAL");
		assertThat(releases.getFirst().getOffenceType()).contains("VIOLENCE");
		assertThat(releases.getFirst().getHeader().getSourceVersion())
			.isEqualTo(Instant.parse("2025-05-20T10:00:00Z").toEpochMilli());
		assertThat(releases.getLast().getPeople().getFirst().getBirth().orElseThrow().getMonth()).contains(11);
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.probation.send("/probation/releases", RELEASE, MediaType.APPLICATION_JSON,
				AgencyClient.token("police", "FBP")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private void assertRefused(String path, String body, String right, @Nullable String wrong, String field,
			String remedy, int status) {
		int before = this.events.size();
		assertThat(body).contains(right);

		MvcTestResult answer = this.probation.send(path, body.replace(right, (wrong != null) ? wrong : ""));

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText()
			.doesNotContain("1234567D", "A12345\"", "AMBER", "alone with", "2999", "HDC", "GBH", "PAUSED",
					"at the office");
		assertThat(this.events.size()).isEqualTo(before);
	}

}
