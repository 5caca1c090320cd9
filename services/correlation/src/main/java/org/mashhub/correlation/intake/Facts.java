package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Particulars;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.DetailsChange;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.hub.v1.Fact;
import org.mashhub.hub.v1.FactKind;

/** Builds facts. */
final class Facts {

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private final List<Fact> facts = new ArrayList<>();

	/** Adds a fact about some people; values that are not recorded are left out. */
	Facts add(FactKind kind, List<String> subjects, @Nullable String... keysAndValues) {
		return addAll(kind, subjects, attributes(keysAndValues));
	}

	Facts addAll(FactKind kind, List<String> subjects, Map<String, String> attributes) {
		if (!subjects.isEmpty()) {
			this.facts.add(new Fact(kind, subjects, attributes));
		}
		return this;
	}

	/** Adds a fact that holds even when it is said of nobody in particular. */
	Facts addEvenOfNobody(FactKind kind, List<String> subjects, @Nullable String... keysAndValues) {
		this.facts.add(new Fact(kind, subjects, attributes(keysAndValues)));
		return this;
	}

	/** Adds the grade of a home, when one was given. */
	Facts conditions(List<String> subjects, Optional<Integer> grade, Optional<String> tool,
			Optional<Boolean> announced) {
		grade.ifPresent((given) -> add(FactKind.CONDITIONS_GRADED, subjects, "grade", given.toString(), "tool",
				text(tool), "announced", text(announced)));
		return this;
	}

	/** Adds a concern, when one was recorded. */
	Facts concern(List<String> subjects, Optional<Boolean> concern, String by) {
		return concern.orElse(false) ? add(FactKind.CONCERN_RECORDED, subjects, "by", by) : this;
	}

	List<Fact> list() {
		return List.copyOf(this.facts);
	}

	/** These facts and nothing for the chronology to read. */
	Translation alone() {
		return new Translation(list(), null);
	}

	/** These facts and the agency's text. */
	Translation with(Optional<String> summary) {
		return new Translation(list(), summary.orElse(null));
	}

	static List<String> all(List<PersonMention> people) {
		return people.stream().map(PersonMention::getRef).toList();
	}

	static List<String> children(List<PersonMention> people) {
		return withRole(people, PersonRole.CHILD);
	}

	static List<String> withRole(List<PersonMention> people, PersonRole... roles) {
		return people.stream()
			.filter((person) -> List.of(roles).contains(person.getRole()))
			.map(PersonMention::getRef)
			.toList();
	}

	static List<String> without(List<PersonMention> people, PersonRole... roles) {
		return people.stream()
			.filter((person) -> !List.of(roles).contains(person.getRole()))
			.map(PersonMention::getRef)
			.toList();
	}

	/** What a change of details says; who is who follows from the numbers themselves. */
	static Translation detailsChanged(List<PersonMention> people, DetailsChange change, Optional<LocalDate> on) {
		return new Facts().add(FactKind.DETAILS_CHANGED, patients(people), "change", change.name(), "on", text(on))
			.alone();
	}

	/** Whose appointment or visit it is: the patient, else the children. */
	static List<String> patients(List<PersonMention> people) {
		return first(people, PersonRole.PATIENT, PersonRole.CHILD);
	}

	/**
	 * The adults beside the patient: nobody who was under 18 then, and no sibling whose
	 * age is not known.
	 */
	static List<String> adults(List<PersonMention> people, EventHeader header) {
		LocalDate on = LocalDate.ofInstant(header.getOccurredAt(), UK);
		return people.stream()
			.filter((person) -> person.getRole() != PersonRole.CHILD && person.getRole() != PersonRole.PATIENT)
			.filter((person) -> ofAge(person.getBirth(), on).orElse(person.getRole() != PersonRole.SIBLING))
			.map(PersonMention::getRef)
			.toList();
	}

	private static Optional<Boolean> ofAge(Optional<BirthDate> birth, LocalDate on) {
		return birth.flatMap(BirthDate::getDate)
			.map((date) -> !Particulars.comesOfAge(date).isAfter(on))
			.or(() -> birth.flatMap(BirthDate::getYear).map((year) -> on.getYear() - year >= Particulars.OF_AGE))
			.or(() -> birth.flatMap(BirthDate::getEstimatedAge).map((age) -> age >= Particulars.OF_AGE));
	}

	/** Those with the first of the roles that somebody has. */
	static List<String> first(List<PersonMention> people, PersonRole... roles) {
		return Arrays.stream(roles)
			.map((role) -> withRole(people, role))
			.filter((found) -> !found.isEmpty())
			.findFirst()
			.orElse(List.of());
	}

	/**
	 * Whom a record is about, where to take it of somebody else would be wrong: those
	 * with the first of the roles that somebody has, else the only person or the only
	 * adult named.
	 * @throws IllegalArgumentException when the record does not say whom it is about
	 */
	static List<String> concerned(List<PersonMention> people, PersonRole... roles) {
		List<String> named = first(people, roles);
		if (!named.isEmpty()) {
			return named;
		}
		List<String> alone = (people.size() == 1) ? all(people)
				: without(people, PersonRole.CHILD, PersonRole.VICTIM, PersonRole.WITNESS, PersonRole.REPORTER);
		if (alone.size() != 1) {
			throw new IllegalArgumentException("the record does not say whom it is about: nobody has a role of "
					+ Arrays.toString(roles) + ", and several people could be meant");
		}
		return alone;
	}

	static @Nullable String text(Optional<?> value) {
		return value.map(Object::toString).orElse(null);
	}

	/** Codes in one value, with spaces between them; null when there are none. */
	static @Nullable String codes(List<String> codes) {
		return codes.isEmpty() ? null : String.join(" ", codes);
	}

	private static Map<String, String> attributes(@Nullable String... keysAndValues) {
		Map<String, String> attributes = new TreeMap<>();
		for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
			String key = keysAndValues[i];
			String value = keysAndValues[i + 1];
			if (key != null && value != null) {
				attributes.put(key, value);
			}
		}
		return attributes;
	}

}
