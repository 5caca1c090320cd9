package org.mashhub.population.agencies;

import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.population.chance.Dice;
import org.mashhub.population.people.Household;
import org.mashhub.population.people.Person;

/** Adds the people around a child to a record, and how they stand to it. */
final class Circle {

	private final Draft draft;

	private final Person child;

	private Circle(Draft draft, Person child) {
		this.draft = draft;
		this.child = child;
	}

	/** A record about a child. */
	static Circle of(Draft draft, Person child, PersonRole role) {
		draft.with(child, role, Knowing.WELL);
		return new Circle(draft, child);
	}

	/** The mother. */
	Circle mother(Knowing knowing) {
		this.child.mother().filter((mother) -> mother.household().isPresent()).ifPresent((mother) -> {
			this.draft.with(mother, PersonRole.MOTHER, knowing);
			this.draft.tie(mother, RelationshipKind.PARENT_OF, this.child);
		});
		return this;
	}

	/** The father, where he lives with the child. */
	Circle fatherAtHome(Knowing knowing) {
		this.child.father()
			.filter((father) -> father.household().isPresent() && father.household().equals(this.child.household()))
			.ifPresent((father) -> father(father, knowing));
		return this;
	}

	/** The father, wherever he lives. */
	Circle anyFather(Knowing knowing) {
		this.child.father()
			.filter((father) -> father.household().isPresent())
			.ifPresent((father) -> father(father, knowing));
		return this;
	}

	/** A parent's partner who is not a parent, whether living there or not. */
	Circle partner(Knowing knowing) {
		for (Person parent : new Person[] { this.child.mother().orElse(null), this.child.father().orElse(null) }) {
			if (parent == null || !parent.household().equals(this.child.household())) {
				continue;
			}
			parent.partner()
				.filter((partner) -> !this.child.isChildOf(partner) && partner.household().isPresent())
				.ifPresent((partner) -> {
					this.draft.with(partner, PersonRole.PARTNER, knowing);
					this.draft.tie(partner, RelationshipKind.PARTNER_OF, parent);
				});
		}
		return this;
	}

	/** Other children of the home. */
	Circle siblings(PersonRole role, Knowing knowing, double share, Dice dice) {
		Household household = this.child.household().orElse(null);
		if (household != null) {
			for (Person other : household.children(this.draft.day())) {
				if (other != this.child && dice.chance(share)) {
					this.draft.with(other, role, knowing);
					if (other.isRelativeOf(this.child)) {
						this.draft.tie(other, RelationshipKind.SIBLING_OF, this.child);
					}
				}
			}
		}
		return this;
	}

	/** Other adults of the home: grandparents, foster carers, lodgers. */
	Circle others(Knowing knowing, double share, Dice dice) {
		Household household = this.child.household().orElse(null);
		if (household != null && !household.isInstitution()) {
			for (Person other : household.adults(this.draft.day())) {
				if (!this.draft.mentions(other) && dice.chance(share)) {
					other(other, household, knowing);
				}
			}
		}
		return this;
	}

	private void other(Person other, Household household, Knowing knowing) {
		if (isGrandparent(other)) {
			this.draft.with(other, PersonRole.RELATIVE, knowing);
			this.draft.tie(other, RelationshipKind.GRANDPARENT_OF, this.child);
		}
		else if (household.isFostering()) {
			this.draft.with(other, PersonRole.CARER, knowing);
			this.draft.tie(other, RelationshipKind.CARER_OF, this.child);
		}
		else {
			this.draft.with(other, PersonRole.HOUSEHOLD_MEMBER, knowing);
		}
	}

	private boolean isGrandparent(Person other) {
		return this.child.mother().filter((mother) -> mother.isChildOf(other)).isPresent()
				|| this.child.father().filter((father) -> father.isChildOf(other)).isPresent();
	}

	private void father(Person father, Knowing knowing) {
		this.draft.with(father, PersonRole.FATHER, knowing);
		this.draft.tie(father, RelationshipKind.PARENT_OF, this.child);
		this.child.mother()
			.filter((mother) -> mother.partner().filter((partner) -> partner == father).isPresent())
			.ifPresent((mother) -> this.draft.tie(father, RelationshipKind.PARTNER_OF, mother));
	}

}
