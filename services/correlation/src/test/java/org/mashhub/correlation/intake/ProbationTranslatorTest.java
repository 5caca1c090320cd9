package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.probation.v1.OffenderAssessed;
import org.mashhub.event.probation.v1.ReleaseChanged;
import org.mashhub.event.probation.v1.ReleaseStatus;
import org.mashhub.event.probation.v1.RiskToChildren;
import org.mashhub.event.probation.v1.SupervisionChange;
import org.mashhub.event.probation.v1.SupervisionChanged;

import static org.assertj.core.api.Assertions.assertThat;

class ProbationTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.OFFENDER));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsAnAssessmentOfTheOffenderWithHowManyChildrenItCites() {
		assertThat(Events.said(OffenderAssessed.class, FAMILY, "assessedOn", DAY, "riskToChildren", RiskToChildren.HIGH,
				"childrenCited", 1, "conditions", List.of("NO_UNSUPERVISED_CONTACT")))
			.containsExactly(
					"ASSESSMENT_CHANGED man {change=COMPLETED, childrenCited=1, conditions=NO_UNSUPERVISED_CONTACT, kind=OFFENDER, on=2025-09-30, riskToChildren=HIGH}");
	}

	@Test
	void tellsSupervisionAsAnInvolvement() {
		assertThat(
				Events.said(SupervisionChanged.class, FAMILY, "change", SupervisionChange.BREACHED, "effectiveOn", DAY))
			.containsExactly("INVOLVEMENT_CHANGED man {change=BREACHED, on=2025-09-30, service=PROBATION}");
	}

	@Test
	void tellsAReleaseAsAStandingWithCustody() {
		assertThat(Events.said(ReleaseChanged.class, FAMILY, "status", ReleaseStatus.RELEASE_PLANNED, "effectiveOn",
				DAY, "plannedRelease", DAY.plusDays(28), "offenceType", "VIOLENCE"))
			.containsExactly(
					"CUSTODY_CHANGED man {on=2025-09-30, plannedRelease=2025-10-28, status=RELEASE_PLANNED, type=VIOLENCE}");
		assertThat(Events.said(ReleaseChanged.class, FAMILY, "status", ReleaseStatus.RECALLED, "effectiveOn", DAY))
			.containsExactly("CUSTODY_CHANGED man {on=2025-09-30, status=RECALLED}");
	}

}
