package org.mashhub.population.people;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.population.chance.Dice;

/**
 * Brings those together who look for a partner: about the same age, mostly of one origin.
 */
final class Couples {

	private static final int OLDEST = 90;

	private static final double SAME_SEX = 0.03;

	private static final double OTHER_ORIGIN = 0.3;

	private final List<List<Person>> men = new ArrayList<>();

	private final List<Seeker> women = new ArrayList<>();

	Couples() {
		for (int age = 0; age <= OLDEST; age++) {
			this.men.add(new ArrayList<>());
		}
	}

	void seeks(Person person, int day, Dice dice) {
		boolean amongMen = dice.chance(SAME_SEX) == person.female;
		if (amongMen) {
			this.men.get(Math.min(person.age(day), OLDEST)).add(person);
		}
		else {
			this.women.add(new Seeker(person, day));
		}
	}

	/** Everybody who has found somebody; the others look again some other time. */
	List<Couple> match(Dice dice) {
		List<Couple> couples = new ArrayList<>();
		for (Seeker seeker : this.women) {
			Person found = find(seeker, dice);
			if (found != null) {
				couples.add(new Couple(seeker.person, found, seeker.day));
			}
		}
		this.women.clear();
		this.men.forEach(List::clear);
		return couples;
	}

	private @Nullable Person find(Seeker seeker, Dice dice) {
		Person person = seeker.person;
		if (!person.isHere() || person.partner != null) {
			return null;
		}
		int age = Math.min(person.age(seeker.day), OLDEST);
		boolean anyOrigin = dice.chance(OTHER_ORIGIN);
		int first = age + dice.between(-1, 4);
		for (int away = 0; away < 8; away++) {
			int wanted = first + ((away % 2 == 0) ? away / 2 : -away / 2 - 1);
			if (wanted < 17 || wanted > OLDEST) {
				continue;
			}
			List<Person> candidates = this.men.get(wanted);
			for (int at = 0; at < candidates.size(); at++) {
				Person candidate = candidates.get(at);
				if (candidate.isHere() && candidate.partner == null && (anyOrigin || candidate.origin == person.origin)
						&& !candidate.isRelativeOf(person) && candidate.household != person.household) {
					candidates.remove(at);
					return candidate;
				}
			}
		}
		return null;
	}

	/** Two who have found each other. */
	record Couple(Person one, Person other, int day) {
	}

	private record Seeker(Person person, int day) {
	}

}
