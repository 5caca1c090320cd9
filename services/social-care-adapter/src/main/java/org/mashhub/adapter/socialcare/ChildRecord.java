package org.mashhub.adapter.socialcare;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A record about one child, and those around the child whom it speaks of. */
interface ChildRecord extends CaseRecord {

	@Nullable Child child();

	default List<FamilyMember> family() {
		return List.of();
	}

}
