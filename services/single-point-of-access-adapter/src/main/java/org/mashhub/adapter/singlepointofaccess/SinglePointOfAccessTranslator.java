package org.mashhub.adapter.singlepointofaccess;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Companion;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.NoticeType;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.singlepointofaccess.v1.PublicContactReceived;
import org.mashhub.hub.v1.SealedReferrer;

import org.springframework.stereotype.Component;

/**
 * The front door's words in, an event out that does not say who called, and under seal a
 * record that does.
 */
@Component
class SinglePointOfAccessTranslator implements NoticeType.Translator<PublicContactNotice> {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(c) and (e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private final EventHeaders headers;

	SinglePointOfAccessTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	@Override
	public PublicContactReceived translate(Sender sender, PublicContactNotice notice) {
		refuseContradictions(notice);
		People people = new People();
		Circle circle = circle(people, notice);
		PublicContactNotice.Informant informant = notice.informant();
		String informantRef = (informant != null) ? people.add("informant", "informant", mention(informant)) : null;
		people.requireUnlessWithdrawn("children", circle.isNamed(), notice.record());
		Referrer referrer = notice.referrer();
		return PublicContactReceived.newBuilder()
			.setHeader(this.headers.header(sender, reported(notice), notice.sharing(), DEFAULTS,
					PublicContactReceived.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setContactReference(notice.contactReference())
			.setSourceCode(notice.contactSourceCode())
			.setAnonymous(isAnonymous(notice))
			.setWishesToBeSealed(referrer != null && referrer.wantsSeal())
			.setSameCallerAs(notice.sameCallerAs())
			.setObservedFrom(notice.observedFrom())
			.setObservedTo(notice.observedTo())
			.setReportedAt(notice.reportedAt().toInstant().truncatedTo(ChronoUnit.MILLIS))
			.setLocation(PostalAddress.ofNullable(notice.location()))
			.setConcernCategories(notice.concerns().stream().map(Concern::name).toList())
			.setInformantRef(informantRef)
			.setSummary(notice.summary())
			.build();
	}

	/**
	 * Whoever said who they are is sealed, whether they asked for it or not: no other
	 * contract has a place for them. A withdrawn contact leaves nothing under its seal.
	 */
	@Override
	public Optional<Companion> companion(PublicContactNotice notice, SpecificRecord event) {
		if (!(event instanceof PublicContactReceived contact)) {
			throw new IllegalArgumentException("a contact becomes no " + event.getSchema().getName());
		}
		if (notice.record().isWithdrawn()) {
			String withdrawn = notice.record().retracts();
			return Optional.of(companion(
					sealed(contact.getHeader(), (withdrawn != null) ? withdrawn : notice.record().id()).build()));
		}
		Referrer referrer = notice.referrer();
		if (referrer == null || referrer.isBlank()) {
			return Optional.empty();
		}
		return Optional
			.of(companion(sealed(contact.getHeader(), notice.record().id()).setGivenNames(referrer.givenNames())
				.setFamilyName(referrer.surname())
				.setContacts(referrer.contacts())
				.setRelationToChild(referrer.relationToChild())
				.build()));
	}

	private static SealedReferrer.Builder sealed(EventHeader header, String contact) {
		return SealedReferrer.newBuilder()
			.setReceiptId(header.getReceiptId())
			.setAreaHint(header.getAreaHint().orElse(null))
			.setOrganisationCode(header.getOrganisationCode())
			.setContactRecordId(contact)
			.setRecordedAt(header.getRecordedAt());
	}

	private static Companion companion(SealedReferrer sealed) {
		return new Companion(sealed.getOrganisationCode() + "/" + sealed.getContactRecordId(), sealed);
	}

	private static boolean isAnonymous(PublicContactNotice notice) {
		return (notice.anonymous() != null) ? notice.anonymous()
				: notice.contactSourceCode().equals(ContactSource.ANONYMOUS);
	}

	/** The event is the contact: it happened when the caller told of it. */
	private static SourceRecord reported(PublicContactNotice notice) {
		SourceRecord source = notice.record();
		return (source.occurredAt() != null) ? source
				: new SourceRecord(source.id(), source.version(), source.state(), source.retracts(), source.system(),
						source.organisation(), notice.reportedAt(), source.occurredPrecision(), source.recordedAt());
	}

	private static void refuseContradictions(PublicContactNotice notice) {
		List<FieldProblem> problems = new ArrayList<>(CallersPrivacy.check(notice));
		Referrer referrer = notice.referrer();
		if (isAnonymous(notice) && referrer != null && referrer.isNamed()) {
			problems.add(new FieldProblem("referrer", "gives a name, but the contact is anonymous",
					"Send anonymous false and the source the caller is, with wishesToBeSealed; or leave the name out."));
		}
		LocalDate from = notice.observedFrom();
		LocalDate to = (notice.observedTo() != null) ? notice.observedTo() : from;
		if (from != null && to != null && to.isBefore(from)) {
			problems.add(new FieldProblem("observedTo", "lies before observedFrom", "Exchange the two dates."));
		}
		if (to != null && to.isAfter(notice.reportedAt().atZoneSameInstant(UK).toLocalDate())) {
			problems.add(new FieldProblem("reportedAt", "lies before what was observed",
					"Send when the caller told you; what they saw was before."));
		}
		if (!problems.isEmpty()) {
			throw new NoticeRefusedException(problems);
		}
	}

	private static Mention mention(PublicContactNotice.Informant informant) {
		return Mention.of(PersonRole.WITNESS)
			.named(NameUse.USUAL, informant.forenames(), informant.surname())
			.livingAt(informant.address())
			.phone(informant.phone())
			.unidentified(informant.description());
	}

	private static Circle circle(People people, PublicContactNotice notice) {
		List<String> children = new ArrayList<>();
		for (int i = 0; i < notice.children().size(); i++) {
			Child child = notice.children().get(i);
			children.add(people.add("children[" + i + "]", child.id(), child.mention()));
		}
		List<String> adults = new ArrayList<>();
		for (int i = 0; i < notice.adults().size(); i++) {
			Adult adult = notice.adults().get(i);
			adults.add(people.add("adults[" + i + "]", adult.id(), adult.mention()));
		}
		Circle circle = new Circle(children, adults);
		String parent = circle.parent(notice.adults());
		for (int i = 0; i < adults.size(); i++) {
			String adult = adults.get(i);
			RelationToChild relation = notice.adults().get(i).relationToChildren();
			RelationshipKind kind = relation.kind()
				.orElse(Given.is(notice.adults().get(i).livesWithChildren()) ? RelationshipKind.LIVES_WITH : null);
			if (kind != null) {
				children.forEach((child) -> people.relate(adult, kind, child, RelationshipStatus.CLAIMED));
			}
			if (relation == RelationToChild.PARENTS_PARTNER && parent != null) {
				people.relate(adult, RelationshipKind.PARTNER_OF, parent, RelationshipStatus.CLAIMED);
			}
		}
		return circle;
	}

	/**
	 * Those whom a contact speaks of.
	 *
	 * @param children refs of the children
	 * @param adults refs of the adults, in their order in the notice
	 */
	private record Circle(List<String> children, List<String> adults) {

		boolean isNamed() {
			return !this.children.isEmpty() || !this.adults.isEmpty();
		}

		/** The mother where she is named, else the first parent who is. */
		@Nullable String parent(List<Adult> spokenOf) {
			List<RelationToChild> relations = spokenOf.stream().map(Adult::relationToChildren).toList();
			for (RelationToChild parent : List.of(RelationToChild.MOTHER, RelationToChild.FATHER,
					RelationToChild.PARENT)) {
				if (relations.contains(parent)) {
					return this.adults.get(relations.indexOf(parent));
				}
			}
			return null;
		}

	}

}
