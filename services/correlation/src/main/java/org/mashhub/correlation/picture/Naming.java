package org.mashhub.correlation.picture;

import java.time.Instant;
import java.util.Comparator;

import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.SourceRecord;

/**
 * What one record calls a person. Of all that records call them, the one with a given
 * name and a family name counts, else the one with a given name, else any; of those, what
 * was written down last: a baby is not called Baby for ever, nor a wife by the name she
 * gave up. Which record came first plays no part.
 *
 * @param text the name
 * @param complete how much of a name it is
 * @param recordedAt when it was written down
 */
record Naming(String text, int complete, Instant recordedAt) {

	static final Naming NONE = new Naming("", 0, Instant.MIN);

	private static final Comparator<Naming> BEST_LAST = Comparator.comparingInt(Naming::complete)
		.thenComparing(Naming::recordedAt)
		.thenComparing((naming) -> naming.text().length())
		.thenComparing(Naming::text, Comparator.reverseOrder());

	static Naming of(Particulars who, SourceRecord record) {
		int complete = !who.named() ? 1 : who.familyNames().isEmpty() ? 2 : 3;
		return who.displayName().isBlank() ? NONE : new Naming(who.displayName(), complete, record.recordedAt());
	}

	Naming orBetter(Naming other) {
		return (BEST_LAST.compare(this, other) >= 0) ? this : other;
	}

}
