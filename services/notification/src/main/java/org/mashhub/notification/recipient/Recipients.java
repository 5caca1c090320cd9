package org.mashhub.notification.recipient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.Audience;
import org.mashhub.hub.v1.Colour;
import org.mashhub.notification.recipient.Decision.NotTold;
import org.mashhub.notification.recipient.Decision.Told;

/**
 * Decides who is told of an alert: the allocated lead professional, else the duty desk;
 * of what is red or overdue, both. What is for MASH officers stays with the desk, and
 * what rests on the past alone is told to nobody.
 */
public final class Recipients {

	static final String HISTORIC = "Rests only on records loaded at go-live: reviewed as backlog, nobody is told.";

	static final String MASH_OFFICERS_ONLY = "For MASH officers only until an officer decides.";

	static final String NOTHING_LEFT = "All the records behind it are held back, so the duty desk is told instead.";

	private Recipients() {
	}

	/**
	 * Decides who is told.
	 * @param alert the alert
	 * @param dutyDesk the duty desk of its area
	 * @return who is told what, and who is not, and why
	 */
	public static Decision decide(Alert alert, Recipient dutyDesk) {
		List<Told> told = new ArrayList<>();
		List<NotTold> notTold = new ArrayList<>();
		Optional<Recipient> lead = lead(alert);
		if (alert.getHistoric()) {
			return new Decision(List.of(), List.of(new NotTold(lead.orElse(dutyDesk), List.of(HISTORIC))));
		}
		lead.ifPresent((person) -> {
			Disclosure disclosure = Disclosure.of(alert, person.role());
			if (!forLead(alert.getAudience())) {
				notTold.add(new NotTold(person, List.of(MASH_OFFICERS_ONLY)));
			}
			else if (disclosure.empty()) {
				List<String> reasons = new ArrayList<>(disclosure.heldBack());
				reasons.add(NOTHING_LEFT);
				notTold.add(new NotTold(person, reasons));
			}
			else {
				told.add(new Told(person, disclosure));
			}
		});
		if (told.isEmpty() || alert.getColour() == Colour.RED || alert.getOverdue()) {
			told.add(new Told(dutyDesk, Disclosure.of(alert, dutyDesk.role())));
		}
		return new Decision(told, notTold);
	}

	/**
	 * The lead professional, if messages reach one.
	 * @param alert the alert
	 * @return the lead at that revision
	 */
	public static Optional<Recipient> lead(Alert alert) {
		return alert.getLeadProfessional()
			.flatMap((lead) -> lead.getEmail()
				.filter((email) -> !email.isBlank())
				.map((email) -> Recipient.of(RecipientRole.LEAD_PROFESSIONAL, email.strip(), lead.getName(),
						email.strip(), lead.getOrganisation().orElse(null))));
	}

	private static boolean forLead(Audience audience) {
		return switch (audience) {
			case LEAD_AND_MASH, NETWORK -> true;
			case MASH_ONLY -> false;
		};
	}

}
