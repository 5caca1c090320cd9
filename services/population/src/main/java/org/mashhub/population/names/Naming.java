package org.mashhub.population.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mashhub.population.chance.Dice;

/**
 * Gives names as families of each origin do: middle names, a father's name in place of a
 * family's, women's forms, two surnames, a religious name before one's own. How often
 * each happens is assumed; that it happens is common knowledge among those who keep
 * registers.
 */
public final class Naming {

	private static final int TRIES = 20;

	private final NameBook book = new NameBook();

	/**
	 * Names somebody of whose parents nothing is known.
	 * @param origin where the name comes from
	 * @param female whether female
	 * @param year year of birth
	 * @param dice decide
	 * @return a name
	 */
	public Name adult(Origin origin, boolean female, int year, Dice dice) {
		return name(origin, female, year, new Family(null, null, false), List.of(), dice);
	}

	/**
	 * Names a child.
	 * @param origin where the name comes from
	 * @param female whether female
	 * @param year year of birth
	 * @param mother the mother's name
	 * @param father the father's name; null when nobody says who he is
	 * @param taken first names of brothers and sisters
	 * @param dice decide
	 * @return a name
	 */
	public Name child(Origin origin, boolean female, int year, Name mother, @Nullable Name father,
			Collection<String> taken, Dice dice) {
		return name(origin, female, year, new Family(mother, father, true), taken, dice);
	}

	/**
	 * Renames a woman who marries, where it is the custom and she follows it.
	 * @param wife her name
	 * @param origin where her name comes from
	 * @param husband his name
	 * @param dice decide
	 * @return her new name, empty when she keeps hers
	 */
	public Optional<Name> married(Name wife, Origin origin, Name husband, Dice dice) {
		double share = switch (origin) {
			case ENGLISH, SCOTTISH, WELSH, IRISH, CARIBBEAN -> 0.78;
			case EASTERN_EUROPEAN, TURKISH -> 0.85;
			case WEST_AFRICAN, HINDU -> 0.7;
			case SIKH -> 0.5;
			case PAKISTANI, BANGLADESHI -> 0.12;
			case SOUTHERN_EUROPEAN, CHINESE, ARABIC -> 0.1;
			case TAMIL -> 0.4;
			case SOMALI, VIETNAMESE -> 0;
		};
		if (!dice.chance(share) || wife.family().equals(husband.family())) {
			return Optional.empty();
		}
		String family = switch (origin) {
			case EASTERN_EUROPEAN -> Slavic.womans(husband.family(), true);
			case TAMIL -> husband.first();
			case SIKH -> husband.family().equals("Singh") ? wife.family() : husband.family();
			case ENGLISH, SCOTTISH, WELSH, IRISH, CARIBBEAN -> (dice.chance(0.06) && !wife.family().contains("-"))
					? wife.family() + "-" + husband.family() : husband.family();
			case PAKISTANI, BANGLADESHI, HINDU, WEST_AFRICAN, SOUTHERN_EUROPEAN, SOMALI, ARABIC, TURKISH, CHINESE,
					VIETNAMESE ->
				husband.family();
		};
		return family.equals(wife.family()) ? Optional.empty() : Optional.of(wife.withFamily(family));
	}

	/**
	 * Another surname for somebody who chooses one.
	 * @param name the name borne until now
	 * @param origin where it comes from
	 * @param dice decide
	 * @return the new name
	 */
	public Name chosen(Name name, Origin origin, Dice dice) {
		return name.withFamily(this.book.surname(origin, dice));
	}

	private Name name(Origin origin, boolean female, int year, Family family, Collection<String> taken, Dice dice) {
		String own = namesake(origin, female, family, taken, dice)
			.orElseGet(() -> free(origin, female, year, taken, dice));
		return switch (origin) {
			case ENGLISH, SCOTTISH, WELSH, IRISH, CARIBBEAN -> new Name(
					withMiddleNames(own, origin, female, year, family, dice), britishSurname(origin, family, dice));
			case EASTERN_EUROPEAN -> new Name(withOne(own, dice.chance(0.3) ? given(origin, female, year, dice) : null),
					slavicSurname(female, family, dice));
			case SOUTHERN_EUROPEAN ->
				new Name(withOne(own, dice.chance(0.35) ? given(origin, female, year, dice) : null),
						twoSurnames(origin, family, dice));
			case PAKISTANI, BANGLADESHI ->
				new Name(southAsian(own, origin, female, dice), muslimSurname(origin, female, family, dice));
			case SIKH -> sikh(own, female, family, dice);
			case HINDU -> new Name(withOne(own, dice.chance(0.55) ? fathersName(origin, family, year, dice) : null),
					surname(origin, family, dice));
			case TAMIL -> new Name(List.of(own), fathersName(origin, family, year, dice));
			case WEST_AFRICAN -> new Name(westAfrican(own, female, year, taken, dice), surname(origin, family, dice));
			case SOMALI -> somali(own, family, year, dice);
			case ARABIC -> new Name(withOne(own, dice.chance(0.5) ? fathersName(origin, family, year, dice) : null),
					surname(origin, family, dice));
			case TURKISH -> new Name(List.of(own), surname(origin, family, dice));
			case CHINESE ->
				new Name(dice.chance((year > 1980) ? 0.55 : 0.3) ? List.of(freeEnglish(female, year, taken, dice), own)
						: List.of(own), surname(origin, family, dice));
			case VIETNAMESE ->
				new Name(withOne(own, dice.chance(female ? 0.6 : 0.35) ? (female ? "Thị" : "Văn") : null),
						surname(origin, family, dice));
		};
	}

	private String given(Origin origin, boolean female, int year, Dice dice) {
		return this.book.given(origin, female, year, dice);
	}

	private String free(Origin origin, boolean female, int year, Collection<String> taken, Dice dice) {
		String found = given(origin, female, year, dice);
		for (int i = 0; i < TRIES && taken.contains(found); i++) {
			found = given(origin, female, year, dice);
		}
		return found;
	}

	private String freeEnglish(boolean female, int year, Collection<String> taken, Dice dice) {
		String found = this.book.english(female, year, dice);
		for (int i = 0; i < TRIES && taken.contains(found); i++) {
			found = this.book.english(female, year, dice);
		}
		return found;
	}

	/** Fathers and sons of one name are what mixes up registers. */
	private static Optional<String> namesake(Origin origin, boolean female, Family family, Collection<String> taken,
			Dice dice) {
		Name father = family.father;
		return (!female && father != null && origin.isBritish() && !taken.contains(father.first()) && dice.chance(0.05))
				? Optional.of(father.first()) : Optional.empty();
	}

	private List<String> withMiddleNames(String own, Origin origin, boolean female, int year, Family family,
			Dice dice) {
		List<String> given = new ArrayList<>(3);
		given.add(own);
		if (dice.chance(0.78)) {
			Name namesake = female ? family.mother : family.father;
			addNew(given, (namesake != null && dice.chance(0.15)) ? namesake.first()
					: given(origin, female, dice.chance(0.5) ? year : year - 45, dice));
			if (dice.chance(0.12)) {
				addNew(given, given(origin, female, year, dice));
			}
		}
		return given;
	}

	private String britishSurname(Origin origin, Family family, Dice dice) {
		Name mother = family.mother;
		Name father = family.father;
		if (mother == null) {
			return this.book.surname(origin, dice);
		}
		if (father == null || father.family().equals(mother.family())) {
			return mother.family();
		}
		double thrown = dice.uniform();
		if (thrown < 0.07 && !mother.family().contains("-") && !father.family().contains("-")) {
			return mother.family() + "-" + father.family();
		}
		return (thrown < 0.30) ? mother.family() : father.family();
	}

	private String surname(Origin origin, Family family, Dice dice) {
		if (family.father != null) {
			return family.father.family();
		}
		return (family.mother != null) ? family.mother.family() : this.book.surname(origin, dice);
	}

	private String slavicSurname(boolean female, Family family, Dice dice) {
		String mans = (family.father != null) ? family.father.family() : (family.mother != null)
				? Slavic.mans(family.mother.family()) : this.book.surname(Origin.EASTERN_EUROPEAN, dice);
		// British registrars have often given daughters the father's form.
		return (female && !dice.chance(family.isChilds ? 0.35 : 0.05)) ? Slavic.womans(mans, !family.isChilds) : mans;
	}

	private String twoSurnames(Origin origin, Family family, Dice dice) {
		String ones = (family.father != null) ? firstWord(family.father.family()) : this.book.surname(origin, dice);
		String others = (family.mother != null) ? firstWord(family.mother.family()) : this.book.surname(origin, dice);
		return (dice.chance(0.65) && !ones.equals(others)) ? others + " " + ones : ones;
	}

	private static List<String> southAsian(String own, Origin origin, boolean female, Dice dice) {
		if (female || own.equals("Mohammed") || own.equals("Abdul")) {
			return List.of(own);
		}
		double thrown = dice.uniform();
		if (thrown < 0.28) {
			return List.of("Mohammed", own);
		}
		return (thrown < 0.36 && origin == Origin.BANGLADESHI) ? List.of("Abdul", own) : List.of(own);
	}

	private String muslimSurname(Origin origin, boolean female, Family family, Dice dice) {
		if (female && dice.chance(family.isChilds ? 0.3 : 0.6)) {
			return this.book.womensName(origin, dice);
		}
		return (family.father != null && dice.chance(0.72)) ? family.father.family() : this.book.surname(origin, dice);
	}

	private Name sikh(String own, boolean female, Family family, Dice dice) {
		String religious = female ? "Kaur" : "Singh";
		Name elder = (family.father != null) ? family.father : family.mother;
		if (elder == null) {
			return dice.chance(0.35) ? new Name(List.of(own), religious)
					: new Name(List.of(own, religious), this.book.surname(Origin.SIKH, dice));
		}
		return (elder.family().equals("Singh") || elder.family().equals("Kaur")) ? new Name(List.of(own), religious)
				: new Name(List.of(own, religious), elder.family());
	}

	private String fathersName(Origin origin, Family family, int year, Dice dice) {
		return (family.father != null) ? family.father.first() : given(origin, false, year - 30, dice);
	}

	private Name somali(String own, Family family, int year, Dice dice) {
		Name father = family.father;
		if (father != null) {
			return new Name(List.of(own, father.first()), father.given().getLast());
		}
		return new Name(List.of(own, given(Origin.SOMALI, false, year - 30, dice)),
				given(Origin.SOMALI, false, year - 55, dice));
	}

	private List<String> westAfrican(String own, boolean female, int year, Collection<String> taken, Dice dice) {
		String english = freeEnglish(female, dice.chance(0.5) ? year : 1940, taken, dice);
		double thrown = dice.uniform();
		if (thrown < 0.4) {
			return List.of(english, own);
		}
		return (thrown < 0.65) ? List.of(own, english) : List.of(own);
	}

	private static List<String> withOne(String own, @Nullable String more) {
		return (more == null || more.equals(own)) ? List.of(own) : List.of(own, more);
	}

	private static void addNew(List<String> given, String more) {
		if (!given.contains(more)) {
			given.add(more);
		}
	}

	private static String firstWord(String text) {
		int space = text.indexOf(' ');
		return (space > 0) ? text.substring(0, space) : text;
	}

	/** What is known of the parents' names. */
	private record Family(@Nullable Name mother, @Nullable Name father, boolean isChilds) {
	}

}
