package org.mashhub.notification.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
	void saysWhatEndsByTheStatusAndWhichCodeToEnd() {
		StatusText text = text(childInNeed().setEnds(List.of("CHILD_PROTECTION_PLAN")));

		assertThat(text.text()).isEqualTo(
				"""
						For action
						Status: Child in Need, from 2 March 2026
						Ended by this: Child Protection Plan
						Child: Kaya Example, born 1 December 2025, NHS number 9000000009
						Worker: 01632 960 222
						Suggested code: end 342191000000101 subject to child protection plan (SNOMED CT). No code suggested for Child in Need.
						Hide from online and proxy access; never file in an alleged abuser's record.""");
	}

	@Test
	void asksForActionWhereTheClosureEndsWhatHasACode() {
		StatusText closure = text(childInNeed().setStatus("CLOSED").setEnds(List.of("SECTION_47", "CHILD_IN_NEED")));

		assertThat(closure.forAction()).isTrue();
		assertThat(closure.text()).contains("Ended by this: Section 47 enquiry\nEnded by this: Child in Need\n",
				"Suggested code: end 836881000000105 child is cause for safeguarding concern (SNOMED CT). "
						+ "No code suggested for the closure.");
		assertThat(text(childInNeed().setStatus("CLOSED").setEnds(List.of("CHILD_IN_NEED")))).satisfies((plain) -> {
			assertThat(plain.forAction()).isFalse();
			assertThat(plain.text()).contains("Ended by this: Child in Need", "Suggested code: no code suggested.");
		});
	}

	@Test
	void suggestsTheNewCodeAndTheEndOfTheFormerOne() {
		assertThat(text(childInNeed().setStatus("CHILD_PROTECTION_PLAN").setEnds(List.of("SECTION_47"))).text())
			.contains("Suggested code: 342191000000101 subject to child protection plan (SNOMED CT); "
					+ "end 836881000000105 child is cause for safeguarding concern (SNOMED CT).\n");
	}

	@Test
	void informsOfEarlyHelp() {
		assertThat(text(childInNeed().setStatus("EARLY_HELP")).forAction()).isFalse();
	}

	@Test
	void saysWhatWasToldInError() {
		StatusText text = text(childInNeed().setWithdrawn(true));

		assertThat(text.forAction()).isTrue();
		assertThat(text.text()).contains("told to you in error", "Remove what was filed", "put back what was ended");
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
