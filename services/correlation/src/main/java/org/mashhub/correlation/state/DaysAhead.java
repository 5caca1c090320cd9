package org.mashhub.correlation.state;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.Relation;
import org.mashhub.correlation.observation.SourceRecord;

/**
 * The days from which on a record says something else of its people than when it came:
 * who leads, whether a case is closed by its status, where a child is registered, where
 * somebody lives, who is stated to be what to whom, and who is a child no longer, or none
 * to others.
 */
final class DaysAhead {

	private static final List<Integer> AGES = List.of(Particulars.YOUNG_PERSON, Particulars.OF_AGE);

	/** From then on a status that has ended is followed by none. */
	private static final int NEXT_STATUS_WITHIN_DAYS = 2;

	private DaysAhead() {
	}

	/**
	 * Days that may lie ahead of the area's time when the record came, wherever the area
	 * lies.
	 */
	static Map<Long, Set<MentionId>> of(SourceRecord record) {
		Map<Long, Set<MentionId>> days = new TreeMap<>();
		if (record.state() == RecordState.ACTIVE) {
			LocalDate came = LocalDate.ofInstant(record.clock(), ZoneOffset.UTC);
			for (Fact fact : record.facts()) {
				for (LocalDate day : days(fact)) {
					if (!day.isBefore(came)) {
						days.computeIfAbsent(day.toEpochDay(), (ahead) -> new TreeSet<>())
							.addAll(people(record, fact.subjects()));
					}
				}
			}
			for (Relation relation : record.relations()) {
				LocalDate last = relation.endedOn();
				if (last != null && !last.plusDays(1).isBefore(came)) {
					days.computeIfAbsent(last.plusDays(1).toEpochDay(), (ahead) -> new TreeSet<>())
						.addAll(people(record, List.of(relation.from(), relation.to())));
				}
			}
			for (Mention mention : record.mentions()) {
				for (LocalDate day : growsUp(mention.particulars())) {
					if (!day.isBefore(came)) {
						days.computeIfAbsent(day.toEpochDay(), (ahead) -> new TreeSet<>()).add(mention.id());
					}
				}
			}
		}
		return days;
	}

	/**
	 * The days from which on somebody stands as an adult in pictures of other children,
	 * and is no child; where the year alone is known, the first day of the year, for whom
	 * nobody calls a child, and of the next.
	 */
	private static List<LocalDate> growsUp(Particulars person) {
		LocalDate born = person.birthDate();
		if (born != null) {
			return AGES.stream().map((age) -> Particulars.birthday(born, age)).toList();
		}
		Integer year = person.birthYear();
		return (year != null) ? AGES.stream()
			.flatMap((age) -> Stream.of(LocalDate.of(year + age, 1, 1), LocalDate.of(year + age + 1, 1, 1)))
			.toList() : List.of();
	}

	private static List<LocalDate> days(Fact fact) {
		List<LocalDate> days = new ArrayList<>();
		if (fact.kind() == FactKind.LEAD_ASSIGNED) {
			add(days, fact.value("on"), 0);
			add(days, fact.value("endedOn"), 1);
		}
		else if (fact.kind() == FactKind.STATUS_CHANGED && fact.is("ended", "true")) {
			add(days, fact.value("on"), NEXT_STATUS_WITHIN_DAYS);
		}
		else if (fact.kind() == FactKind.REGISTRATION_CHANGED || fact.kind() == FactKind.MOVED
				|| fact.kind() == FactKind.TENANCY_CHANGED) {
			add(days, fact.value("on"), 0);
		}
		return days;
	}

	private static void add(List<LocalDate> days, @Nullable String day, int later) {
		if (day != null) {
			days.add(LocalDate.parse(day).plusDays(later));
		}
	}

	private static List<MentionId> people(SourceRecord record, List<String> refs) {
		return record.mentions().stream().filter((mention) -> refs.contains(mention.ref())).map(Mention::id).toList();
	}

}
