package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.housing.v1.BehaviourComplaintReceived;
import org.mashhub.event.housing.v1.HomeConditionsRecorded;
import org.mashhub.event.housing.v1.StaffSafetyAdvice;
import org.mashhub.event.housing.v1.StaffSafetyMarked;
import org.mashhub.event.housing.v1.SupportNeedRecorded;
import org.mashhub.event.housing.v1.SustainmentConcern;
import org.mashhub.event.housing.v1.TenancyChange;
import org.mashhub.event.housing.v1.TenancyChanged;
import org.mashhub.event.housing.v1.TenancySustainmentConcernRaised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HousingTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.TENANT));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsATenancyWithTheKeysOfTheHomeAndNoAddress() {
		String home = Events.HOME_KEYS.joined(Events.address());

		assertThat(Events.said(TenancyChanged.class, FAMILY, "tenancyReference", "T1", "change",
				TenancyChange.JOINT_TENANT_ADDED, "address", Events.address(), "effectiveOn", DAY))
			.containsExactly("TENANCY_CHANGED child mother man {change=JOINT_TENANT_ADDED, homeKeys=" + home
					+ ", on=2025-09-30, tenancy=T1}");
	}

	@Test
	void tellsThatATenancyIsAtRiskAndNoLonger() {
		assertThat(Events.said(TenancySustainmentConcernRaised.class, FAMILY, "concern", SustainmentConcern.ARREARS))
			.containsExactly("TENANCY_CHANGED child mother man {change=AT_RISK, concern=ARREARS}");
		assertThat(Events.said(TenancySustainmentConcernRaised.class, FAMILY, "concern", SustainmentConcern.ARREARS,
				"ended", true))
			.containsExactly("TENANCY_CHANGED child mother man {change=NO_LONGER_AT_RISK, concern=ARREARS}");
	}

	@Test
	void tellsConditionsOfEverybodyInTheHome() {
		assertThat(Events.said(HomeConditionsRecorded.class, FAMILY, "conditionsGrade", 4, "announced", false,
				"concern", true))
			.containsExactly("CONDITIONS_GRADED child mother man {announced=false, grade=4}",
					"CONCERN_RECORDED child {by=housing}");
	}

	@Test
	void tellsAComplaintAndNeverWhoComplained() {
		assertThat(Events.said(BehaviourComplaintReceived.class, FAMILY, "complaintTypes", List.of("NOISE", "VISITORS"),
				"anonymous", true))
			.containsExactly("COMPLAINT_RECEIVED child mother man {anonymous=true, types=NOISE VISITORS}");
		assertThatIllegalArgumentException().isThrownBy(() -> Events.said(BehaviourComplaintReceived.class,
				List.of(Events.somebody("neighbour", PersonRole.REPORTER))));
	}

	@Test
	void tellsANeedOfTheTenant() {
		assertThat(
				Events.said(SupportNeedRecorded.class, FAMILY, "needCodes", List.of("DISABILITY_BENEFIT", "LITERACY")))
			.containsExactly("NEED_RECORDED man {ended=false, needs=DISABILITY_BENEFIT LITERACY}");
	}

	@Test
	void tellsAdviceForVisitingStaff() {
		assertThat(Events.said(StaffSafetyMarked.class, FAMILY, "advice", StaffSafetyAdvice.VISIT_IN_PAIRS, "reviewOn",
				DAY))
			.containsExactly(
					"SAFETY_MARKED child mother man {advice=VISIT_IN_PAIRS, ended=false, reviewOn=2025-09-30}");
	}

}
