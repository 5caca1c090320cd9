package org.mashhub.notification.recipient;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.Audience;
import org.mashhub.hub.v1.LeadProfessional;
import org.mashhub.notification.recipient.Decision.NotTold;
import org.mashhub.notification.recipient.Decision.Told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mashhub.notification.recipient.RecipientRole.DUTY_DESK;
import static org.mashhub.notification.recipient.RecipientRole.LEAD_PROFESSIONAL;

class RecipientsTest {

	private static final Recipient DESK = Recipient.of(DUTY_DESK, "desk@mash.example", "MASH duty desk",
			"desk@mash.example", null);

	@Test
	void tellsTheAllocatedLeadAlone() {
		assertThat(told(SampleAlert.amber())).containsExactly(LEAD_PROFESSIONAL);
	}

	@Test
	void tellsTheDutyDeskWhenNobodyLeads() {
		assertThat(told(SampleAlert.amber().setLeadProfessional(null))).containsExactly(DUTY_DESK);
	}

	@Test
	void tellsTheDutyDeskWhenTheLeadHasNoAddress() {
		LeadProfessional unreachable = LeadProfessional.newBuilder()
			.setName("Sam Okoro")
			.setSince(LocalDate.parse("2026-01-05"))
			.build();

		assertThat(told(SampleAlert.amber().setLeadProfessional(unreachable))).containsExactly(DUTY_DESK);
	}

	@Test
	void tellsBothOfWhatIsRed() {
		assertThat(told(SampleAlert.red())).containsExactly(LEAD_PROFESSIONAL, DUTY_DESK);
	}

	@Test
	void tellsBothOfWhatIsOverdue() {
		assertThat(told(SampleAlert.amber().setOverdue(true))).containsExactly(LEAD_PROFESSIONAL, DUTY_DESK);
	}

	@Test
	void keepsWhatIsForTheMashFromTheLead() {
		Decision decision = decide(SampleAlert.red().setAudience(Audience.MASH_ONLY));

		assertThat(decision.told()).extracting((told) -> told.recipient().role()).containsExactly(DUTY_DESK);
		assertThat(decision.notTold())
			.containsExactly(new NotTold(leadRecipient(), List.of(Recipients.MASH_OFFICERS_ONLY)));
	}

	@Test
	void tellsTheLeadWhatIsForTheNetwork() {
		assertThat(told(SampleAlert.amber().setAudience(Audience.NETWORK))).containsExactly(LEAD_PROFESSIONAL);
	}

	@Test
	void tellsNobodyOfThePast() {
		Decision decision = decide(SampleAlert.red().setHistoric(true));

		assertThat(decision.told()).isEmpty();
		assertThat(decision.notTold()).singleElement()
			.extracting(NotTold::reasons)
			.isEqualTo(List.of(Recipients.HISTORIC));
	}

	@Test
	void tellsTheDeskInsteadWhenNothingIsLeftForTheLead() {
		Decision decision = decide(SampleAlert.amber()
			.setEvidence(List.of(SampleAlert.evidence("police/1", "POLICE", SampleAlert.POLICE_STATEMENT,
					HandlingCode.POLICE_MASH_ONLY))));

		assertThat(decision.told()).extracting((told) -> told.recipient().role()).containsExactly(DUTY_DESK);
		assertThat(decision.notTold()).singleElement()
			.satisfies((notTold) -> assertThat(notTold.reasons()).contains(Recipients.NOTHING_LEFT));
	}

	@Test
	void holdsPoliceContentBackFromTheLeadAndSaysSo() {
		Told lead = decide(SampleAlert.policeOnly(SampleAlert.amber())).told().getFirst();

		assertThat(lead.disclosure().text()).contains(SampleAlert.HEALTH_STATEMENT, "Who was home overnight")
			.doesNotContain(SampleAlert.POLICE_STATEMENT, SampleAlert.MAN, "The whole text");
		assertThat(lead.disclosure().heldBack()).singleElement()
			.isEqualTo("Content held back under its handling code.");
		assertThat(lead.disclosure().text()).doesNotContain("olice");
	}

	@Test
	void letsTheLeadKnowThatARecordForTheMashExistsButNotWhatItSays() {
		Alert alert = SampleAlert.red()
			.setEvidence(List.of(
					SampleAlert.evidence("police/1", "POLICE", SampleAlert.POLICE_STATEMENT, HandlingCode.MASH_ONLY),
					SampleAlert.evidence("hv/1", "HEALTH_VISITING", SampleAlert.HEALTH_STATEMENT,
							HandlingCode.STANDARD)))
			.build();

		assertThat(Disclosure.of(alert, DUTY_DESK).text()).isEqualTo(alert.getText());
		assertThat(Disclosure.of(alert, DUTY_DESK).heldBack()).isEmpty();
		assertThat(Disclosure.of(alert, LEAD_PROFESSIONAL).text()).isEqualTo(alert.getText());
		assertThat(Disclosure.of(alert, LEAD_PROFESSIONAL).heldBack())
			.containsExactly("1 record of police held back: for MASH officers only. Ring the MASH.");
	}

	@Test
	void leavesOutAStatementThatCannotBeTracedToARecord() {
		Alert alert = SampleAlert.policeOnly(SampleAlert.amber())
			.setStatements(List.of("He was arrested twice.", SampleAlert.HEALTH_STATEMENT))
			.build();

		assertThat(Disclosure.of(alert, LEAD_PROFESSIONAL).text()).contains(SampleAlert.HEALTH_STATEMENT)
			.doesNotContain("arrested");
	}

	private static List<RecipientRole> told(Alert.Builder alert) {
		return decide(alert).told().stream().map((told) -> told.recipient().role()).toList();
	}

	private static Decision decide(Alert.Builder alert) {
		return Recipients.decide(alert.build(), DESK);
	}

	private static Recipient leadRecipient() {
		return Recipient.of(LEAD_PROFESSIONAL, SampleAlert.LEAD, "Sam Okoro", SampleAlert.LEAD, "children-services");
	}

}
