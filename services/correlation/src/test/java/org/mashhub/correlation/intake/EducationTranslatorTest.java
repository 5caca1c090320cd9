package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.education.v1.AttendanceConcernRaised;
import org.mashhub.event.education.v1.ChildConcernKind;
import org.mashhub.event.education.v1.ChildConcernRaised;
import org.mashhub.event.education.v1.PupilChange;
import org.mashhub.event.education.v1.PupilMoved;

import static org.assertj.core.api.Assertions.assertThat;

class EducationTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.PARTNER));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsPoorAttendance() {
		assertThat(Events.said(AttendanceConcernRaised.class, FAMILY, "attendancePercent", 62, "fromOn",
				DAY.minusDays(20), "toOn", DAY))
			.containsExactly(
					"ATTENDED child {attended=false, from=2025-09-10, percent=62, setting=EDUCATION, until=2025-09-30}");
	}

	@Test
	void tellsAConcern() {
		assertThat(Events.said(ChildConcernRaised.class, FAMILY, "kind", ChildConcernKind.DISCLOSURE))
			.containsExactly("CONCERN_RECORDED child {by=education, kind=DISCLOSURE}");
	}

	@Test
	void tellsThatAChildStartedOrLeft() {
		assertThat(Events.said(PupilMoved.class, FAMILY, "change", PupilChange.LEFT, "setting", "NURSERY", "schoolUrn",
				"900001", "effectiveOn", DAY))
			.containsExactly(
					"INVOLVEMENT_CHANGED child {change=LEFT, on=2025-09-30, organisation=900001, service=NURSERY}");
	}

}
