package org.mashhub.correlation.family;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.SourceRecord;

/**
 * What one record says of a step. Who has stated one may state its end, in the same
 * record or in another.
 *
 * @param step the step
 * @param record the record
 * @param began first day, as the record has it, null when it does not say
 * @param over the day from which on it is so no more, null while it lasts
 */
record StatedStep(Step step, SourceRecord record, @Nullable LocalDate began, @Nullable LocalDate over) {

	/**
	 * What still holds; of what nobody says any more, that it was so once. An end ends
	 * what the same organisation has said, and nothing that another says.
	 * @param stated all that is stated of the steps from one person
	 * @param zone time zone of the area
	 * @return steps in the same order
	 */
	static List<Step> lasting(List<StatedStep> stated, ZoneId zone) {
		List<StatedStep> ends = stated.stream().filter((end) -> end.over() != null).toList();
		if (ends.isEmpty()) {
			return stated.stream().map(StatedStep::step).toList();
		}
		Set<StatedStep> ended = Collections.newSetFromMap(new IdentityHashMap<>());
		ended.addAll(ends);
		Set<Object> lasting = new HashSet<>();
		for (StatedStep statement : stated) {
			if (ends.stream().anyMatch((end) -> end.ends(statement, zone))) {
				ended.add(statement);
			}
			else if (statement.over() == null) {
				lasting.add(statement.whatOfWhom());
			}
		}
		return stated.stream()
			.filter((statement) -> !ended.contains(statement) || !lasting.contains(statement.whatOfWhom()))
			.map((statement) -> ended.contains(statement) ? statement.step().over() : statement.step())
			.toList();
	}

	private List<Object> whatOfWhom() {
		return List.of(this.step.kind(), this.step.to());
	}

	/**
	 * Whether another record's statement ends by this one: it speaks of a day before the
	 * end, or was made before, and is of nothing that began only then.
	 */
	private boolean ends(StatedStep statement, ZoneId zone) {
		if (this.over == null || !whatOfWhom().equals(statement.whatOfWhom()) || !isOfSameSource(statement)) {
			return false;
		}
		boolean again = statement.began != null && !statement.began.isBefore(this.over);
		boolean before = LocalDate.ofInstant(statement.record.occurredAt(), zone).isBefore(this.over)
				|| Comparator.comparing((SourceRecord one) -> one.during(zone))
					.thenComparing(SourceRecord::firstSequence)
					.compare(statement.record, this.record) < 0;
		return before && !again;
	}

	/** A record that has both a former time and the present one ends nothing itself. */
	private boolean isOfSameSource(StatedStep other) {
		return !this.record.id().equals(other.record.id())
				&& this.record.id().agency().equals(other.record.id().agency())
				&& this.record.id().organisation().equals(other.record.id().organisation());
	}

}
