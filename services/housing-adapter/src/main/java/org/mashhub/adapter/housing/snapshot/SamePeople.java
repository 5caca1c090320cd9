package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.PersonMention;

/**
 * Who in a household as it was is who in the household as it is: by reference, and of
 * those who remain by name and date of birth, of which one may have been corrected.
 */
final class SamePeople {

	private final Map<String, PersonMention> later = new HashMap<>();

	private final Map<String, PersonMention> earlier = new HashMap<>();

	SamePeople(List<PersonMention> before, List<PersonMention> now) {
		Map<String, PersonMention> byRef = now.stream()
			.collect(Collectors.toMap(PersonMention::getRef, Function.identity()));
		for (PersonMention member : before) {
			pair(member, byRef.get(member.getRef()));
		}
		for (PersonMention member : before) {
			if (!this.later.containsKey(member.getRef())) {
				pair(member,
						now.stream()
							.filter((other) -> !this.earlier.containsKey(other.getRef()) && isOne(member, other))
							.findFirst()
							.orElse(null));
			}
		}
	}

	/** A member as it is now. */
	Optional<PersonMention> later(PersonMention before) {
		return Optional.ofNullable(this.later.get(before.getRef()));
	}

	/** A member as it was. */
	Optional<PersonMention> earlier(PersonMention now) {
		return Optional.ofNullable(this.earlier.get(now.getRef()));
	}

	private void pair(PersonMention before, @Nullable PersonMention now) {
		if (now != null) {
			this.later.put(before.getRef(), now);
			this.earlier.put(now.getRef(), before);
		}
	}

	private static boolean isOne(PersonMention one, PersonMention other) {
		boolean family = family(one).equals(family(other));
		boolean given = given(one).equals(given(other));
		Optional<LocalDate> born = one.getBirth().flatMap(BirthDate::getDate);
		boolean sameBirth = born.isPresent() && born.equals(other.getBirth().flatMap(BirthDate::getDate));
		boolean birthOpen = one.getBirth().isEmpty() || other.getBirth().isEmpty();
		boolean named = !given(one).isEmpty() && !family(one).isEmpty();
		return named && ((sameBirth && (family || given)) || (birthOpen && family && given));
	}

	private static String family(PersonMention person) {
		return folded(person.getNames().isEmpty() ? "" : person.getNames().getFirst().getFamily().orElse(""));
	}

	private static String given(PersonMention person) {
		return folded(person.getNames().isEmpty() ? "" : String.join(" ", person.getNames().getFirst().getGiven()));
	}

	private static String folded(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

}
