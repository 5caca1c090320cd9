package org.mashhub.adapter.healthvisiting;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.healthvisiting.v1.BirthVisitRecorded;
import org.mashhub.event.healthvisiting.v1.ChildSeen;
import org.mashhub.event.healthvisiting.v1.HomeVisitRecorded;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class HealthVisitingAdapterTest {

	private static final String HOME_VISIT = AgencyClient.example("health-visiting/home-visit.json");

	private static final String BIRTH_VISIT = AgencyClient.example("health-visiting/birth-visit.json");

	private final RecordedEvents events;

	private final AgencyClient trust;

	HealthVisitingAdapterTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.trust = new AgencyClient(http, "health-visiting", "RYK");
	}

	@Test
	void publishesABirthVisitWithMotherAndPartner() {
		assertThat(this.trust.send("/health-visiting/birth-visits", BIRTH_VISIT)).hasStatus(HttpStatus.ACCEPTED);

		BirthVisitRecorded event = this.events.last(BirthVisitRecorded.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.birth-visit-recorded.v1");
		assertThat(event.getChildSeen()).isEqualTo(ChildSeen.SEEN_AWAKE);
		assertThat(event.getGestationWeeks()).contains(36);
		assertThat(event.getFeeding()).contains("FORMULA");
		assertThat(event.getHeader().getFamilyInformed()).isEqualTo(FamilyInformed.YES);
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("C-5001", PersonRole.CHILD), tuple("M-5002", PersonRole.MOTHER),
					tuple("partner-1", PersonRole.PARTNER));
		PersonMention baby = event.getPeople().getFirst();
		assertThat(baby.getBirth().orElseThrow().getDate()).contains(LocalDate.of(2025, 9, 18));
		assertThat(baby.getGpPractice()).contains("Y99001");
		assertThat(baby.getIdentifiers().getFirst().getScheme()).isEqualTo("NHS_NUMBER");
		assertThat(baby.getIdentifiers().getFirst().getVerified()).isTrue();
		assertThat(event.getPeople().get(1).getAddress()).isEqualTo(baby.getAddress());
		assertThat(event.getPeople().get(2).getAddress()).isEmpty();
		assertThat(event.getRelationships()).extracting("from", "kind", "to", "status")
			.containsExactly(tuple("M-5002", RelationshipKind.PARENT_OF, "C-5001", RelationshipStatus.RECORDED),
					tuple("partner-1", RelationshipKind.PARTNER_OF, "M-5002", RelationshipStatus.CLAIMED));
	}

	@Test
	void publishesACorrectedHomeVisit() {
		assertThat(this.trust.send("/health-visiting/home-visits", HOME_VISIT)).hasStatus(HttpStatus.ACCEPTED);

		HomeVisitRecorded event = this.events.last(HomeVisitRecorded.class);
		assertThat(this.events.last().key()).isEqualTo("health-visiting/HV-2025-1106-03");
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.CORRECTED);
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(2);
		assertThat(event.getChildSeen()).isEqualTo(ChildSeen.SEEN_ASLEEP);
		assertThat(event.getConditionsGrade()).contains(4);
		assertThat(event.getConditionsTool()).contains("GCP2");
		assertThat(event.getConcern()).contains(true);
		assertThat(event.getRelationships()).extracting("kind")
			.containsExactly(RelationshipKind.PARENT_OF, RelationshipKind.GRANDPARENT_OF);
	}

	@Test
	void describesMenWhomNobodyCouldName() {
		this.trust.send("/health-visiting/home-visits",
				AgencyClient.example("health-visiting/home-visit-unknown-man.json"));

		HomeVisitRecorded event = this.events.last(HomeVisitRecorded.class);
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(event.getPeople()).extracting(PersonMention::getRef)
			.containsExactly("C-5001", "visitor-1", "household-member-1");
		assertThat(event.getPeople().getFirst().getAddressProtected()).isTrue();
		assertThat(event.getPeople().get(1).getUnidentified())
			.hasValueSatisfying((text) -> assertThat(text).contains("Daz"));
		assertThat(event.getRelationships()).extracting("from", "kind")
			.containsExactly(tuple("household-member-1", RelationshipKind.LIVES_WITH));
	}

	@Test
	void withdrawsAVisitWithoutNamingAnybodyAgain() {
		String withdrawn = """
				{ "record": { "id": "HV-2025-1106-03", "version": 3, "state": "ENTERED_IN_ERROR",
				"system": "SystmOne", "occurredAt": "2025-11-06T14:00:00Z", "recordedAt": "2025-11-08T09:00:00Z" },
				"visit": { "childSeen": "NOT_RECORDED" } }
				""";

		assertThat(this.trust.send("/health-visiting/home-visits", withdrawn)).hasStatus(HttpStatus.ACCEPTED);
		assertThat(this.events.last(HomeVisitRecorded.class).getPeople()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			999 000 0018 ~ 999 000 0019 ~ child.nhsNumber ~ check digit ~ 422
			"grade": 4 ~ "grade": 6 ~ visit.conditions.grade ~ 5 or less ~ 422
			"tool": "GCP2" ~ "tool": " " ~ visit.conditions.tool ~ not blank ~ 422
			GRANDPARENT ~ Nan ~ present[1].relationToChild ~ GRANDPARENT ~ 400
			"child": ~ "toddler": ~ toddler ~ spelling ~ 400
			"forenames": "Jean" ~ "livesHere": true ~ present[1] ~ description ~ 422
			2025-09-18 ~ 2025-09-31 ~ child.dateOfBirth ~ YYYY-MM-DD ~ 422
			"occurredAt" ~ "occurredPrecision": "EXACT", "recordedOn" ~ record.recordedOn ~ spelling ~ 400
			""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String right, String wrong, String field, String remedy,
			int status) {
		var answer = this.trust.send("/health-visiting/home-visits", HOME_VISIT.replace(right, wrong));

		Refusals.assertNames(answer, status, field, remedy);
		if (!wrong.contains("\"")) {
			assertThat(answer).bodyText().doesNotContain(wrong);
		}
	}

	@Test
	void refusesAVisitToNoChild() {
		String visit = HOME_VISIT.replaceAll("(?s)\"child\": \\{.*?\\},\\s*\"present\"", "\"present\"");

		Refusals.assertNames(this.trust.send("/health-visiting/home-visits", visit), 422, "child", "withdrawn");
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.trust.send("/health-visiting/home-visits", HOME_VISIT, MediaType.APPLICATION_JSON,
				AgencyClient.token("gp", "Y99001")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

}
