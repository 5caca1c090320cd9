package org.mashhub.correlation.rules;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
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
