package org.mashhub.adapter.ambulance;

import java.util.Optional;

import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.event.common.v1.PersonRole;

/** How somebody stands to the patient, who may be a child or an adult. */
enum RelationToPatient {

	MOTHER, FATHER, PARENT, STEP_PARENT, PARENTS_PARTNER, CARER, GRANDPARENT, SIBLING, AUNT_OR_UNCLE, OTHER_RELATIVE,
	LODGER, FRIEND_OR_NEIGHBOUR, PARTNER, CHILD, OTHER, NOT_KNOWN;

	/** The same relation, where it is one to a child. */
	Optional<RelationToChild> toChild() {
		return switch (this) {
			case PARTNER, CHILD -> Optional.empty();
			case MOTHER, FATHER, PARENT, STEP_PARENT, PARENTS_PARTNER, CARER, GRANDPARENT, SIBLING, AUNT_OR_UNCLE,
					OTHER_RELATIVE, LODGER, FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN ->
				Optional.of(RelationToChild.valueOf(name()));
		};
	}

	PersonRole role(boolean livesWithPatient) {
		return switch (this) {
			case PARTNER -> PersonRole.PARTNER;
			case CHILD -> PersonRole.CHILD;
			case LODGER -> PersonRole.HOUSEHOLD_MEMBER;
			case FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN ->
				livesWithPatient ? PersonRole.HOUSEHOLD_MEMBER : PersonRole.VISITOR;
			case MOTHER, FATHER, PARENT, STEP_PARENT, PARENTS_PARTNER, CARER, GRANDPARENT, SIBLING, AUNT_OR_UNCLE,
					OTHER_RELATIVE ->
				RelationToChild.valueOf(name()).role();
		};
	}

}
