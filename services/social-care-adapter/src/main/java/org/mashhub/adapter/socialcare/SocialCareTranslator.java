package org.mashhub.adapter.socialcare;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.ChildsCircle;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.socialcare.v1.CaseClosed;
import org.mashhub.event.socialcare.v1.CaseStatusChanged;
import org.mashhub.event.socialcare.v1.ClosureProposed;
import org.mashhub.event.socialcare.v1.LeadProfessionalAssigned;
import org.mashhub.event.socialcare.v1.ReferralReceived;

import org.springframework.stereotype.Component;

/** A case system's words in, events out. */
@Component
class SocialCareTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(c) and (e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	SocialCareTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	ReferralReceived referral(Sender sender, ReferralNotice notice) {
		People people = people(notice.child(), notice.family(), notice.record());
		return ReferralReceived.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, ReferralReceived.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setReferralReference(notice.referralReference())
			.setSourceCode(notice.referralSourceCode())
			.setPrimaryNeed(notice.primaryNeedCode())
			.setSummary(notice.summary())
			.build();
	}

	CaseStatusChanged statusChange(Sender sender, StatusChangeNotice notice) {
		People people = people(notice.child(), notice.family(), notice.record());
		return CaseStatusChanged.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, CaseStatusChanged.class,
					notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setStatus(notice.status())
			.setEnded(Given.is(notice.ended()))
			.setEffectiveOn(notice.effectiveOn())
			.setWorkerPhone(notice.workerPhone())
			.build();
	}

	LeadProfessionalAssigned leadProfessional(Sender sender, LeadProfessionalNotice notice) {
		People people = people(notice.child(), List.of(), notice.record());
		LeadProfessionalNotice.Professional professional = notice.professional();
		return LeadProfessionalAssigned.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					LeadProfessionalAssigned.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setName(professional.name())
			.setJobTitle(professional.jobTitle())
			.setOrganisation(professional.organisation())
			.setEmail(professional.email())
			.setPhone(professional.phone())
			.setEffectiveOn(notice.effectiveOn())
			.setEndedOn(notice.endedOn())
			.build();
	}

	ClosureProposed closureProposal(Sender sender, ClosureProposalNotice notice) {
		People people = people(notice.child(), List.of(), notice.record());
		return ClosureProposed.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, ClosureProposed.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setReasonCode(notice.closeReasonCode())
			.setProposedFor(notice.proposedFor())
			.setAnswers(notice.answers().stream().map(Answer::toEvent).toList())
			.build();
	}

	CaseClosed closure(Sender sender, ClosureNotice notice) {
		People people = people(notice.child(), List.of(), notice.record());
		return CaseClosed.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, CaseClosed.class,
					notice.closedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setReasonCode(notice.closeReasonCode())
			.setClosedOn(notice.closedOn())
			.setApprovedBy(notice.approvedBy())
			.setAnswers(notice.answers().stream().map(Answer::toEvent).toList())
			.build();
	}

	private static People people(@Nullable Child child, List<FamilyMember> family, SourceRecord source) {
		ChildsCircle circle = new ChildsCircle("child", (child != null) ? child.laChildId() : null,
				(child != null) ? child.mention() : null, source);
		for (int i = 0; i < family.size(); i++) {
			FamilyMember member = family.get(i);
			circle.add("family[" + i + "]", member.id(), member.mention(),
					new ChildsCircle.Statement(member.relationToChild(), member.relationStatus(),
							member.relationStartedOn(), member.relationEndedOn()),
					false);
		}
		return circle.people();
	}

}
