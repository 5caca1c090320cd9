package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.earlyhelp.v1.ConcernRaised;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentChanged;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentStatus;
import org.mashhub.event.earlyhelp.v1.EarlyHelpConcern;
import org.mashhub.event.earlyhelp.v1.SessionAttendanceRecorded;
import org.mashhub.event.earlyhelp.v1.StepUpRequested;

import static org.assertj.core.api.Assertions.assertThat;

class EarlyHelpTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.PARTNER));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsAnAssessmentRecommendedWithoutALeadAndThenStarted() {
		assertThat(Events.said(EarlyHelpAssessmentChanged.class, FAMILY, "assessmentId", "EH1", "status",
				EarlyHelpAssessmentStatus.RECOMMENDED, "effectiveOn", DAY, "dueOn", DAY.plusDays(14)))
			.containsExactly(
					"ASSESSMENT_CHANGED child {assessment=EH1, change=RECOMMENDED, dueOn=2025-10-14, kind=EARLY_HELP, on=2025-09-30}");
		assertThat(Events.said(EarlyHelpAssessmentChanged.class, FAMILY, "assessmentId", "EH1", "status",
				EarlyHelpAssessmentStatus.STARTED, "effectiveOn", DAY, "leadName", "Sam Lee", "members",
				List.of("HV1")))
			.containsExactly(
					"ASSESSMENT_CHANGED child {assessment=EH1, change=STARTED, kind=EARLY_HELP, lead=Sam Lee, members=HV1, on=2025-09-30}");
	}

	@Test
	void tellsWhetherAFamilyCame() {
		assertThat(
				Events.said(SessionAttendanceRecorded.class, FAMILY, "sessionType", "STAY_AND_PLAY", "attended", false))
			.containsExactly("ATTENDED child mother man {attended=false, session=STAY_AND_PLAY, setting=EARLY_HELP}");
	}

	@Test
	void tellsAConcern() {
		assertThat(Events.said(ConcernRaised.class, FAMILY, "kind", EarlyHelpConcern.ATTACHMENT))
			.containsExactly("CONCERN_RECORDED child {by=early-help, kind=ATTACHMENT}");
	}

	@Test
	void tellsARequestToStepUpAsAReferralFromEarlyHelp() {
		assertThat(
				Events.said(StepUpRequested.class, FAMILY, "requestId", "SU1", "requestedOn", DAY, "thresholdLevel", 4))
			.containsExactly("REFERRED child {level=4, reference=SU1, source=5D}");
	}

}
