package org.mashhub.adapter.police;

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
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.police.v1.ConferenceKind;
import org.mashhub.event.police.v1.ConferenceRequested;
import org.mashhub.event.police.v1.CustodyStatus;
import org.mashhub.event.police.v1.CustodyStatusChanged;
import org.mashhub.event.police.v1.DashRiskGrade;
import org.mashhub.event.police.v1.DomesticAbuseNotified;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.event.police.v1.InformationAnswer;
import org.mashhub.event.police.v1.InformationProvided;
import org.mashhub.event.police.v1.IntelligenceAssessment;
import org.mashhub.event.police.v1.IntelligenceHandling;
import org.mashhub.event.police.v1.IntelligenceReported;
import org.mashhub.event.police.v1.SourceEvaluation;
import org.mashhub.event.police.v1.WantedPersonCirculated;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class PoliceAdapterTest {

	private static final String INCIDENT = AgencyClient.example("police/incident.json");

	private static final String DOMESTIC_ABUSE = AgencyClient.example("police/domestic-abuse-notification.json");

	private static final String INTELLIGENCE = AgencyClient.example("police/intelligence.json");

	private static final String UNDER_CONDITIONS = AgencyClient.example("police/intelligence-conditions.json");

	private static final String WANTED = AgencyClient.example("police/wanted-person.json");

	private static final String CONFERENCE = AgencyClient.example("police/conference-request.json");

	private static final String ANSWER = AgencyClient.example("police/information-answer.json");

	private final RecordedEvents events;

	private final AgencyClient force;

	private final AgencyEndpoints endpoints;

	PoliceAdapterTest(RecordedEvents events, MockMvcTester http, AgencyEndpoints endpoints) {
		this.events = events;
		this.endpoints = endpoints;
		this.force = new AgencyClient(http, "police", "FBP");
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("police", this.force);
	}

	@Test
	void publishesAnIncidentWithItsPersons() {
		MvcTestResult answer = this.force.send("/police/incidents", INCIDENT);

		assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
		IncidentLogged event = this.events.last(IncidentLogged.class);
		EventHeader header = event.getHeader();
		assertThat(answer).bodyJson().extractingPath("$.receiptId").isEqualTo(header.getReceiptId().toString());
		assertThat(answer).bodyJson().extractingPath("$.eventId").isEqualTo(header.getEventId().toString());
		assertThat(this.events.last().topic()).isEqualTo("police.incident-logged.v1");
		assertThat(this.events.last().key()).isEqualTo("police/LOG-2025-0311-0482");
		assertThat(header.getReceiptId().version()).isEqualTo(7);
		assertThat(header.getAgency()).isEqualTo("police");
		assertThat(header.getOrganisationCode()).isEqualTo("FBP");
		assertThat(header.getSourceSystem()).isEqualTo("STORM");
		assertThat(header.getSourceVersion()).isEqualTo(1);
		assertThat(header.getRecordState()).isEqualTo(RecordState.ACTIVE);
		assertThat(header.getOccurredAt()).isEqualTo(Instant.parse("2025-03-11T22:40:00Z"));
		assertThat(header.getOccurredPrecision()).isEqualTo(TimePrecision.EXACT);
		assertThat(header.getRecordedAt()).isEqualTo(Instant.parse("2025-03-11T23:05:00Z"));
		assertThat(header.getPurpose()).isEqualTo("SAFEGUARDING_CHILDREN");
		assertThat(header.getLawfulBasis()).contains("Sch 1 para 18");
		assertThat(header.getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(header.getHandling().getConditions())
			.hasValueSatisfying((text) -> assertThat(text).contains("MASH"));
		assertThat(header.getFamilyInformed()).isEqualTo(FamilyInformed.NOT_SAFE_TO_INFORM);
		assertThat(header.getAreaHint()).isEmpty();
		assertThat(header.getHistoric()).isFalse();
		assertThat(event.getIncidentType()).isEqualTo("DOMESTIC_ABUSE");
		assertThat(event.getOccurrenceId()).contains("OCC-2025-118820");
		assertThat(event.getChildrenPresent()).contains(true);
		assertThat(event.getOutcome()).contains("ARREST");
		assertThat(event.getLocation().orElseThrow().getUprn()).contains("999900000004");
		PersonMention suspect = event.getPeople().getFirst();
		assertThat(suspect.getRef()).isEqualTo("N-40021");
		assertThat(suspect.getRole()).isEqualTo(PersonRole.SUSPECT);
		assertThat(suspect.getNames()).extracting("use")
			.containsExactly(NameUse.USUAL, NameUse.NICKNAME, NameUse.ALIAS);
		assertThat(suspect.getNames().getFirst().getGiven()).containsExactly("Darren", "Lee");
		assertThat(suspect.getNames().getFirst().getFamily()).contains("Pike");
		assertThat(suspect.getBirth().orElseThrow().getDate()).contains(LocalDate.of(1994, 7, 30));
		assertThat(suspect.getIdentifiers()).extracting(Identifier::getScheme).containsExactly("PNC_ID", "LOCAL");
		assertThat(suspect.getAddress().orElseThrow().getPostcode()).contains("ZZ99 3WZ");
		assertThat(suspect.getContacts()).hasSize(1);
		PersonMention victim = event.getPeople().getLast();
		assertThat(victim.getBirth().orElseThrow().getYear()).contains(1999);
		assertThat(victim.getBirth().orElseThrow().getMonth()).contains(2);
		assertThat(victim.getAddressProtected()).isTrue();
		assertThat(event.getRelationships()).singleElement().satisfies((link) -> {
			assertThat(link.getFrom()).isEqualTo("N-40021");
			assertThat(link.getTo()).isEqualTo("N-40022");
			assertThat(link.getKind()).isEqualTo(RelationshipKind.PARTNER_OF);
			assertThat(link.getStatus()).isEqualTo(RelationshipStatus.CLAIMED);
		});
	}

	@Test
	void keepsPoliceContentInTheMashUnlessTheForceSaysOtherwise() {
		this.force.send("/police/incidents", AgencyClient.example("police/incident-unidentified.json"));

		IncidentLogged event = this.events.last(IncidentLogged.class);
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(event.getHeader().getFamilyInformed()).isEqualTo(FamilyInformed.UNKNOWN);
	}

	@Test
	void describesWhomNobodyCouldName() {
		this.force.send("/police/incidents", AgencyClient.example("police/incident-unidentified.json"));

		List<PersonMention> people = this.events.last(IncidentLogged.class).getPeople();
		assertThat(people).extracting(PersonMention::getRef).containsExactly("suspect-1", "reporter-1");
		assertThat(people.getFirst().getUnidentified()).hasValueSatisfying((text) -> assertThat(text).contains("Daz"));
		assertThat(people.getFirst().getBirth().orElseThrow().getEstimatedAge()).contains(25);
		assertThat(people.getLast().getRestrictedRecord()).isTrue();
	}

	@Test
	void withdrawsAnIncidentWithoutNamingAnybodyAgain() {
		MvcTestResult answer = this.force.send("/police/incidents",
				AgencyClient.example("police/incident-retracted.json"));

		assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
		IncidentLogged event = this.events.last(IncidentLogged.class);
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.RETRACTED);
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(2);
		assertThat(event.getPeople()).isEmpty();
	}

	@Test
	void publishesACustodyOutcome() {
		MvcTestResult answer = this.force.send("/police/custody", AgencyClient.example("police/custody.json"));

		assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
		CustodyStatusChanged event = this.events.last(CustodyStatusChanged.class);
		assertThat(this.events.last().topic()).isEqualTo("police.custody-status-changed.v1");
		assertThat(event.getStatus()).isEqualTo(CustodyStatus.RELEASE_PLANNED);
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2025, 5, 20));
		assertThat(event.getPlannedRelease()).contains(LocalDate.of(2025, 6, 3));
		assertThat(event.getOffenceType()).contains("DOMESTIC_ABUSE");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-05-19T23:00:00Z"));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getPeople()).singleElement()
			.satisfies((person) -> assertThat(person.getRole()).isEqualTo(PersonRole.SUBJECT));
	}

	@Test
	void givesTheSameRecordSentTwiceTheSameEventIdAndAnotherReceipt() {
		this.force.send("/police/incidents", INCIDENT);
		EventHeader first = this.events.last(IncidentLogged.class).getHeader();

		this.force.send("/police/incidents", INCIDENT);

		EventHeader second = this.events.last(IncidentLogged.class).getHeader();
		assertThat(second.getEventId()).isEqualTo(first.getEventId());
		assertThat(second.getReceiptId()).isNotEqualTo(first.getReceiptId());
	}

	@Test
	void passesOnTheFictionalAreaAndTheMarkOfHistory() {
		this.force.sendWithHeader("/police/incidents", INCIDENT, MediaType.APPLICATION_JSON, "Mash-Area",
				"scn-first-light");
		assertThat(this.events.last(IncidentLogged.class).getHeader().getAreaHint()).contains("scn-first-light");

		this.force.sendWithHeader("/police/incidents", INCIDENT, MediaType.APPLICATION_JSON, "Mash-Historic", "true");
		assertThat(this.events.last(IncidentLogged.class).getHeader().getHistoric()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			2012/1234567C ~ 2012/1234567D ~ persons[0].pncId ~ check letter ~ 422
			999900000004 ~ 1.00E+11 ~ location.uprn ~ spreadsheet ~ 422
			1994-07-30 ~ 1894-07-30 ~ persons[0].dateOfBirth ~ estimatedAge ~ 422
			1994-07-30 ~ 30/07/1994 ~ persons[0].dateOfBirth ~ YYYY-MM-DD ~ 422
			2025-03-11T22:40:00Z ~ 2999-03-11T22:40:00Z ~ record.occurredAt ~ today ~ 422
			2025-03-11T22:40:00Z ~ 11th March ~ record.occurredAt ~ offset ~ 400
			DOMESTIC_ABUSE ~ Domestic dispute ~ occurrence.type ~ DOMESTIC_ABUSE ~ 400
			"from": "N-40021" ~ "from": "N-77777" ~ links[0].from ~ role and position ~ 422
			"nominal": "N-40022" ~ "nominal": "N-40021" ~ persons[1] ~ once ~ 422
			07700 900417 ~ at his mum's ~ persons[0].phone ~ digits ~ 422
			ZZ99 3WZ ~ Fen Street ~ location.postcode ~ inward part ~ 422
			"childrenPresent": true ~ "childrenPresent": "maybe" ~ occurrence.childrenPresent ~ true or false ~ 400
			"summary" ~ "sumary" ~ occurrence.sumary ~ spelling ~ 400
			"version": 1 ~ "version": 0 ~ record.version ~ 1 or more ~ 422
			"version": 1 ~ "retracts": "LOG-9" ~ record.retracts ~ RETRACTED ~ 422
			""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String right, String wrong, String field, String remedy,
			int status) {
		int before = this.events.size();

		MvcTestResult answer = this.force.send("/police/incidents", INCIDENT.replace(right, wrong));

		Refusals.assertNames(answer, status, field, remedy);
		if (!wrong.contains("\"")) {
			assertThat(answer).bodyText().doesNotContain(wrong);
		}
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void refusesAnotherAgencysToken() {
		MvcTestResult answer = this.force.send("/police/incidents", INCIDENT, MediaType.APPLICATION_JSON,
				AgencyClient.token("housing", "FBH"));

		assertThat(answer).hasStatus(HttpStatus.FORBIDDEN).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.remedy").asString().contains("publish:");
	}

	@Test
	void refusesARecordThatSpeaksForAnotherOrganisation() {
		MvcTestResult answer = this.force.send("/police/incidents",
				INCIDENT.replace("\"system\": \"STORM\"", "\"system\": \"STORM\", \"organisation\": \"XYZ\""));

		assertThat(answer).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo("record.organisation");
		assertThat(answer).bodyText().doesNotContain("XYZ");
	}

	@Test
	void refusesCustodyOfNobody() {
		String nobody = AgencyClient.example("police/custody.json").replaceAll("(?s),\\s*\"detainee\".*", "}");

		assertThat(this.force.send("/police/custody", nobody)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2012/1234567C", "1998/0023456L", "2001/0000007X", "01/7X", "12/1234567c" })
	void acceptsPncIdsInEitherForm(String pncId) {
		String incident = INCIDENT.replace("2012/1234567C", pncId);

		assertThat(this.force.send("/police/incidents", incident)).hasStatus(HttpStatus.ACCEPTED);
	}

	// --- domestic abuse ----------------------------------------------------------------

	@Test
	void publishesDomesticAbuseWithTheChildWhoWasNotThere() {
		assertThat(this.force.send("/police/domestic-abuse-notifications", DOMESTIC_ABUSE))
			.hasStatus(HttpStatus.ACCEPTED);

		DomesticAbuseNotified event = this.events.last(DomesticAbuseNotified.class);
		assertThat(this.events.last().topic()).isEqualTo("police.domestic-abuse-notified.v1");
		assertThat(this.events.last().key()).isEqualTo("police/DA-2025-0311-0097");
		assertThat(event.getOccurrenceId()).contains("OCC-2025-118820");
		assertThat(event.getRiskGrade()).isEqualTo(DashRiskGrade.MEDIUM);
		assertThat(event.getChildrenPresent()).contains(false);
		assertThat(event.getChildrenResident()).contains(true);
		assertThat(event.getLocation().orElseThrow().getUprn()).contains("999900000004");
		assertThat(event.getSummary()).hasValueSatisfying((text) -> assertThat(text).contains("grandparent"));
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("N-40022", PersonRole.VICTIM), tuple("N-40021", PersonRole.SUSPECT),
					tuple("child-1", PersonRole.CHILD));
		assertThat(event.getPeople().getFirst().getAddressProtected()).isTrue();
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("N-40021", RelationshipKind.PARTNER_OF, "N-40022"),
					tuple("N-40022", RelationshipKind.PARENT_OF, "child-1"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"riskGrade": "MEDIUM" ~ "riskGrade": "AMBER" ~ occurrence.riskGrade ~ NOT_ASSESSED ~ 400
			"riskGrade": "MEDIUM", ~ "result": "ARREST", ~ occurrence.result ~ spelling ~ 400
			"role": "VICTIM", ~ "restrictedRecord": true, ~ persons[0].role ~ VICTIM for who was hurt ~ 422
			"to": "child-1" ~ "to": "child-2" ~ links[1].to ~ role and position ~ 422
			"childrenResident": true ~ "childrenResident": "U" ~ occurrence.childrenResident ~ true or false ~ 400
			""")
	void refusesDomesticAbuseThatCannotBeRight(String right, String wrong, String field, String remedy, int status) {
		assertRefused("/police/domestic-abuse-notifications", DOMESTIC_ABUSE.replace(right, wrong), status, field,
				remedy);
	}

	// --- intelligence ------------------------------------------------------------------

	@Test
	void publishesSanitisedIntelligenceForTheMash() {
		assertThat(this.force.send("/police/intelligence", INTELLIGENCE)).hasStatus(HttpStatus.ACCEPTED);

		IntelligenceReported event = this.events.last(IntelligenceReported.class);
		assertThat(this.events.last().topic()).isEqualTo("police.intelligence-reported.v1");
		assertThat(this.events.last().key()).isEqualTo("police/INT-2025-0064112");
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(event.getHeader().getHandling().getConditions()).isEmpty();
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-03-10T00:00:00Z"));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getSourceEvaluation()).isEqualTo(SourceEvaluation.UNTESTED);
		assertThat(event.getAssessment()).isEqualTo(IntelligenceAssessment.C);
		assertThat(event.getHandlingCode()).isEqualTo(IntelligenceHandling.P);
		assertThat(event.getIntelligenceType()).contains("DRUGS");
		assertThat(event.getObservedFrom()).contains(LocalDate.of(2025, 3, 10));
		assertThat(event.getObservedTo()).contains(LocalDate.of(2025, 3, 22));
		assertThat(event.getLocation().orElseThrow().getUprn()).contains("999900000004");
		assertThat(event.getLiveOperation()).isFalse();
		assertThat(event.getReleased()).isFalse();
		assertThat(event.getReviewOn()).contains(LocalDate.of(2026, 3, 24));
		assertThat(event.getSummary()).hasValueSatisfying((text) -> assertThat(text).contains("late at night"));
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("N-40021", PersonRole.SUBJECT), tuple("associate-1", PersonRole.ASSOCIATE));
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("associate-1", RelationshipKind.ASSOCIATE_OF, "N-40021"));
	}

	/** Even its existence is for police staff in the MASH only. */
	@ParameterizedTest
	@CsvSource(delimiter = '~', nullValues = "none", textBlock = """
			P ~ false ~ false ~ none ~ MASH_ONLY
			P ~ false ~ false ~ STANDARD ~ STANDARD
			P ~ false ~ true ~ none ~ MASH_ONLY
			P ~ false ~ false ~ POLICE_MASH_ONLY ~ POLICE_MASH_ONLY
			P ~ true ~ false ~ none ~ POLICE_MASH_ONLY
			P ~ true ~ false ~ STANDARD ~ POLICE_MASH_ONLY
			C ~ false ~ false ~ none ~ POLICE_MASH_ONLY
			C ~ false ~ false ~ MASH_ONLY ~ POLICE_MASH_ONLY
			C ~ true ~ false ~ STANDARD ~ POLICE_MASH_ONLY
			C ~ true ~ true ~ none ~ MASH_ONLY
			C ~ false ~ true ~ STANDARD ~ STANDARD
			P ~ true ~ true ~ none ~ MASH_ONLY
			""")
	void staysWithPoliceWhileConditionsOrAnOperationBindIt(String code, boolean live, boolean released,
			@Nullable String sharing, HandlingCode expected) {
		String report = UNDER_CONDITIONS.replace("\"handlingCode\": \"C\"", "\"handlingCode\": \"" + code + "\"")
			.replace("\"liveOperation\": true", "\"liveOperation\": " + live + ", \"released\": " + released)
			.replace("\"sharing\": { \"handling\": \"STANDARD\" },",
					(sharing != null) ? "\"sharing\": { \"handling\": \"" + sharing + "\" }," : "");

		assertThat(this.force.send("/police/intelligence", report)).hasStatus(HttpStatus.ACCEPTED);

		IntelligenceReported event = this.events.last(IntelligenceReported.class);
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(expected);
		assertThat(event.getHandlingCode()).isEqualTo(IntelligenceHandling.valueOf(code));
		assertThat(event.getLiveOperation()).isEqualTo(live);
		assertThat(event.getReleased()).isEqualTo(released);
	}

	@Test
	void opensIntelligenceThatALaterVersionReleases() {
		this.force.send("/police/intelligence", UNDER_CONDITIONS);
		EventHeader bound = this.events.last(IntelligenceReported.class).getHeader();

		this.force.send("/police/intelligence", AgencyClient.example("police/intelligence-released.json"));

		EventHeader released = this.events.last(IntelligenceReported.class).getHeader();
		assertThat(bound.getHandling().getCode()).isEqualTo(HandlingCode.POLICE_MASH_ONLY);
		assertThat(released.getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(released.getSourceRecordId()).isEqualTo(bound.getSourceRecordId());
		assertThat(released.getSourceVersion()).isGreaterThan(bound.getSourceVersion());
	}

	@Test
	void keepsTheConditionsWithTheContent() {
		this.force.send("/police/intelligence", UNDER_CONDITIONS.replace("\"handling\": \"STANDARD\"",
				"\"conditions\": \"Not to be read out at a meeting.\""));

		IntelligenceReported event = this.events.last(IntelligenceReported.class);
		assertThat(event.getHandlingConditions()).contains("Speak to the force intelligence bureau before any action.");
		assertThat(event.getHeader().getHandling().getConditions())
			.contains("Speak to the force intelligence bureau before any action. Not to be read out at a meeting.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"observedFrom": "2025-03-10" ~ "observedFrom": "2025-03-23" ~ observedTo ~ Exchange ~ 422
			"observedFrom": "2025-03-10", "observedTo": "2025-03-22", ~ ~ record.occurredAt ~ when it happened ~ 422
			"observedTo": "2025-03-22" ~ "observedTo": "2999-01-01" ~ observedTo ~ today ~ 422
			"handlingCode": "P" ~ "handlingCode": "C" ~ handlingConditions ~ conditions ~ 422
			"handlingCode": "P" ~ "handlingCode": "5" ~ handlingCode ~ P, C ~ 400
			"assessment": "C" ~ "assessment": "4" ~ assessment ~ A, B, C, D, E ~ 400
			"assessment": "C", ~ ~ assessment ~ Send this field ~ 422
			"sourceEvaluation": "UNTESTED", ~ ~ sourceEvaluation ~ Send this field ~ 422
			"role": "ASSOCIATE" ~ "role": "REPORTER" ~ persons[1].role ~ stays with police ~ 422
			"sanitisedText" ~ "originalText" ~ originalText ~ Leave it out ~ 400
			"type": "DRUGS" ~ "source": { "name": "A. Handler" } ~ source ~ Leave it out ~ 400
			""")
	void refusesIntelligenceThatCannotBeRight(String right, @Nullable String wrong, String field, String remedy,
			int status) {
		String report = INTELLIGENCE.replaceAll("\\s*\n\\s*", " ");
		assertThat(report).contains(right);

		assertRefused("/police/intelligence", report.replace(right, (wrong != null) ? wrong : ""), status, field,
				remedy);
	}

	@Test
	void refusesIntelligenceAboutNobodyAndNoPlace() {
		String report = UNDER_CONDITIONS.replaceAll("(?s)\"persons\": \\[.*?\\],", "");

		assertRefused("/police/intelligence", report, 422, "persons", "send the place");
	}

	// --- wanted persons ----------------------------------------------------------------

	@Test
	void publishesThatAPersonIsWanted() {
		assertThat(this.force.send("/police/wanted-persons", WANTED)).hasStatus(HttpStatus.ACCEPTED);

		WantedPersonCirculated event = this.events.last(WantedPersonCirculated.class);
		assertThat(this.events.last().topic()).isEqualTo("police.wanted-person-circulated.v1");
		assertThat(this.events.last().key()).isEqualTo("police/WM-2025-3301");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-04-27T23:00:00Z"));
		assertThat(event.getOccurrenceId()).contains("OCC-2025-118820");
		assertThat(event.getOffenceType()).contains("VIOLENCE");
		assertThat(event.getCirculatedOn()).isEqualTo(LocalDate.of(2025, 4, 28));
		assertThat(event.getEnded()).isFalse();
		assertThat(event.getPeople()).singleElement().satisfies((person) -> {
			assertThat(person.getRef()).isEqualTo("N-40021");
			assertThat(person.getRole()).isEqualTo(PersonRole.SUSPECT);
			assertThat(person.getIdentifiers()).extracting(Identifier::getScheme).containsExactly("PNC_ID", "LOCAL");
		});
	}

	@Test
	void callsNobodyASuspectBecauseTheyAreWanted() {
		this.force.send("/police/wanted-persons", WANTED.replace("\"role\": \"SUSPECT\",", ""));

		assertThat(this.events.last(WantedPersonCirculated.class).getPeople()).singleElement()
			.satisfies((person) -> assertThat(person.getRole()).isEqualTo(PersonRole.SUBJECT));
	}

	@Test
	void publishesSinceWhenAPersonIsNoLongerWanted() {
		this.force.send("/police/wanted-persons", AgencyClient.example("police/wanted-person-ended.json"));

		WantedPersonCirculated event = this.events.last(WantedPersonCirculated.class);
		assertThat(event.getEnded()).isTrue();
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-05-06T16:25:00Z"));
		assertThat(event.getCirculatedOn()).isEqualTo(LocalDate.of(2025, 4, 28));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"circulatedOn": "2025-04-28", ~ "ended": false, ~ circulatedOn ~ Send this field ~ 422
			"circulatedOn": "2025-04-28" ~ "circulatedOn": "2025-04-28", "ended": true ~ record.occurredAt ~ when ~ 422
			"offenceType": "VIOLENCE" ~ "offenceType": "GBH" ~ offenceType ~ VIOLENCE ~ 400
			"pncId": "2012/1234567C" ~ "pncId": "2012/1234567D" ~ person.pncId ~ check letter ~ 422
			"person" ~ "detainee" ~ detainee ~ spelling ~ 400
			""")
	void refusesAWantedPersonWhoCannotBeRight(String right, String wrong, String field, String remedy, int status) {
		assertRefused("/police/wanted-persons", WANTED.replace(right, wrong), status, field, remedy);
	}

	// --- requests for a conference -----------------------------------------------------

	@Test
	void publishesARequestForAConference() {
		assertThat(this.force.send("/police/conference-requests", CONFERENCE)).hasStatus(HttpStatus.ACCEPTED);

		ConferenceRequested event = this.events.last(ConferenceRequested.class);
		assertThat(this.events.last().topic()).isEqualTo("police.conference-requested.v1");
		assertThat(this.events.last().key()).isEqualTo("police/CPU-2025-0512");
		assertThat(event.getRequestId()).isEqualTo("CPU-2025-0512");
		assertThat(event.getKind()).isEqualTo(ConferenceKind.CHILD_PROTECTION_CONFERENCE);
		assertThat(event.getRequestedOf()).isEqualTo("harrow-vale-council");
		assertThat(event.getRequestedOn()).isEqualTo(LocalDate.of(2025, 5, 2));
		assertThat(event.getReasonCodes()).containsExactly("DOMESTIC_ABUSE", "WANTED_PERSON_IN_HOME");
		assertThat(event.getSummary()).hasValueSatisfying((text) -> assertThat(text).contains("wanted man"));
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("child-1", "N-40022");
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("N-40022", RelationshipKind.PARENT_OF, "child-1"));
	}

	@Test
	void namesTheRequestByItsOwnNumberWhereItHasOne() {
		this.force.send("/police/conference-requests",
				CONFERENCE.replace("\"kind\":", "\"requestNumber\": \"R-7\", \"kind\":"));

		assertThat(this.events.last(ConferenceRequested.class).getRequestId()).isEqualTo("R-7");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"role": "CHILD" ~ "role": "SUBJECT" ~ persons ~ role CHILD ~ 422
			"requestedOf": "harrow-vale-council" ~ "requestedOf": "the council" ~ requestedOf ~ hyphen ~ 422
			"WANTED_PERSON_IN_HOME" ~ "wanted man" ~ reasonCodes[1] ~ capitals ~ 422
			"requestedOn": "2025-05-02", ~ ~ requestedOn ~ Send this field ~ 422
			CHILD_PROTECTION_CONFERENCE ~ CORE_GROUP ~ kind ~ STRATEGY_DISCUSSION ~ 400
			""")
	void refusesARequestThatCannotBeRight(String right, @Nullable String wrong, String field, String remedy,
			int status) {
		assertRefused("/police/conference-requests", CONFERENCE.replace(right, (wrong != null) ? wrong : ""), status,
				field, remedy);
	}

	// --- answers -----------------------------------------------------------------------

	@Test
	void publishesAnAnswer() {
		assertThat(this.force.send("/police/information-answers", ANSWER)).hasStatus(HttpStatus.ACCEPTED);

		InformationProvided event = this.events.last(InformationProvided.class);
		assertThat(this.events.last().topic()).isEqualTo("police.information-provided.v1");
		assertThat(this.events.last().key()).isEqualTo("police/IR-2025-0907");
		assertThat(event.getRequestId()).isEqualTo("REQ-2025-4410");
		assertThat(event.getAnswer()).isEqualTo(InformationAnswer.ANSWERED);
		assertThat(event.getRefusalReason()).isEmpty();
		assertThat(event.getAnsweredOn()).isEqualTo(LocalDate.of(2025, 5, 9));
		assertThat(event.getPeople()).singleElement()
			.satisfies((person) -> assertThat(person.getRole()).isEqualTo(PersonRole.SUBJECT));
	}

	@Test
	void publishesWhyAnAnswerWasRefused() {
		this.force.send("/police/information-answers", AgencyClient.example("police/information-answer-refused.json"));

		InformationProvided event = this.events.last(InformationProvided.class);
		assertThat(event.getAnswer()).isEqualTo(InformationAnswer.REFUSED);
		assertThat(event.getRefusalReason()).contains("MORE_DETRIMENTAL_TO_THE_CHILD");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"answer": "ANSWERED" ~ "answer": "REFUSED" ~ refusalReason ~ Say why ~ 422
			"requestId" ~ "refusalReason": "NO_LAWFUL_BASIS", "requestId" ~ refusalReason ~ Leave it out ~ 422
			"answer": "ANSWERED" ~ "answer": "OTHER" ~ answer ~ NOTHING_HELD ~ 400
			"REQ-2025-4410" ~ " " ~ requestId ~ not blank ~ 422
			"answeredOn": "2025-05-09" ~ "answeredOn": "1025-05-09" ~ answeredOn ~ placeholder ~ 422
			""")
	void refusesAnAnswerThatCannotBeRight(String right, String wrong, String field, String remedy, int status) {
		assertRefused("/police/information-answers", ANSWER.replace(right, wrong), status, field, remedy);
	}

	// --- every kind --------------------------------------------------------------------

	@ParameterizedTest
	@CsvSource({ "domestic-abuse-notifications, domestic-abuse-notification.json", "intelligence, intelligence.json",
			"intelligence, intelligence-conditions.json", "wanted-persons, wanted-person.json",
			"conference-requests, conference-request.json", "information-answers, information-answer.json",
			"custody, custody.json" })
	void withdrawsARecordThatNamesNobodyAnyMore(String collection, String file) {
		String withdrawn = withoutPeople(AgencyClient.example("police/" + file)).replaceAll("\"version\": 1,\\s*", "")
			.replaceFirst("\"system\"", "\"version\": 2, \"state\": \"ENTERED_IN_ERROR\", \"system\"");

		assertThat(this.force.send("/police/" + collection, withdrawn)).hasStatus(HttpStatus.ACCEPTED);

		SpecificRecordBase event = (SpecificRecordBase) this.events.last().event();
		assertThat(event.get("header")).isInstanceOfSatisfying(EventHeader.class,
				(header) -> assertThat(header.getRecordState()).isEqualTo(RecordState.ENTERED_IN_ERROR));
		assertThat(event.get("people")).isEqualTo(List.of());
	}

	@ParameterizedTest
	@CsvSource({ "domestic-abuse-notifications, domestic-abuse-notification.json, persons",
			"wanted-persons, wanted-person.json, person", "conference-requests, conference-request.json, persons",
			"information-answers, information-answer.json, persons", "custody, custody.json, detainee" })
	void refusesARecordThatStandsAndNamesNobody(String collection, String file, String field) {
		assertRefused("/police/" + collection, withoutPeople(AgencyClient.example("police/" + file)), 422, field, "");
	}

	@Test
	void acceptsEveryExample() throws IOException {
		List<String> sent = new ArrayList<>();

		for (NoticeType<?> kind : this.endpoints.notices()) {
			for (String example : kind.examples()) {
				assertThat(this.force.send("/police/" + kind.collection(), AgencyClient.example(example))).as(example)
					.hasStatus(HttpStatus.ACCEPTED);
				sent.add(example.substring("police/".length()));
			}
		}

		assertThat(this.force.put("/police/feeds", AgencyClient.example("police/feeds.json"))).hasStatusOk();
		sent.add("feeds.json");
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath*:examples/police/*.json"))
			.extracting(Resource::getFilename)
			.containsExactlyInAnyOrderElementsOf(sent);
	}

	@Test
	void takesATableWithOneRowAPerson() throws IOException {
		List<IncidentLogged> incidents = new ArrayList<>();

		for (String record : records("police/incidents.csv", "police/incidents-mapping.yml", IncidentNotice.class)) {
			assertThat(this.force.send("/police/incidents", record)).hasStatus(HttpStatus.ACCEPTED);
			incidents.add(this.events.last(IncidentLogged.class));
		}

		assertThat(incidents).hasSize(3);
		IncidentLogged first = incidents.getFirst();
		assertThat(first.getHeader().getSourceRecordId()).isEqualTo("LOG-2025-0311-0482");
		assertThat(first.getHeader().getSourceSystem()).isEqualTo("NICHE");
		assertThat(first.getHeader().getSourceVersion())
			.isEqualTo(Instant.parse("2025-03-11T23:05:00Z").toEpochMilli());
		assertThat(first.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-03-11T22:40:00Z"));
		assertThat(first.getIncidentType()).isEqualTo("DOMESTIC_ABUSE");
		assertThat(first.getChildrenPresent()).contains(true);
		assertThat(first.getOutcome()).contains("ARREST");
		assertThat(first.getLocation().orElseThrow().getLines()).containsExactly("4 Mill Row", "Fenbrook");
		assertThat(first.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("N-40021", PersonRole.SUSPECT), tuple("N-40022", PersonRole.VICTIM),
					tuple("child-1", PersonRole.CHILD));
		assertThat(first.getPeople()).extracting(PersonMention::getAddressProtected)
			.containsExactly(false, true, false);
		assertThat(first.getPeople().get(1).getBirth().orElseThrow().getMonth()).contains(2);
		assertThat(incidents.get(1).getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-04-02T00:15:00Z"));
		assertThat(incidents.get(1).getChildrenPresent()).isEmpty();
		assertThat(incidents.get(2).getPeople()).isEmpty();
		assertThat(incidents.get(2).getOutcome()).contains("NO_FURTHER_ACTION");
		assertThat(incidents.get(2).getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
	}

	@Test
	void makesTheSameRecordOfATableAndOfJson() throws IOException {
		String table = """
				record.id,record.version,record.system,record.occurredAt,record.recordedAt,occurrence.type,\
				occurrence.childrenPresent,persons[].nominal,persons[].role,persons[].surname,persons[].forenames
				LOG-1,1,STORM,2025-03-11T22:40:00Z,2025-03-11T23:05:00Z,DRUGS,no,N-1,SUSPECT,Pike,Darren Lee
				LOG-1,1,STORM,2025-03-11T22:40:00Z,2025-03-11T23:05:00Z,DRUGS,no,N-2,WITNESS,Marlow,Kelly
				""";
		String record = """
				{ "record": { "id": "LOG-1", "version": 1, "system": "STORM", "occurredAt": "2025-03-11T22:40:00Z",
				    "recordedAt": "2025-03-11T23:05:00Z" },
				  "occurrence": { "type": "DRUGS", "childrenPresent": false },
				  "persons": [
				    { "nominal": "N-1", "role": "SUSPECT", "surname": "Pike", "forenames": "Darren Lee" },
				    { "nominal": "N-2", "role": "WITNESS", "surname": "Marlow", "forenames": "Kelly" } ] }
				""";
		this.force.send("/police/incidents", record);
		IncidentLogged ofJson = this.events.last(IncidentLogged.class);

		MvcTestResult answer = this.force.send("/police/incidents", table, MediaType.parseMediaType("text/csv"),
				AgencyClient.token("police", "FBP"));

		assertThat(answer).hasStatus(HttpStatus.OK).bodyText().contains("\"accepted\":1,\"refused\":0");
		IncidentLogged ofTable = this.events.last(IncidentLogged.class);
		assertThat(ofTable.getHeader().getEventId()).isEqualTo(ofJson.getHeader().getEventId());
		assertThat(ofTable.getHeader().getReceiptId()).isNotEqualTo(ofJson.getHeader().getReceiptId());
		assertThat(ofTable.getPeople()).isEqualTo(ofJson.getPeople());
		assertThat(ofTable.getIncidentType()).isEqualTo(ofJson.getIncidentType());
		assertThat(ofTable.getChildrenPresent()).isEqualTo(ofJson.getChildrenPresent());
	}

	private void assertRefused(String path, String body, int status, String field, String remedy) {
		int before = this.events.size();

		MvcTestResult answer = this.force.send(path, body);

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText()
			.doesNotContain("AMBER", "Handler", "GBH", "1234567D", "the council", "wanted man", "CORE_GROUP", "1025");
		assertThat(this.events.size()).isEqualTo(before);
	}

	private static String withoutPeople(String record) {
		return record.replaceAll("(?s),\\s*\"(person|detainee)\": \\{.*", "}")
			.replaceAll("(?s)\"(persons|links)\": \\[.*?\\](?=,|\\s*})", "\"$1\": []");
	}

	private static List<String> records(String table, String mapping, Class<?> form) throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(AgencyClient.example(table).getBytes(StandardCharsets.UTF_8)), form,
				CsvMapping.read(new StringReader(AgencyClient.example(mapping))), 10_000);
		List<String> records = new ArrayList<>();
		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			records.add(new String(line.get().json(), StandardCharsets.UTF_8));
		}
		return records;
	}

}
