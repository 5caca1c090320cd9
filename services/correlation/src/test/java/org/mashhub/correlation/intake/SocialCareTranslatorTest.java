package org.mashhub.correlation.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.socialcare.v1.AssertionKind;
import org.mashhub.event.socialcare.v1.AssertionOutcome;
import org.mashhub.event.socialcare.v1.AssertionRecorded;
import org.mashhub.event.socialcare.v1.AssertionVerified;
import org.mashhub.event.socialcare.v1.AssessedChild;
import org.mashhub.event.socialcare.v1.AssessmentCompleted;
import org.mashhub.event.socialcare.v1.AssessmentKind;
import org.mashhub.event.socialcare.v1.AssessmentStarted;
import org.mashhub.event.socialcare.v1.AttemptOutcome;
import org.mashhub.event.socialcare.v1.CaseClosed;
import org.mashhub.event.socialcare.v1.ChildSeen;
import org.mashhub.event.socialcare.v1.ClosureProposed;
import org.mashhub.event.socialcare.v1.CommunicationNeedRecorded;
import org.mashhub.event.socialcare.v1.ContactAttempted;
import org.mashhub.event.socialcare.v1.ContactMethod;
import org.mashhub.event.socialcare.v1.ContactReceived;
import org.mashhub.event.socialcare.v1.FeedbackGiven;
import org.mashhub.event.socialcare.v1.HomeVisitRecorded;
import org.mashhub.event.socialcare.v1.ReferralDecided;
import org.mashhub.event.socialcare.v1.ReferralOutcome;

import static org.assertj.core.api.Assertions.assertThat;

class SocialCareTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.PARTNER));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsAContactOfTheChildWithWhenItWasSeenAndWhenReported() {
		assertThat(Events.said(ContactReceived.class, FAMILY, "contactReference", "C1", "sourceCode", "9", "anonymous",
				true, "observedFrom", DAY.minusDays(14), "observedTo", DAY.minusDays(13), "reportedAt",
				Instant.parse("2025-09-30T09:00:00Z"), "concernCategories", List.of("NEGLECT")))
			.containsExactly(
					"CONTACT_RECEIVED child {anonymous=true, concerns=NEGLECT, observedFrom=2025-09-16, observedTo=2025-09-17, reference=C1, reportedAt=2025-09-30T09:00:00Z, source=9}");
	}

	@Test
	void tellsADecisionAndItsFeedbackUnderTheReferenceOfTheReferral() {
		assertThat(Events.said(ReferralDecided.class, FAMILY, "referralReference", "R1", "outcome",
				ReferralOutcome.NO_FURTHER_ACTION, "reasonCodes", List.of("THRESHOLD_NOT_MET"), "decidedOn", DAY))
			.containsExactly(
					"REFERRAL_DECIDED child {on=2025-09-30, outcome=NO_FURTHER_ACTION, reasons=THRESHOLD_NOT_MET, reference=R1}");
		assertThat(
				Events.said(FeedbackGiven.class, FAMILY, "referralReference", "R1", "givenOn", DAY, "sourceCode", "3B"))
			.containsExactly("FEEDBACK_GIVEN child {on=2025-09-30, reference=R1, source=3B}");
	}

	@Test
	void tellsThatAnAssessmentHasBegun() {
		assertThat(Events.said(AssessmentStarted.class, FAMILY, "assessmentId", "A1", "kind", AssessmentKind.SECTION_47,
				"startedOn", DAY, "dueOn", DAY.plusDays(45)))
			.containsExactly(
					"ASSESSMENT_CHANGED child {assessment=A1, change=STARTED, dueOn=2025-11-14, kind=SECTION_47, on=2025-09-30}");
	}

	@Test
	void tellsACompletedAssessmentChildByChild() {
		List<PersonMention> children = List.of(Events.somebody("one", PersonRole.CHILD),
				Events.somebody("two", PersonRole.CHILD));
		List<AssessedChild> assessed = List.of(
				new AssessedChild("one", ChildSeen.SEEN_AWAKE, true, List.of("2B", "16A"), "hash"),
				new AssessedChild("two", ChildSeen.NOT_SEEN, null, List.of(), "hash"));

		assertThat(Events.said(AssessmentCompleted.class, children, "assessmentId", "A1", "kind",
				AssessmentKind.CHILD_AND_FAMILY, "completedOn", DAY, "censusVersion", "2024-25", "children", assessed))
			.containsExactly(
					"ASSESSMENT_CHANGED one {assessment=A1, census=2024-25, change=COMPLETED, contentHash=hash, factors=2B 16A, kind=CHILD_AND_FAMILY, on=2025-09-30}",
					"CHILD_SEEN one {alone=true, seen=SEEN_AWAKE}",
					"ASSESSMENT_CHANGED two {assessment=A1, census=2024-25, change=COMPLETED, contentHash=hash, kind=CHILD_AND_FAMILY, on=2025-09-30}",
					"CHILD_SEEN two {seen=NOT_SEEN}");
	}

	@Test
	void tellsWhoWasSeenAtHome() {
		assertThat(Events.said(HomeVisitRecorded.class, FAMILY, "childSeen", ChildSeen.NOT_SEEN, "announced", true))
			.containsExactly("VISIT_MADE child {announced=true}", "CHILD_SEEN child {seen=NOT_SEEN}",
					"ADULT_SEEN mother man {place=HOME}");
	}

	@Test
	void tellsALetterAsAnAttemptToReachTheFamily() {
		assertThat(Events.said(ContactAttempted.class, FAMILY, "method", ContactMethod.LETTER, "outcome",
				AttemptOutcome.NO_REPLY, "attemptedOn", DAY))
			.containsExactly("CONTACT_ATTEMPTED child mother man {method=LETTER, on=2025-09-30, outcome=NO_REPLY}");
	}

	@Test
	void tellsOnWhichAssertionsAClosureRests() {
		assertThat(Events.said(ClosureProposed.class, FAMILY, "reasonCode", "RC8", "restsOn", List.of("AS1", "AS2")))
			.containsExactly("CLOSURE_PROPOSED child {reason=RC8, restsOn=AS1 AS2}");
		assertThat(Events.said(CaseClosed.class, FAMILY, "closedOn", DAY, "restsOn", List.of("AS1")))
			.containsExactly("CASE_CLOSED child {on=2025-09-30, restsOn=AS1}");
	}

	@Test
	void tellsAnAssertionAndWhatCameOfIt() {
		assertThat(Events.said(AssertionRecorded.class, FAMILY, "assertionId", "AS1", "kind",
				AssertionKind.CHARGES_DROPPED, "aboutRef", "man", "saidByRef", "mother"))
			.containsExactly(
					"ASSERTION_MADE child man {assertion=AS1, change=RECORDED, kind=CHARGES_DROPPED, saidBy=MOTHER, verified=false}");
		assertThat(Events.said(AssertionVerified.class, FAMILY, "assertionId", "AS1", "outcome",
				AssertionOutcome.REFUTED, "source", "COURT", "aboutRef", "man", "verifiedOn", DAY))
			.containsExactly("ASSERTION_MADE child man {assertion=AS1, change=REFUTED, on=2025-09-30, source=COURT}");
	}

	@Test
	void tellsHowAParentMustBeReached() {
		assertThat(Events.said(CommunicationNeedRecorded.class, FAMILY, "needCodes", List.of("CANNOT_READ")))
			.containsExactly("NEED_RECORDED mother {ended=false, needs=CANNOT_READ}");
	}

}
