package org.mashhub.notification.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.notification.recipient.SampleAlert;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTextTest {

	static StatusNotice.Builder childInNeed() {
		return StatusNotice.newBuilder()
			.setProvenance(SampleAlert.provenance(Instant.parse("2026-03-03T09:00:00Z")))
			.setNoticeId(UUID.randomUUID())
			.setChildId(UUID.randomUUID())
			.setFamily(UUID.randomUUID())
			.setGpPractice("M87001")
			.setStatus("CHILD_IN_NEED")
			.setEnded(false)
			.setEffectiveOn(LocalDate.parse("2026-03-02"))
			.setUrgent(false)
			.setWorkerPhone("01632 960 222")
			.setNhsNumber("9000000009")
			.setChildName("Kaya Example")
			.setBirthDate(LocalDate.parse("2025-12-01"));
	}

	@Test
	void saysAllThatAPracticeNeeds() {
		StatusText text = text(childInNeed());

		assertThat(text.text()).isEqualTo("""
				For action
				Status: Child in Need, from 2 March 2026
				Child: Kaya Example, born 1 December 2025, NHS number 9000000009
				Worker: 01632 960 222
				Suggested code: no code suggested.
				Hide from online and proxy access; never file in an alleged abuser's record.""");
	}

	@Test
	void suggestsOnlyCodesWhoseMeaningIsVerified() {
		assertThat(text(childInNeed().setStatus("Child Protection Plan")).text()).contains("342191000000101");
		assertThat(text(childInNeed().setStatus("CHILD_PROTECTION_PLAN").setEnded(true)).text())
			.contains("end 342191000000101", "ended 2 March 2026");
		assertThat(text(childInNeed().setStatus("LOOKED_AFTER")).text()).contains("no code suggested");
	}

	@Test
	void informsOfEarlyHelp() {
		assertThat(text(childInNeed().setStatus("EARLY_HELP")).forAction()).isFalse();
	}

	@Test
	void saysWhatWasToldInError() {
		StatusText text = text(childInNeed().setWithdrawn(true));

		assertThat(text.forAction()).isTrue();
		assertThat(text.text()).contains("told to you in error", "Remove what was filed");
	}

	@Test
	void saysWhatIsToBeCheckedAndNotWhy() {
		StatusText text = text(childInNeed().setToBeChecked(true));

		assertThat(text.forAction()).isTrue();
		assertThat(text.text()).isEqualTo(
				"""
						For action
						Status: Child in Need, from 2 March 2026. This may hold no longer: do not go by it before the MASH has told \
						you what holds.
						Child: Kaya Example, born 1 December 2025, NHS number 9000000009
						Ask: ring the desk
						Change what is filed only when you have asked.
						Hide from online and proxy access; never file in an alleged abuser's record.""");
	}

	@Test
	void namesTheDeskWhenTheWorkerHasNoTelephone() {
		assertThat(text(childInNeed().setWorkerPhone(null)).text()).contains("ring the desk");
	}

	private static StatusText text(StatusNotice.Builder notice) {
		return StatusText.of(notice.build(), "the desk");
	}

}
