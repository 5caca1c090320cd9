package org.mashhub.notification.notice;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mashhub.notification.recipient.Recipient;
import org.mashhub.notification.recipient.RecipientRole;

import static org.assertj.core.api.Assertions.assertThat;

class ReaderTest {

	@Test
	void isTheLeadWhoseAddressItIs() {
		assertThat(reader("Lead@example.org", "LEAD_PROFESSIONAL").is(recipient(RecipientRole.LEAD_PROFESSIONAL)))
			.isTrue();
		assertThat(reader("other@example.org", "LEAD_PROFESSIONAL").is(recipient(RecipientRole.LEAD_PROFESSIONAL)))
			.isFalse();
	}

	@Test
	void isTheDutyDeskByRole() {
		assertThat(reader("other@example.org", "DUTY_DESK").is(recipient(RecipientRole.DUTY_DESK))).isTrue();
		assertThat(reader("other@example.org", "MASH_MANAGER").is(recipient(RecipientRole.DUTY_DESK))).isFalse();
	}

	@Test
	void isThePracticeOnlyWithItsAddressAndTheRole() {
		assertThat(reader("lead@example.org", "GP_PRACTICE").is(recipient(RecipientRole.GP_PRACTICE))).isTrue();
		assertThat(reader("other@example.org", "GP_PRACTICE").is(recipient(RecipientRole.GP_PRACTICE))).isFalse();
		assertThat(reader("lead@example.org", "DUTY_DESK").is(recipient(RecipientRole.GP_PRACTICE))).isFalse();
	}

	@Test
	void isNobodyWithoutAnAddress() {
		assertThat(new Reader("u", null, Set.of()).is(recipient(RecipientRole.LEAD_PROFESSIONAL))).isFalse();
	}

	private static Reader reader(String email, String role) {
		return new Reader("u", email, Set.of(role));
	}

	private static Recipient recipient(RecipientRole role) {
		return Recipient.of(role, "x", "Name", "lead@example.org", null);
	}

}
