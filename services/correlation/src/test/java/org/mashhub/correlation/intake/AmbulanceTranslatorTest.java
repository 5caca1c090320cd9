package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.ambulance.v1.AmbulanceAttended;
import org.mashhub.event.ambulance.v1.DeathNotified;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;

import static org.assertj.core.api.Assertions.assertThat;

class AmbulanceTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.VISITOR));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsAnAttendanceAtHomeWithItsConditions() {
		assertThat(Events.said(AmbulanceAttended.class, FAMILY, "incidentNumber", "A1", "complaintCategory", "SEIZURE",
				"atHome", true, "conditionsGrade", 5, "conveyed", false, "refusedConveyance", true, "concern", true))
			.containsExactly(
					"ATTENDED child {attended=true, complaint=SEIZURE, conveyed=false, incident=A1, refusedConveyance=true, setting=AMBULANCE}",
					"ADULT_SEEN mother man {place=HOME}", "CONDITIONS_GRADED child mother man {grade=5}",
					"CONCERN_RECORDED child {by=ambulance}");
	}

	@Test
	void tellsNoAdultOfTheHomeWhenItWasElsewhere() {
		assertThat(Events.said(AmbulanceAttended.class, FAMILY, "atHome", false))
			.containsExactly("ATTENDED child {attended=true, setting=AMBULANCE}");
	}

	@Test
	void tellsADeath() {
		assertThat(Events.said(DeathNotified.class, FAMILY, "deceasedRef", "child", "diedOn", DAY))
			.containsExactly("DIED child {identityVerified=false, on=2025-09-30}");
	}

}
