package org.mashhub.correlation.picture;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.SourceRecord;

/**
 * What one record calls a person. Of all that records call them, the one with a given
 * name and a family name counts, else the one with a given name, else any; of those, what
 * was written down last: a baby is not called Baby for ever, nor a wife by the name she
 * gave up. Where another record has the same first and family name and more beside, that
 * is shown. Which record came first plays no part.
 *
 * @param text the name
 * @param complete how much of a name it is
 * @param recordedAt when it was written down
 * @param called first given name and family names
 */
record Naming(String text, int complete, Instant recordedAt, List<String> called) {

	private static final Comparator<Naming> FULLEST_LAST = Comparator
		.comparingInt((Naming naming) -> naming.text().length())
		.thenComparing(Naming::text, Comparator.reverseOrder());

	private static final Comparator<Naming> BEST_LAST = Comparator.comparingInt(Naming::complete)
		.thenComparing(Naming::recordedAt)
		.thenComparing(FULLEST_LAST);

	Naming {
		called = List.copyOf(called);
	}

	static Naming of(Particulars who, SourceRecord record) {
		int complete = !who.named() ? 1 : who.familyNames().isEmpty() ? 2 : 3;
		return new Naming(who.displayName(), who.displayName().isBlank() ? 0 : complete, record.recordedAt(),
				Stream.concat(who.givenNames().stream().limit(1), who.familyNames().stream()).toList());
	}

	/** The name to show, empty when no record has one. */
	static String best(List<Naming> all) {
		return all.stream()
			.max(BEST_LAST)
			.flatMap((best) -> all.stream()
				.filter((naming) -> naming.complete() == best.complete() && naming.called().equals(best.called()))
				.max(FULLEST_LAST))
			.map(Naming::text)
			.orElse("");
	}

}
