package org.mashhub.correlation.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;

/**
 * A child, and what a rule found about it.
 *
 * @param child the child's picture
 * @param finding what was found
 */
public record Affected(ChildView child, Finding finding) {

	/**
	 * The order in which brothers and sisters are named: the eldest first. It does not
	 * depend on what came first, as far as the children can be told apart.
	 */
	public static final Comparator<Affected> ELDEST_FIRST = Comparator
		.comparing((Affected affected) -> affected.child().child().birthDate(),
				Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing((affected) -> affected.child().child().birthYear(),
				Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing((affected) -> affected.child().child().displayName())
		.thenComparing((affected) -> affected.child().child().founding());

	/**
	 * The adults whom evidence may be about: whoever is around the child, and whoever the
	 * finding speaks of though they may not be.
	 * @return each once
	 */
	public Collection<ConnectedAdult> adults() {
		Map<PersonId, ConnectedAdult> adults = new LinkedHashMap<>();
		Stream.concat(this.child.adults().stream(), this.finding.adults().stream())
			.forEach((adult) -> adults.putIfAbsent(adult.summary().id(), adult));
		return adults.values();
	}

	/**
	 * The records that the finding rests on.
	 * @return their numbers, each once
	 */
	public Set<SourceRecordId> records() {
		Set<SourceRecordId> records = new LinkedHashSet<>();
		this.finding.evidence().stream().map(KnownFact::record).forEach((record) -> records.add(record.id()));
		return records;
	}

	/**
	 * How an alert calls the child.
	 * @return initial and age
	 */
	public String label() {
		return this.child.child().childLabel(this.child.clock(), this.child.zone());
	}

}
