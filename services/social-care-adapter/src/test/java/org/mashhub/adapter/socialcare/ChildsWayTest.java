package org.mashhub.adapter.socialcare;

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
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.socialcare.v1.AssertionKind;
import org.mashhub.event.socialcare.v1.AssertionOutcome;
import org.mashhub.event.socialcare.v1.AssertionRecorded;
import org.mashhub.event.socialcare.v1.AssertionVerified;
import org.mashhub.event.socialcare.v1.AssessedChild;
import org.mashhub.event.socialcare.v1.AssessmentCompleted;
import org.mashhub.event.socialcare.v1.AssessmentKind;
import org.mashhub.event.socialcare.v1.AssessmentStarted;
import org.mashhub.event.socialcare.v1.AttemptOutcome;
import org.mashhub.event.socialcare.v1.ChildSeen;
import org.mashhub.event.socialcare.v1.CommunicationNeedRecorded;
import org.mashhub.event.socialcare.v1.ContactAttempted;
import org.mashhub.event.socialcare.v1.ContactMethod;
import org.mashhub.event.socialcare.v1.ContactReceived;
import org.mashhub.event.socialcare.v1.FeedbackGiven;
import org.mashhub.event.socialcare.v1.HomeVisitRecorded;
import org.mashhub.event.socialcare.v1.ReferralDecided;
import org.mashhub.event.socialcare.v1.ReferralOutcome;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is sent of a child's way through the service. */
@AdapterTest
class ChildsWayTest {

	private final RecordedEvents events;

	private final AgencyClient council;

	ChildsWayTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.council = new AgencyClient(http, "social-care", "999");
	}

	// --- contacts ----------------------------------------------------------------------

	@Test
	void publishesAContactWithoutWhoMadeIt() {
		accept("contacts", "contact");

		ContactReceived event = this.events.last(ContactReceived.class);
		assertThat(this.events.last().topic()).isEqualTo("social-care.contact-received.v1");
		assertThat(this.events.last().key()).isEqualTo("social-care/CON-2025-6601");
		assertThat(event.getContactReference()).contains("C-6601");
		assertThat(event.getSourceCode()).isEqualTo("1B");
		assertThat(event.getAnonymous()).isFalse();
		assertThat(event.getObservedFrom()).contains(LocalDate.of(2025, 10, 20));
		assertThat(event.getObservedTo()).contains(LocalDate.of(2025, 11, 3));
		assertThat(event.getReportedAt()).isEqualTo(Instant.parse("2025-11-06T09:40:00Z"));
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(event.getReportedAt());
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.EXACT);
		assertThat(event.getHeader().getFamilyInformed()).isEqualTo(FamilyInformed.NOT_SAFE_TO_INFORM);
		assertThat(event.getConcernCategories()).containsExactly("UNKNOWN_ADULTS", "NEGLECT");
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("LA900417", PersonRole.CHILD), tuple("A-71", PersonRole.MOTHER),
					tuple("associate-1", PersonRole.ASSOCIATE));
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("A-71", RelationshipKind.PARENT_OF, "LA900417"));
	}

	@Test
	void takesASourceWithoutANameForAnonymous() {
		accept("contacts", "contact-anonymous");

		assertThat(this.events.last(ContactReceived.class).getAnonymous()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "referrer", "caller", "referrerName", "wishesToBeSealed" })
	void refusesAContactThatSaysWhoMadeIt(String field) {
		String told = example("contact").replace("\"contactReference\"",
				"\"" + field + "\": \"Joan Beck of 6 Mill Row\", \"contactReference\"");

		assertRefused("contacts", told, 400, field, "Leave it out");
	}

	// --- referrals ---------------------------------------------------------------------

	@Test
	void publishesADecisionOfWhichTheReferrerMustBeTold() {
		accept("referral-decisions", "referral-decision");

		ReferralDecided event = this.events.last(ReferralDecided.class);
		assertThat(this.events.last().topic()).isEqualTo("social-care.referral-decided.v1");
		assertThat(event.getReferralReference()).isEqualTo("R-6610");
		assertThat(event.getOutcome()).isEqualTo(ReferralOutcome.ASSESSMENT);
		assertThat(event.getReasonCodes()).containsExactly("THRESHOLD_MET");
		assertThat(event.getDecidedOn()).isEqualTo(LocalDate.of(2025, 11, 8));
		assertThat(event.getDecidedByRole()).contains("Team manager");
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
	}

	@Test
	void publishesThatTheReferrerWasTold() {
		accept("feedback", "feedback");

		FeedbackGiven event = this.events.last(FeedbackGiven.class);
		assertThat(event.getReferralReference()).isEqualTo("R-6610");
		assertThat(event.getGivenOn()).isEqualTo(LocalDate.of(2025, 11, 10));
		assertThat(event.getSourceCode()).contains("3B");
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("LA900417");
	}

	// --- assessments -------------------------------------------------------------------

	@Test
	void publishesThatAnAssessmentOfTwoChildrenBegan() {
		accept("assessments-started", "assessment-started");

		AssessmentStarted event = this.events.last(AssessmentStarted.class);
		assertThat(event.getAssessmentId()).isEqualTo("CFA-2025-6610");
		assertThat(event.getKind()).isEqualTo(AssessmentKind.CHILD_AND_FAMILY);
		assertThat(event.getStartedOn()).isEqualTo(LocalDate.of(2025, 11, 10));
		assertThat(event.getDueOn()).contains(LocalDate.of(2026, 1, 15));
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("LA900417", "LA900418");
		assertThat(event.getRelationships()).isEmpty();
	}

	@Test
	void publishesAnAssessmentChildByChild() {
		accept("assessments", "assessment");

		AssessmentCompleted event = this.events.last(AssessmentCompleted.class);
		assertThat(this.events.last().topic()).isEqualTo("social-care.assessment-completed.v1");
		assertThat(event.getAssessmentId()).isEqualTo("CFA-2025-6610");
		assertThat(event.getStartedOn()).contains(LocalDate.of(2025, 11, 10));
		assertThat(event.getCompletedOn()).isEqualTo(LocalDate.of(2026, 1, 12));
		assertThat(event.getCensusVersion()).contains("2024-25");
		assertThat(event.getChildren()).extracting(AssessedChild::getChildRef)
			.containsExactlyElementsOf(event.getPeople().stream().map(PersonMention::getRef).toList());
		AssessedChild ava = event.getChildren().getFirst();
		assertThat(ava.getChildSeen()).isEqualTo(ChildSeen.SEEN_AWAKE);
		assertThat(ava.getSeenAlone()).isEmpty();
		assertThat(ava.getFactorCodes()).containsExactly("2B", "3B", "16A");
		AssessedChild noah = event.getChildren().getLast();
		assertThat(noah.getSeenAlone()).contains(true);
		assertThat(noah.getContentHash()).isNotEqualTo(ava.getContentHash());
	}

	/**
	 * The value too: two releases of the hub must find the same assessments identical.
	 */
	@Test
	void hashesTheCodesOfAChildAndNothingElse() {
		accept("assessments", "assessment");
		String ofAva = hashes().getFirst();

		send("assessments",
				example("assessment").replace("[\"2B\", \"3B\", \"16A\"]", "[\"16A\", \"3B\", \"2B\", \"2B\"]")
					.replaceFirst("SEEN_AWAKE", "NOT_RECORDED")
					.replace("CFA-2025-6610", "CFA-2025-7777")
					.replace("Ava", "Eva"));

		assertThat(hashes().getFirst()).isEqualTo(ofAva)
			.isEqualTo("80de76ecdd5fb058dd3b76d097fd3b8c97222b343622e0b55636d6d1affb1782");
	}

	@Test
	void givesChildrenOfWhomTheSameWasFoundTheSameHash() {
		send("assessments", example("assessment").replace("\"2B\", ", "").replaceAll("\\[\"SAFE.*?]", "[\"SPEECH\"]"));

		assertThat(hashes()).hasSize(2).doesNotContainNull();
		assertThat(hashes().getFirst()).isEqualTo(hashes().getLast()).matches("[0-9a-f]{64}");
	}

	@Test
	void hashesNothingWhereNothingWasFound() {
		send("assessments", example("assessment").replaceAll(",\\s*\"(factor|need|outcome)Codes\": \\[.*?]", ""));

		assertThat(this.events.last(AssessmentCompleted.class).getChildren())
			.allSatisfy((child) -> assertThat(child.getContentHash()).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "1A", "6C", "7A", "8B", "8F", "9A", "10A", "17A", "18B", "18C", "19B", "19C", "20", "21",
			"22A", "24A" })
	void knowsTheFactorsOfTheCensus(String code) {
		send("assessments", example("assessment").replace("\"2B\"", "\"" + code + "\""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"2B" ~ "18A" ~ children[0].factorCodes[0] ~ 18B (physical abuse by a child) or 18C ~ 422
			"2B" ~ "19A" ~ children[0].factorCodes[0] ~ 19B (sexual abuse by a child) or 19C ~ 422
			"2B" ~ "8A" ~ children[0].factorCodes[0] ~ 8B to 8F ~ 422
			"2B" ~ "25A" ~ children[0].factorCodes[0] ~ 24A ~ 422
			"2B" ~ null ~ children[0].factorCodes[0] ~ Send this field ~ 422
			"SPEECH" ~ "cannot speak" ~ children[1].needCodes[0] ~ capitals ~ 422
			"2024-25" ~ "last year" ~ censusVersion ~ 2024-25 ~ 422
			"startedOn": "2025-11-10" ~ "startedOn": "2026-02-10" ~ completedOn ~ two dates ~ 422
			"LA900418" ~ "LA900417" ~ children[1].child ~ once ~ 422
			"childSeen": "SEEN_AWAKE", ~ "childSeen": "Y", ~ children[0].childSeen ~ SEEN_ASLEEP ~ 400
			"analysis" ~ "analysis" ~ children[0].analysis ~ Leave it out ~ 400
			""")
	void refusesAnAssessmentThatCannotBeRight(String right, String wrong, String field, String remedy, int status) {
		String assessment = example("assessment");
		assessment = right.equals("\"analysis\"")
				? assessment.replaceFirst("\"childSeen\"", "\"analysis\": \"cannot speak\", \"childSeen\"")
				: assessment.replace(right, wrong);

		assertRefused("assessments", assessment, status, field, remedy);
	}

	@Test
	void refusesAChildSeenAloneWhoWasNotSeen() {
		String unseen = example("assessment").replace("SEEN_AWAKE", "NOT_SEEN");

		assertRefused("assessments", unseen, 422, "children[1].seenAlone", "Correct childSeen");
	}

	// --- visits and attempts -----------------------------------------------------------

	@Test
	void publishesWhoWasAtHome() {
		accept("home-visits", "home-visit");

		HomeVisitRecorded event = this.events.last(HomeVisitRecorded.class);
		assertThat(event.getChildSeen()).isEqualTo(ChildSeen.SEEN_ASLEEP);
		assertThat(event.getSeenAlone()).isEmpty();
		assertThat(event.getAnnounced()).contains(false);
		assertThat(event.getConditionsGrade()).contains(4);
		assertThat(event.getConditionsTool()).contains("GCP2");
		assertThat(event.getConcern()).contains(true);
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("LA900417", PersonRole.CHILD), tuple("A-71", PersonRole.MOTHER),
					tuple("partner-1", PersonRole.PARTNER), tuple("visitor-1", PersonRole.VISITOR));
		assertThat(event.getPeople().get(2).getAddress().orElseThrow().getUprn()).contains("999900000004");
		assertThat(event.getPeople().get(3).getAddress()).isEmpty();
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("A-71", RelationshipKind.PARENT_OF, "LA900417"),
					tuple("partner-1", RelationshipKind.LIVES_WITH, "LA900417"),
					tuple("partner-1", RelationshipKind.PARTNER_OF, "A-71"));
	}

	@Test
	void protectsWhoLivesWithAProtectedChildAsMuchAsTheChild() {
		send("home-visits", example("home-visit").replace("\"sex\": \"FEMALE\"",
				"\"sex\": \"FEMALE\", \"addressProtected\": true"));

		assertThat(this.events.last(HomeVisitRecorded.class).getPeople()).extracting(PersonMention::getAddressProtected)
			.containsExactly(true, true, true, false);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"announced": false ~ "seenAlone": true ~ seenAlone ~ ~ NOT_SEEN
			"grade": 4 ~ "grade": 6 ~ conditions.grade ~ 5 or less ~ SEEN_ASLEEP
			, "tool": "GCP2" ~ ~ conditions.tool ~ Send this field ~ SEEN_ASLEEP
			"relationToChild": "NOT_KNOWN", ~ ~ present[2].relationToChild ~ Send this field ~ SEEN_ASLEEP
			"occurredAt": "2025-11-20T11:00:00Z", ~ ~ record.occurredAt ~ offset ~ SEEN_ASLEEP
			""")
	void refusesAVisitThatCannotBeRight(String right, String wrong, String field, String remedy, String seen) {
		String visit = example("home-visit").replace(right, (wrong != null) ? wrong : "").replace("SEEN_ASLEEP", seen);

		assertRefused("home-visits", visit, 422, field, (remedy != null) ? remedy : "");
	}

	@Test
	void publishesAnAttemptToReachAFamily() {
		accept("contact-attempts", "contact-attempt");

		ContactAttempted event = this.events.last(ContactAttempted.class);
		assertThat(event.getMethod()).isEqualTo(ContactMethod.LETTER);
		assertThat(event.getOutcome()).isEqualTo(AttemptOutcome.NO_REPLY);
		assertThat(event.getAttemptedOn()).isEqualTo(LocalDate.of(2025, 11, 27));
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("LA900417", "A-71");
	}

	@Test
	void publishesHowAMotherMustBeReached() {
		accept("communication-needs", "communication-need");

		CommunicationNeedRecorded event = this.events.last(CommunicationNeedRecorded.class);
		assertThat(event.getNeedCodes()).containsExactly("CANNOT_READ", "EASY_READ");
		assertThat(event.getLanguage()).isEmpty();
		assertThat(event.getEnded()).isFalse();
		assertThat(event.getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.CHILD, PersonRole.MOTHER);
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(event.getHeader().getRecordedAt());
	}

	@Test
	void makesWhoeverIsNoParentTheSubjectOfTheirNeed() {
		send("communication-needs", example("communication-need").replace("\"MOTHER\"", "\"PARENTS_PARTNER\"")
			.replace("\"CANNOT_READ\", \"EASY_READ\"]", "\"INTERPRETER\"], \"language\": \"pol\""));

		CommunicationNeedRecorded event = this.events.last(CommunicationNeedRecorded.class);
		assertThat(event.getPeople().getLast().getRole()).isEqualTo(PersonRole.SUBJECT);
		assertThat(event.getLanguage()).contains("pol");
	}

	// --- assertions --------------------------------------------------------------------

	@Test
	void publishesWhatSomebodySaidApartFromWhatIsKnown() {
		accept("assertions", "assertion");

		AssertionRecorded event = this.events.last(AssertionRecorded.class);
		assertThat(event.getAssertionId()).isEqualTo("AS-7044");
		assertThat(event.getKind()).isEqualTo(AssertionKind.CHARGES_DROPPED);
		assertThat(event.getAboutRef()).contains("partner-1");
		assertThat(event.getSaidByRef()).contains("A-71");
		assertThat(event.getVerified()).isFalse();
	}

	@Test
	void numbersAnAssertionAsItsRecordWhereItHasNoOtherNumber() {
		send("assertions", example("assertion").replace("\"assertionId\": \"AS-7044\",", ""));

		assertThat(this.events.last(AssertionRecorded.class).getAssertionId()).isEqualTo("CN-2025-7044");
	}

	@Test
	void publishesWhatCameOfVerifying() {
		accept("assertion-verifications", "assertion-verification");

		AssertionVerified event = this.events.last(AssertionVerified.class);
		assertThat(event.getAssertionId()).isEqualTo("AS-7044");
		assertThat(event.getOutcome()).isEqualTo(AssertionOutcome.REFUTED);
		assertThat(event.getSource()).isEqualTo("POLICE");
		assertThat(event.getAboutRef()).contains("partner-1");
		assertThat(event.getVerifiedOn()).isEqualTo(LocalDate.of(2025, 12, 8));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					contacts ~ contact ~ "1B" ~ "3G" ~ contactSourceCode ~ 3A to 3F ~ 422
					contacts ~ contact ~ "2025-11-03" ~ "2025-10-03" ~ observedTo ~ two dates ~ 422
					contacts ~ contact ~ "NEGLECT" ~ "BAD_HOME" ~ concerns[1] ~ HOME_CONDITIONS ~ 400
					contacts ~ contact ~ T09:40:00Z ~ T09:40:00 ~ reportedAt ~ offset ~ 400
					referral-decisions ~ referral-decision ~ "ASSESSMENT" ~ "SINGLE" ~ referralOutcome ~ STEP_DOWN ~ 400
					referral-decisions ~ referral-decision ~ "THRESHOLD_MET" ~ "met it" ~ reasonCodes[0] ~ capitals ~ 422
					referral-decisions ~ referral-decision ~ "R-6610" ~ " " ~ referralReference ~ not blank ~ 422
					feedback ~ feedback ~ "3B" ~ "GP" ~ referralSourceCode ~ 3A to 3F ~ 422
					feedback ~ feedback ~ "referralReference" ~ "toldTo" ~ toldTo ~ Leave it out ~ 400
					assessments-started ~ assessment-started ~ "2026-01-15" ~ "2025-01-15" ~ dueOn ~ two dates ~ 422
					contact-attempts ~ contact-attempt ~ "LETTER" ~ "POST" ~ method ~ TEXT_MESSAGE ~ 400
					communication-needs ~ communication-need ~ ["CANNOT_READ", "EASY_READ"] ~ [] ~ needCodes ~ one entry ~ 422
					communication-needs ~ communication-need ~ "needCodes" ~ "language": "Polish", "needCodes" ~ language ~ pol ~ 422
					assertions ~ assertion ~ "saidBy": "A-71" ~ "saidBy": "A-99" ~ saidBy ~ role and position ~ 422
					assertions ~ assertion ~ "about": "partner-1" ~ "about": "father-1" ~ about ~ role and position ~ 422
					assertions ~ assertion ~ "AS-7044" ~ "AS 7044" ~ assertionId ~ without spaces ~ 422
					assertion-verifications ~ assertion-verification ~ "POLICE" ~ "MOTHER" ~ source ~ further assertion ~ 422
					assertion-verifications ~ assertion-verification ~ "REFUTED" ~ "FALSE" ~ outcome ~ UNVERIFIABLE ~ 400
					""")
	void namesFieldAndRemedy(String collection, String file, String right, String wrong, String field, String remedy,
			int status) {
		assertRefused(collection, example(file).replace(right, wrong), status, field, remedy);
	}

	private List<String> hashes() {
		return this.events.last(AssessmentCompleted.class)
			.getChildren()
			.stream()
			.map((child) -> child.getContentHash().orElseThrow())
			.toList();
	}

	private void accept(String collection, String file) {
		send(collection, example(file));
	}

	private void send(String collection, String body) {
		assertThat(this.council.send("/social-care/" + collection, body)).hasStatus(HttpStatus.ACCEPTED);
	}

	private void assertRefused(String collection, String body, int status, String field, String remedy) {
		int before = this.events.size();

		MvcTestResult answer = this.council.send("/social-care/" + collection, body);

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("Joan", "cannot speak", "BAD_HOME", "met it", "25A", "last year");
		assertThat(this.events.size()).isEqualTo(before);
	}

	private static String example(String file) {
		return AgencyClient.example("social-care/" + file + ".json");
	}

}
