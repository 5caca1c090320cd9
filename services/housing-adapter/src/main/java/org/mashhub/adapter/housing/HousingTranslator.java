package org.mashhub.adapter.housing;

import java.util.ArrayList;
import java.util.List;

import org.mashhub.adapter.housing.MoveNotice.HouseholdMember;
import org.mashhub.adapter.housing.MoveNotice.RelationToTenant;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.MoveInitiator;

import org.springframework.stereotype.Component;

/** A landlord's words in, events out. */
@Component
class HousingTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	HousingTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	HouseholdMoved move(Sender sender, MoveNotice notice) {
		People people = new People();
		List<HouseholdMember> household = notice.household();
		List<String> refs = new ArrayList<>();
		for (int i = 0; i < household.size(); i++) {
			refs.add(people.add("household[" + i + "]", household.get(i).personReference(),
					household.get(i).mention(notice.to())));
		}
		relateToTenant(people, household, refs);
		people.requireUnlessWithdrawn("household", !household.isEmpty(), notice.record());
		return HouseholdMoved.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, HouseholdMoved.class,
					notice.movedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setTenancyReference((notice.tenancy() != null) ? notice.tenancy().reference() : null)
			.setFrom(PostalAddress.ofNullable(notice.from()))
			.setTo(PostalAddress.ofNullable(notice.to()))
			.setMovedOn(notice.movedOn())
			.setInitiatedBy((notice.initiatedBy() != null) ? notice.initiatedBy() : MoveInitiator.UNKNOWN)
			.build();
	}

	private static void relateToTenant(People people, List<HouseholdMember> household, List<String> refs) {
		int tenant = household.stream().map(HouseholdMember::role).toList().indexOf(MoveNotice.Role.TENANT);
		if (tenant < 0) {
			return;
		}
		for (int i = 0; i < household.size(); i++) {
			RelationToTenant relation = household.get(i).relationToTenant();
			if (relation != null && i != tenant) {
				relate(people, refs.get(i), relation, refs.get(tenant));
			}
		}
	}

	private static void relate(People people, String member, RelationToTenant relation, String tenant) {
		switch (relation) {
			case PARTNER -> people.relate(member, RelationshipKind.PARTNER_OF, tenant, null);
			case CHILD -> people.relate(tenant, RelationshipKind.PARENT_OF, member, null);
			case PARENT -> people.relate(member, RelationshipKind.PARENT_OF, tenant, null);
			case SIBLING -> people.relate(member, RelationshipKind.SIBLING_OF, tenant, null);
			case GRANDCHILD -> people.relate(tenant, RelationshipKind.GRANDPARENT_OF, member, null);
			case LODGER, OTHER -> people.relate(member, RelationshipKind.LIVES_WITH, tenant, null);
		}
	}

}
