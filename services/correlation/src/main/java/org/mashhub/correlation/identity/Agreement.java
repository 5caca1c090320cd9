package org.mashhub.correlation.identity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How well a field agrees: the comparison levels of the model (Winkler 1990; Enamorado
 * and others 2019). A field that either record leaves out has no level and no weight.
 */
public enum Agreement {

	/** The same NHS number. */
	NHS_SAME(Field.NHS_NUMBER, "the same"),
	/**
	 * Two different NHS numbers. There is no level for a slip: its check digit shows it
	 * (modulus 11 finds every wrong digit and every two neighbours swapped), and a number
	 * that fails it is not compared.
	 */
	NHS_DIFFERENT(Field.NHS_NUMBER, "different"),

	/** The same PNC id. */
	PNC_SAME(Field.PNC_ID, "the same"),
	/** Two different PNC ids. */
	PNC_DIFFERENT(Field.PNC_ID, "different"),

	/** A number of one scheme in common. */
	NUMBER_SAME(Field.NUMBER, "the same"),
	/** Numbers of one scheme, one slip apart. */
	NUMBER_CLOSE(Field.NUMBER, "one slip apart"),
	/** Different numbers of an authority that gives each child one. */
	NUMBER_OF_ANOTHER(Field.NUMBER, "different, where each child has one"),
	/** Different numbers of one scheme. */
	NUMBER_DIFFERENT(Field.NUMBER, "different"),

	/** The same given name; weighed by how common it is. */
	GIVEN_SAME(Field.GIVEN_NAME, "the same"),
	/** Names that are used for one another. */
	GIVEN_VARIANT(Field.GIVEN_NAME, "used for one another"),
	/** One slip of spelling apart. */
	GIVEN_CLOSE(Field.GIVEN_NAME, "nearly the same"),
	/** The first name of one is a later name of the other. */
	GIVEN_MIDDLE(Field.GIVEN_NAME, "the same as a middle name"),
	/** Alike in sound or spelling. */
	GIVEN_ALIKE(Field.GIVEN_NAME, "alike"),
	/** One record has the initial only, and it agrees. */
	GIVEN_INITIAL(Field.GIVEN_NAME, "the same initial"),
	/** Given and family name changed places. */
	GIVEN_SWAPPED(Field.GIVEN_NAME, "in the place of the family name"),
	/** The given name of one is the family name of the other. */
	GIVEN_CROSSED(Field.GIVEN_NAME, "the same as a family name"),
	/** Different given names. */
	GIVEN_DIFFERENT(Field.GIVEN_NAME, "different"),

	/** The same family name or half of a double one; weighed by how common it is. */
	FAMILY_SAME(Field.FAMILY_NAME, "the same"),
	/** One slip of spelling apart. */
	FAMILY_CLOSE(Field.FAMILY_NAME, "nearly the same"),
	/** The family name of an alias. */
	FAMILY_ALIAS(Field.FAMILY_NAME, "the same as an alias"),
	/** Alike in sound or spelling. */
	FAMILY_ALIKE(Field.FAMILY_NAME, "alike"),
	/** Given and family name changed places. */
	FAMILY_SWAPPED(Field.FAMILY_NAME, "in the place of the given name"),
	/** Different family names. */
	FAMILY_DIFFERENT(Field.FAMILY_NAME, "different"),

	/** The same date. */
	BIRTH_SAME(Field.BIRTH, "the same"),
	/** The same 1 January, which systems write where they know the year only. */
	BIRTH_DEFAULT(Field.BIRTH, "the same 1 January, often a default"),
	/** 1 January of the year in which the other date lies. */
	BIRTH_DEFAULT_YEAR(Field.BIRTH, "1 January of the same year, often a default"),
	/** Day and month changed places. */
	BIRTH_SWAPPED(Field.BIRTH, "day and month swapped"),
	/** One digit differs, or two neighbours are swapped. */
	BIRTH_CLOSE(Field.BIRTH, "one slip apart"),
	/** Two of day, month and year agree. */
	BIRTH_TWO_PARTS(Field.BIRTH, "two of day, month and year the same"),
	/** Two of the eight digits differ. */
	BIRTH_TWO_SLIPS(Field.BIRTH, "two slips apart"),
	/** At most ten years apart. */
	BIRTH_NEAR(Field.BIRTH, "different"),
	/** More than ten years apart. */
	BIRTH_FAR(Field.BIRTH, "many years apart"),
	/** One record has a year or an estimated age only, at most two years off. */
	BIRTH_YEAR(Field.BIRTH, "about the same year"),
	/** Likewise, at most ten years off. */
	BIRTH_DECADE(Field.BIRTH, "some years apart, by a year or an age"),
	/** Likewise, more than ten years off. */
	BIRTH_GENERATION(Field.BIRTH, "many years apart, by a year or an age"),

	/** The same sex. */
	SEX_SAME(Field.SEX, "the same"),
	/** Different sexes. */
	SEX_DIFFERENT(Field.SEX, "different"),

	/** The same home. */
	ADDRESS_SAME(Field.ADDRESS, "the same"),
	/** Most words of the address in common. */
	ADDRESS_CLOSE(Field.ADDRESS, "nearly the same"),
	/** The same postcode, and not known whether the same home. */
	ADDRESS_POSTCODE(Field.ADDRESS, "the same postcode"),
	/** The same postcode, and two addresses. */
	ADDRESS_NEIGHBOURS(Field.ADDRESS, "another address in the same postcode"),
	/** Some words of the address, or a postcode one slip apart. */
	ADDRESS_ALIKE(Field.ADDRESS, "partly the same"),
	/** A few words of the address. */
	ADDRESS_SOME(Field.ADDRESS, "a few words the same"),
	/** A word or two of the address. */
	ADDRESS_LITTLE(Field.ADDRESS, "a word or two the same"),
	/** Different homes. */
	ADDRESS_DIFFERENT(Field.ADDRESS, "different"),

	/** A phone number in common. */
	PHONE_SAME(Field.PHONE, "the same"),
	/** Phone numbers one slip apart. */
	PHONE_CLOSE(Field.PHONE, "one slip apart"),
	/** Different phone numbers. */
	PHONE_DIFFERENT(Field.PHONE, "different"),

	/** An email address in common. */
	EMAIL_SAME(Field.EMAIL, "the same"),
	/** The same before the at sign, or a slip apart. */
	EMAIL_CLOSE(Field.EMAIL, "nearly the same"),
	/** Written alike. */
	EMAIL_ALIKE(Field.EMAIL, "alike"),
	/** Different email addresses. */
	EMAIL_DIFFERENT(Field.EMAIL, "different"),

	/** Somebody of the same given and family name; weighed by how common they are. */
	COMPANION_SAME(Field.COMPANIONS, "one the same"),
	/**
	 * Somebody of nearly the same name, or of one given name where a family name is
	 * missing.
	 */
	COMPANION_CLOSE(Field.COMPANIONS, "one nearly the same"),
	/** Nobody in common. */
	COMPANION_DIFFERENT(Field.COMPANIONS, "others"),

	/** An unborn child, and one of the same mother who was born in its time. */
	PREGNANCY_SAME(Field.PREGNANCY, "of the same mother, with the birth in its time"),
	/** An unborn child, and one who was born before it or too late for it. */
	PREGNANCY_DIFFERENT(Field.PREGNANCY, "another by the day of the birth"),

	/** The same first name or date of birth. */
	MOTHER_SAME(Field.MOTHER, "the same"),
	/** Another first name, and another date of birth. */
	MOTHER_DIFFERENT(Field.MOTHER, "another, by first name and date of birth");

	private static final Set<Agreement> BY_YEAR = Set.of(BIRTH_YEAR, BIRTH_DECADE, BIRTH_GENERATION);

	private static final List<List<Agreement>> LEVELS = Arrays.stream(Field.values())
		.map((field) -> Arrays.stream(values()).filter((level) -> level.field == field).toList())
		.toList();

	private final Field field;

	private final String words;

	Agreement(Field field, String words) {
		this.field = field;
		this.words = words;
	}

	/**
	 * The levels of a field, best first.
	 * @param field the field
	 * @return its levels
	 */
	public static List<Agreement> of(Field field) {
		return LEVELS.get(field.place());
	}

	/**
	 * The levels of a field in the groups of those that can come of one comparison, best
	 * first: of two dates other levels come than of a date and a mere age, and how often
	 * records have an age only says nothing of who is who.
	 * @param field the field
	 * @return its levels, in groups
	 */
	static List<List<Agreement>> groupsOf(Field field) {
		return Stream.of(false, true)
			.map((byYear) -> of(field).stream().filter((level) -> BY_YEAR.contains(level) == byYear).toList())
			.filter((group) -> !group.isEmpty())
			.toList();
	}

	/**
	 * Place in arrays that are indexed by level: weights are looked up for every pair.
	 * @return the place, from 0
	 */
	@SuppressWarnings("EnumOrdinal")
	int place() {
		return ordinal();
	}

	/**
	 * The field that is compared.
	 * @return the field
	 */
	public Field field() {
		return this.field;
	}

	/**
	 * The level in plain words.
	 * @return the words
	 */
	public String words() {
		return this.words;
	}

}
