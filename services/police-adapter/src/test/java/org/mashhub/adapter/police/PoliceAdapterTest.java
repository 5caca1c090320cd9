package org.mashhub.adapter.police;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
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
import org.mashhub.event.police.v1.CustodyStatus;
import org.mashhub.event.police.v1.CustodyStatusChanged;
import org.mashhub.event.police.v1.IncidentLogged;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@AdapterTest
class PoliceAdapterTest {

	private static final String INCIDENT = AgencyClient.example("police/incident.json");

	private final RecordedEvents events;

	private final AgencyClient force;

	PoliceAdapterTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.force = new AgencyClient(http, "police", "FBP");
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

}
