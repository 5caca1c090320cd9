package org.mashhub.correlation.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.mashhub.correlation.identity.LinkChange;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.state.AreaState;

/** What moves of mentions mean for persons: which became one, and which fell apart. */
final class PersonChanges {

	private PersonChanges() {
	}

	/**
	 * Merges and splits.
	 * @param state the area's state after the moves
	 * @param changes all moves, in order
	 * @param reason what led to them
	 * @return at most one output for a pair of persons, in the order of their ids
	 */
	static List<Output> of(AreaState state, List<LinkChange> changes, ChangeReason reason) {
		Map<MentionId, PersonId> before = new TreeMap<>();
		Map<MentionId, LinkChange> last = new TreeMap<>();
		for (LinkChange change : changes) {
			if (change.from() != null && !last.containsKey(change.mention())) {
				before.put(change.mention(), change.from());
			}
			last.put(change.mention(), change);
		}
		Map<PersonId, Map<PersonId, List<LinkChange>>> moves = new TreeMap<>();
		before.forEach((mention, from) -> {
			LinkChange change = last.get(mention);
			PersonId to = (change != null) ? change.to() : null;
			if (change != null && to != null && !to.equals(from)) {
				moves.computeIfAbsent(from, (person) -> new TreeMap<>())
					.computeIfAbsent(to, (person) -> new ArrayList<>())
					.add(change);
			}
		});
		List<Output> outputs = new ArrayList<>();
		moves.forEach((from, targets) -> {
			boolean whole = targets.size() == 1 && state.persons().get(from) == null;
			targets.forEach((to, moved) -> outputs
				.add(whole ? new Output.PersonsMerged(to, from, mentions(moved), strongest(moved), reason)
						: new Output.PersonSplit(from, to, mentions(moved), strongest(moved), reason)));
		});
		return outputs;
	}

	private static List<MentionId> mentions(List<LinkChange> moved) {
		return moved.stream().map(LinkChange::mention).toList();
	}

	/** The move that has most behind it; of several as strong, the first. */
	private static LinkChange strongest(List<LinkChange> moved) {
		return moved.stream()
			.min(Comparator.comparing(LinkChange::officerDecided)
				.reversed()
				.thenComparing((change) -> (change.bits() != null) ? -change.bits() : Double.MAX_VALUE)
				.thenComparing(LinkChange::mention))
			.orElseThrow();
	}

}
