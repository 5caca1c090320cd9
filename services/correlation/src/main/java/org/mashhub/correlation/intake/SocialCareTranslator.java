package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.socialcare.v1.CaseClosed;
import org.mashhub.event.socialcare.v1.CaseStatusChanged;
import org.mashhub.event.socialcare.v1.ClosureAnswer;
import org.mashhub.event.socialcare.v1.ClosureProposed;
import org.mashhub.event.socialcare.v1.LeadProfessionalAssigned;
import org.mashhub.event.socialcare.v1.ReferralReceived;
import org.mashhub.hub.v1.FactKind;

/** What events of children's social care say. */
final class SocialCareTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case ReferralReceived referral -> Optional.of(referral(referral));
			case CaseStatusChanged status -> Optional.of(status(status));
			case LeadProfessionalAssigned lead -> Optional.of(lead(lead));
			case ClosureProposed proposal -> Optional.of(proposal(proposal));
			case CaseClosed closed -> Optional.of(closed(closed));
			default -> Optional.empty();
		};
	}

	private static Translation referral(ReferralReceived event) {
		return new Translation(new Facts()
			.add(FactKind.REFERRED, children(event.getPeople()), "source", event.getSourceCode(), "need",
					event.getPrimaryNeed().orElse(null), "reference", event.getReferralReference().orElse(null))
			.list(), event.getSummary().orElse(null));
	}

	private static Translation status(CaseStatusChanged event) {
		return new Translation(new Facts()
			.add(FactKind.STATUS_CHANGED, children(event.getPeople()), "status", event.getStatus().name(), "ended",
					Boolean.toString(event.getEnded()), "on", event.getEffectiveOn().toString(), "phone",
					event.getWorkerPhone().orElse(null))
			.list(), null);
	}

	private static Translation lead(LeadProfessionalAssigned event) {
		return new Translation(new Facts()
			.add(FactKind.LEAD_ASSIGNED, children(event.getPeople()), "name", event.getName(), "jobTitle",
					event.getJobTitle().orElse(null), "organisation", event.getOrganisation().orElse(null), "email",
					event.getEmail().orElse(null), "phone", event.getPhone().orElse(null), "on",
					event.getEffectiveOn().toString(), "endedOn", event.getEndedOn().map(Object::toString).orElse(null))
			.list(), null);
	}

	private static Translation proposal(ClosureProposed event) {
		Map<String, String> attributes = answers(event.getAnswers());
		event.getReasonCode().ifPresent((reason) -> attributes.put("reason", reason));
		event.getProposedFor().ifPresent((day) -> attributes.put("on", day.toString()));
		return new Translation(
				new Facts().addAll(FactKind.CLOSURE_PROPOSED, children(event.getPeople()), attributes).list(), null);
	}

	private static Translation closed(CaseClosed event) {
		Map<String, String> attributes = answers(event.getAnswers());
		event.getReasonCode().ifPresent((reason) -> attributes.put("reason", reason));
		attributes.put("on", event.getClosedOn().toString());
		return new Translation(new Facts().addAll(FactKind.CASE_CLOSED, children(event.getPeople()), attributes).list(),
				null);
	}

	private static Map<String, String> answers(List<ClosureAnswer> answers) {
		Map<String, String> attributes = new TreeMap<>();
		answers.forEach((answer) -> attributes.put("answer." + answer.getItem(), answer.getAnswer()));
		return attributes;
	}

	/** These records are about a child; others in them are named beside the child. */
	private static List<String> children(List<PersonMention> people) {
		return Facts.withRole(people, PersonRole.CHILD);
	}

}
