package org.mashhub.correlation.observation;

/** How one person stands to another, as an agency states it. */
public enum RelationKind {

	PARENT_OF, PARTNER_OF, SIBLING_OF, CARER_OF, GRANDPARENT_OF, AUNT_OR_UNCLE_OF, LIVES_WITH, ASSOCIATE_OF, OTHER

}
