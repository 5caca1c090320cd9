package org.mashhub.correlation.rules;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.mashhub.correlation.family.StepKind;
import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.KnownFact;

/** What may be said to the family, where what is recorded makes it unsafe to say more. */
final class FamilyAdvice {

	/** For what somebody has marked as unsafe to tell the family. */
	static final String ASK_FIRST = "Ask the MASH before you discuss any of this with the family: "
			+ "whoever recorded it says that this is not safe.";

	/** For a move when not everybody of the family may know where the others live. */
	static final String ADDRESS_PROTECTED = "Ask the MASH before you discuss any of this with the family: "
			+ "an address is protected.";

	/** Whose information the family is never told by others. */
	private static final Set<String> NEVER_TOLD = Set.of("police", "probation");

	private static final Set<StepKind> BRINGS_UP = Set.of(StepKind.PARENT, StepKind.CARER);

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

	/**
	 * Whether a move is among some records after which the address of the child, of a
	 * parent or carer, or of somebody else whom it or another record of the child names
	 * is protected.
	 */
	static boolean movedInProtection(ChildView child, Collection<SourceRecordId> records) {
		List<KnownFact> moves = child.factsAround()
			.filter((fact) -> fact.kind() == FactKind.MOVED && records.contains(fact.record().id()))
			.toList();
		return !moves.isEmpty() && Stream
			.of(moves.stream().flatMap((move) -> move.record().mentions().stream()),
					child.facts().stream().flatMap((fact) -> fact.record().mentions().stream()),
					child.adults()
						.stream()
						.filter((adult) -> adult.path().steps().size() == 1
								&& BRINGS_UP.contains(adult.path().steps().getFirst().kind()))
						.flatMap((adult) -> adult.facts().stream().map(KnownFact::subject)))
			.flatMap((mentions) -> mentions)
			.anyMatch(Mention::addressProtected);
	}

}
