package org.mashhub.adapter.kit;

import java.util.Optional;

import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;

/**
 * How somebody stands to the child that a record is about, as professionals write it
 * down.
 */
public enum RelationToChild {

	MOTHER, FATHER, PARENT, STEP_PARENT, PARENTS_PARTNER, CARER, GRANDPARENT, SIBLING, AUNT_OR_UNCLE, OTHER_RELATIVE,
	LODGER, FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN;

	/**
	 * What the person is in the event.
	 * @return a role
	 */
	public PersonRole role() {
		return switch (this) {
			case MOTHER -> PersonRole.MOTHER;
			case FATHER -> PersonRole.FATHER;
			case PARENT, STEP_PARENT -> PersonRole.PARENT;
			case PARENTS_PARTNER -> PersonRole.PARTNER;
			case CARER -> PersonRole.CARER;
			case SIBLING -> PersonRole.SIBLING;
			case GRANDPARENT, AUNT_OR_UNCLE, OTHER_RELATIVE -> PersonRole.RELATIVE;
			case LODGER -> PersonRole.HOUSEHOLD_MEMBER;
			case FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN -> PersonRole.VISITOR;
		};
	}

	/**
	 * What is stated of the person and the child.
	 * @return a kind of relationship; empty when nothing is stated of the two
	 */
	public Optional<RelationshipKind> kind() {
		return switch (this) {
			case MOTHER, FATHER, PARENT -> Optional.of(RelationshipKind.PARENT_OF);
			case STEP_PARENT, CARER -> Optional.of(RelationshipKind.CARER_OF);
			case GRANDPARENT -> Optional.of(RelationshipKind.GRANDPARENT_OF);
			case SIBLING -> Optional.of(RelationshipKind.SIBLING_OF);
			case AUNT_OR_UNCLE -> Optional.of(RelationshipKind.AUNT_OR_UNCLE_OF);
			case OTHER_RELATIVE -> Optional.of(RelationshipKind.OTHER);
			case LODGER -> Optional.of(RelationshipKind.LIVES_WITH);
			case PARENTS_PARTNER, FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN -> Optional.empty();
		};
	}

}
