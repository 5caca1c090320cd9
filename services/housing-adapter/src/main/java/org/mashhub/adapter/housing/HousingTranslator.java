package org.mashhub.adapter.housing;

import java.time.LocalDate;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.housing.v1.BehaviourComplaintReceived;
import org.mashhub.event.housing.v1.HomeConditionsRecorded;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.MoveInitiator;
import org.mashhub.event.housing.v1.StaffSafetyMarked;
import org.mashhub.event.housing.v1.SupportNeedRecorded;
import org.mashhub.event.housing.v1.TenancyChanged;
import org.mashhub.event.housing.v1.TenancySustainmentConcernRaised;

import org.springframework.stereotype.Component;

/** A landlord's words in, events out. */
@Component
public class HousingTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	HousingTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	HouseholdMoved move(Sender sender, MoveNotice notice) {
		People people = household(notice.record(), notice.household(), notice.to());
		return HouseholdMoved.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), HouseholdMoved.class, notice.movedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setTenancyReference(TenancyName.referenceOf(notice.tenancy()))
			.setFrom(PostalAddress.ofNullable(notice.from()))
			.setTo(PostalAddress.ofNullable(notice.to()))
			.setMovedOn(notice.movedOn())
			.setInitiatedBy((notice.initiatedBy() != null) ? notice.initiatedBy() : MoveInitiator.UNKNOWN)
			.build();
	}

	TenancyChanged tenancyChange(Sender sender, TenancyChangeNotice notice) {
		// Whoever leaves does not live there any more.
		PostalAddress home = switch (notice.change()) {
			case STARTED, JOINT_TENANT_ADDED, SUCCEEDED, OTHER -> notice.address();
			case ENDED, JOINT_TENANT_REMOVED -> null;
		};
		People people = household(notice.record(), notice.household(), home);
		return TenancyChanged.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), TenancyChanged.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setTenancyReference(TenancyName.referenceOf(notice.tenancy()))
			.setChange(notice.change())
			.setAddress(PostalAddress.ofNullable(notice.address()))
			.setEffectiveOn(notice.effectiveOn())
			.build();
	}

	HomeConditionsRecorded homeConditions(Sender sender, HomeConditionsNotice notice) {
		People people = household(notice.record(), notice.household(), notice.address());
		return HomeConditionsRecorded.newBuilder()
			.setHeader(
					header(sender, notice.record(), notice.sharing(), HomeConditionsRecorded.class, notice.visitedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setConditionsGrade(notice.conditionsGrade())
			.setConditionsTool(notice.conditionsTool())
			.setAnnounced(notice.announced())
			.setConcern(notice.concern())
			.setSummary(notice.summary())
			.build();
	}

	BehaviourComplaintReceived behaviourComplaint(Sender sender, BehaviourComplaintNotice notice) {
		People people = household(notice.record(), notice.household(), notice.address());
		return BehaviourComplaintReceived.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), BehaviourComplaintReceived.class,
					notice.receivedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setComplaintTypes(notice.complaintTypes().stream().map(Enum::name).toList())
			.setLocation(PostalAddress.ofNullable((notice.location() != null) ? notice.location() : notice.address()))
			.setAnonymous(notice.anonymous())
			.setSummary(notice.summary())
			.build();
	}

	TenancySustainmentConcernRaised sustainmentConcern(Sender sender, SustainmentConcernNotice notice) {
		People people = household(notice.record(), notice.household(), notice.address());
		return TenancySustainmentConcernRaised.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), TenancySustainmentConcernRaised.class,
					notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setTenancyReference(TenancyName.referenceOf(notice.tenancy()))
			.setConcern(notice.concern())
			.setEffectiveOn(notice.effectiveOn())
			.setEnded(Given.is(notice.ended()))
			.build();
	}

	SupportNeedRecorded supportNeed(Sender sender, SupportNeedNotice notice) {
		People people = new People();
		HouseholdMember person = notice.person();
		if (person != null) {
			people.add("person", person.personReference(), person.mention(notice.address()));
		}
		people.requireUnlessWithdrawn("person", person != null, notice.record());
		return SupportNeedRecorded.newBuilder()
			.setHeader(
					header(sender, notice.record(), notice.sharing(), SupportNeedRecorded.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setNeedCodes(notice.needs().stream().map(Enum::name).toList())
			.setEnded(Given.is(notice.ended()))
			.build();
	}

	StaffSafetyMarked staffSafetyMarker(Sender sender, StaffSafetyMarkerNotice notice) {
		People people = household(notice.record(), notice.household(), notice.address());
		return StaffSafetyMarked.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), StaffSafetyMarked.class, notice.markedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAdvice(notice.advice())
			.setReviewOn(notice.reviewOn())
			.setEnded(Given.is(notice.ended()))
			.build();
	}

	/**
	 * The header of a landlord's event.
	 * @param sender who sends
	 * @param source what the record says of itself
	 * @param sharing how it may be shared; null when it does not say
	 * @param type type of the event
	 * @param day the record's own date; null when it has none
	 * @return the header
	 */
	public EventHeader header(Sender sender, SourceRecord source, @Nullable Sharing sharing,
			Class<? extends SpecificRecord> type, @Nullable LocalDate day) {
		return this.headers.header(sender, source, sharing, DEFAULTS, type, day);
	}

	private static People household(SourceRecord source, List<HouseholdMember> household,
			@Nullable PostalAddress home) {
		People people = Household.of("household", household, home);
		people.requireUnlessWithdrawn("household", !household.isEmpty(), source);
		return people;
	}

}
