package org.mashhub.adapter.adultsocialcare;

import java.util.Optional;

import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;

/** How somebody stands to the adult whom a record is about. */
enum RelationToAdult {

	PARTNER, CHILD, GRANDCHILD, OTHER_CHILD, ADULT_CHILD, PARENT, SIBLING, OTHER_RELATIVE, CARER, CARED_FOR, LODGER,
	FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN;

	/**
	 * What the person is in the event. Only who is under 18 is called a child; a carer of
	 * the adult is not called one, for the hub knows carers as those of children.
	 */
	PersonRole role(boolean livesWithAdult) {
		return switch (this) {
			case PARTNER -> PersonRole.PARTNER;
			case CHILD, GRANDCHILD, OTHER_CHILD -> PersonRole.CHILD;
			case ADULT_CHILD, PARENT, SIBLING, OTHER_RELATIVE -> PersonRole.RELATIVE;
			case LODGER -> PersonRole.HOUSEHOLD_MEMBER;
			case CARER, CARED_FOR, FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN ->
				livesWithAdult ? PersonRole.HOUSEHOLD_MEMBER : PersonRole.ASSOCIATE;
		};
	}

	/** How the person stands to the adult; empty when nothing is stated that way. */
	Optional<RelationshipKind> ofPerson() {
		return switch (this) {
			case PARTNER -> Optional.of(RelationshipKind.PARTNER_OF);
			case PARENT -> Optional.of(RelationshipKind.PARENT_OF);
			case SIBLING -> Optional.of(RelationshipKind.SIBLING_OF);
			case OTHER_RELATIVE -> Optional.of(RelationshipKind.OTHER);
			case CARER -> Optional.of(RelationshipKind.CARER_OF);
			case LODGER -> Optional.of(RelationshipKind.LIVES_WITH);
			case CHILD, GRANDCHILD, OTHER_CHILD, ADULT_CHILD, CARED_FOR, FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN ->
				Optional.empty();
		};
	}

	/** How the adult stands to the person; empty when nothing is stated that way. */
	Optional<RelationshipKind> ofAdult() {
		return switch (this) {
			case CHILD, ADULT_CHILD -> Optional.of(RelationshipKind.PARENT_OF);
			case GRANDCHILD -> Optional.of(RelationshipKind.GRANDPARENT_OF);
			case CARED_FOR -> Optional.of(RelationshipKind.CARER_OF);
			case PARTNER, OTHER_CHILD, PARENT, SIBLING, OTHER_RELATIVE, CARER, LODGER, FRIEND_OR_NEIGHBOUR, OTHER,
					NOT_KNOWN ->
				Optional.empty();
		};
	}

}
