package org.mashhub.correlation.rules;

import java.util.Collection;
import java.util.Set;

import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;

/** What may be said to the family, where whoever recorded something knows better. */
final class FamilyAdvice {

	/** For what somebody has marked as unsafe to tell the family. */
	static final String ASK_FIRST = "Ask the MASH before you discuss any of this with the family: "
			+ "whoever recorded it says that this is not safe.";

	/** Whose information the family is never told by others. */
	private static final Set<String> NEVER_TOLD = Set.of("police", "probation");

	private FamilyAdvice() {
	}

	/**
	 * Whether it is not safe that the family learns of one of some records, of those that
	 * may be spoken of at all.
	 */
	static boolean unsafe(ChildView child, Collection<SourceRecordId> records) {
		return child.factsAround()
			.filter((fact) -> !NEVER_TOLD.contains(fact.agency()))
			.anyMatch((fact) -> records.contains(fact.record().id())
					&& fact.fact().is(Fact.FAMILY_INFORMED, Fact.NOT_SAFE_TO_INFORM));
	}

}
