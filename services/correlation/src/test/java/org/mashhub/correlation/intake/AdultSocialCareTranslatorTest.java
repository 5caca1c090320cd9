package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.adultsocialcare.v1.AdultReferralReceived;
import org.mashhub.event.adultsocialcare.v1.ServiceChange;
import org.mashhub.event.adultsocialcare.v1.ServiceChanged;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;

import static org.assertj.core.api.Assertions.assertThat;

class AdultSocialCareTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.SUBJECT));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsAReferralOfAnAdultThatIsNoReferralOfAChild() {
		assertThat(Events.said(AdultReferralReceived.class, FAMILY, "referralReference", "AR1", "reasonCodes",
				List.of("DISABILITY")))
			.containsExactly(
					"INVOLVEMENT_CHANGED man {change=REFERRED, reasons=DISABILITY, reference=AR1, service=ADULT_SOCIAL_CARE}");
	}

	@Test
	void tellsAServiceAndItsRefusal() {
		assertThat(Events.said(ServiceChanged.class, FAMILY, "service", "CARER_SUPPORT", "change",
				ServiceChange.REFUSED, "effectiveOn", DAY))
			.containsExactly("INVOLVEMENT_CHANGED man {change=REFUSED, on=2025-09-30, service=CARER_SUPPORT}");
	}

}
