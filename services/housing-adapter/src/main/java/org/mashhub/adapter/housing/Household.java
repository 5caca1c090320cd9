package org.mashhub.adapter.housing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.housing.HouseholdMember.RelationToTenant;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.event.common.v1.RelationshipKind;

/**
 * A household, as people and what a landlord states between them and the first tenant.
 */
public final class Household {

	private Household() {
	}

	/**
	 * The people of a household, each under the landlord's own number.
	 * @param field path of the list in the notice
	 * @param members the household
	 * @param home where they live; null when not known
	 * @return the people
	 */
	public static People of(String field, List<HouseholdMember> members, @Nullable PostalAddress home) {
		return of(field, members, home, HouseholdMember::personReference);
	}

	/**
	 * The people of a household.
	 * @param field path of the list in the notice
	 * @param members the household
	 * @param home where they live; null when not known
	 * @param reference the number that each is known by
	 * @return the people
	 */
	public static People of(String field, List<HouseholdMember> members, @Nullable PostalAddress home,
			Function<HouseholdMember, @Nullable String> reference) {
		People people = new People();
		List<String> refs = new ArrayList<>();
		for (int i = 0; i < members.size(); i++) {
			refs.add(people.add(field + "[" + i + "]", reference.apply(members.get(i)), members.get(i).mention(home)));
		}
		int tenant = members.stream().map(HouseholdMember::role).toList().indexOf(HouseholdMember.Role.TENANT);
		for (int i = 0; tenant >= 0 && i < members.size(); i++) {
			RelationToTenant relation = members.get(i).relationToTenant();
			if (relation != null && i != tenant) {
				relate(people, refs.get(i), relation, refs.get(tenant));
			}
		}
		return people;
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
