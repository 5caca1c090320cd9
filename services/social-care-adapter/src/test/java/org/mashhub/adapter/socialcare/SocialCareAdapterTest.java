package org.mashhub.adapter.socialcare;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.OpenApiDocument;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.socialcare.v1.CaseClosed;
import org.mashhub.event.socialcare.v1.CaseStatus;
import org.mashhub.event.socialcare.v1.CaseStatusChanged;
import org.mashhub.event.socialcare.v1.ClosureProposed;
import org.mashhub.event.socialcare.v1.LeadProfessionalAssigned;
import org.mashhub.event.socialcare.v1.ReferralReceived;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class SocialCareAdapterTest {

	private static final String REFERRAL = AgencyClient.example("social-care/referral.json");

	private static final String CLOSURE = AgencyClient.example("social-care/closure.json");

	private final RecordedEvents events;

	private final AgencyClient council;

	SocialCareAdapterTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.council = new AgencyClient(http, "social-care", "999");
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("social-care", this.council);
	}

	@Test
	void publishesAReferralWithTheFamily() {
		assertThat(this.council.send("/social-care/referrals", REFERRAL)).hasStatus(HttpStatus.ACCEPTED);

		ReferralReceived event = this.events.last(ReferralReceived.class);
		assertThat(this.events.last().topic()).isEqualTo("social-care.referral-received.v1");
		assertThat(event.getSourceCode()).isEqualTo("3B");
		assertThat(event.getPrimaryNeed()).contains("N1");
		assertThat(event.getReferralReference()).contains("R-6610");
		assertThat(event.getPeople()).extracting(PersonMention::getRef)
			.containsExactly("LA900417", "A-71", "partner-1");
		assertThat(event.getPeople().getFirst().getIdentifiers()).extracting("scheme")
			.containsExactly("LA_CHILD_ID", "NHS_NUMBER");
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("A-71", RelationshipKind.PARENT_OF, "LA900417"),
					tuple("partner-1", RelationshipKind.PARTNER_OF, "A-71"));
	}

	@Test
	void publishesAStatus() {
		assertThat(this.council.send("/social-care/status-changes",
				AgencyClient.example("social-care/status-change.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		CaseStatusChanged event = this.events.last(CaseStatusChanged.class);
		assertThat(event.getStatus()).isEqualTo(CaseStatus.CHILD_IN_NEED);
		assertThat(event.getEnded()).isFalse();
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2025, 11, 11));
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-11-11T00:00:00Z"));
		assertThat(event.getWorkerPhone()).contains("01632 960123");
	}

	@Test
	void publishesALeadProfessional() {
		assertThat(this.council.send("/social-care/lead-professionals",
				AgencyClient.example("social-care/lead-professional.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		LeadProfessionalAssigned event = this.events.last(LeadProfessionalAssigned.class);
		assertThat(event.getName()).isEqualTo("Priya Anand");
		assertThat(event.getEmail()).contains("priya.anand@harrow-vale.example");
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2025, 11, 11));
		assertThat(event.getEndedOn()).isEmpty();
	}

	@Test
	void publishesAClosureProposalWithItsAnswers() {
		assertThat(this.council.send("/social-care/closure-proposals",
				AgencyClient.example("social-care/closure-proposal.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		ClosureProposed event = this.events.last(ClosureProposed.class);
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(2);
		assertThat(event.getReasonCode()).contains("RC9");
		assertThat(event.getProposedFor()).contains(LocalDate.of(2026, 1, 30));
		assertThat(event.getAnswers()).singleElement()
			.satisfies((answer) -> assertThat(answer.getItem()).isEqualTo("risk-event"));
		assertThat(event.getRestsOn()).containsExactly("AS-7061");
	}

	@Test
	void publishesAClosure() {
		assertThat(this.council.send("/social-care/closures", CLOSURE)).hasStatus(HttpStatus.ACCEPTED);

		CaseClosed event = this.events.last(CaseClosed.class);
		assertThat(event.getClosedOn()).isEqualTo(LocalDate.of(2026, 1, 30));
		assertThat(event.getApprovedBy()).contains("Team manager");
		assertThat(event.getAnswers()).hasSize(1);
		assertThat(event.getRestsOn()).containsExactly("AS-7061");
	}

	@Test
	void refusesToRestOnANumberThatCouldBeTwo() {
		Refusals.assertNames(this.council.send("/social-care/closures", CLOSURE.replace("AS-7061", "AS-7061 AS-7044")),
				422, "restsOn[0]", "without spaces");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1A", "2B", "3F", "4", "5D", "9", "10" })
	void knowsTheCensusCodesOfSources(String code) {
		assertThat(this.council.send("/social-care/referrals",
				REFERRAL.replace("\"referralSourceCode\": \"3B\"", "\"referralSourceCode\": \"" + code + "\"")))
			.hasStatus(HttpStatus.ACCEPTED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"referralSourceCode": "3B" ~ "referralSourceCode": "3G" ~ referralSourceCode ~ 3A to 3F
			"primaryNeedCode": "N1" ~ "primaryNeedCode": "X1" ~ primaryNeedCode ~ N8
			LA900417 ~ LA-900417 ~ child.laChildId ~ letters and digits
			9990000026 ~ 9990000027 ~ family[0].nhsNumber ~ check digit
			"relationToChild": "MOTHER", ~ ~ family[0].relationToChild ~ Send this field
			""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String right, String wrong, String field, String remedy) {
		MvcTestResult answer = this.council.send("/social-care/referrals",
				REFERRAL.replace(right, (wrong != null) ? wrong : ""));

		Refusals.assertNames(answer, 422, field, remedy);
		assertThat(answer).bodyText().doesNotContain("3G", "X1", "LA-900417", "9990000027");
	}

	@Test
	void refusesAReasonThatTheCensusDoesNotKnow() {
		Refusals.assertNames(this.council.send("/social-care/closures", CLOSURE.replace("RC9", "RC12")), 422,
				"closeReasonCode", "RC1 to RC9");
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.council.send("/social-care/referrals", REFERRAL, MediaType.APPLICATION_JSON,
				AgencyClient.token("housing", "L4417")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

}
