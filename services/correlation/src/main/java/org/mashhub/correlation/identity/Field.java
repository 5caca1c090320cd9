package org.mashhub.correlation.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Sex;

/** What is compared of two mentions. */
public enum Field {

	/** NHS number with a valid check digit. */
	NHS_NUMBER("NHS number", false),
	/** Police National Computer id. */
	PNC_ID("PNC id", false),
	/** Any other number that an agency gave the person. */
	NUMBER("number", false),
	/** First given name, with the others as a way out. */
	GIVEN_NAME("given name", false),
	/** Family name, with aliases as a way out. */
	FAMILY_NAME("family name", true),
	/** Date of birth, or the year where there is no more. */
	BIRTH("date of birth", false),
	/** Sex as recorded. */
	SEX("sex", false),
	/** Home and postcode. */
	ADDRESS("home", true),
	/** Phone numbers. */
	PHONE("phone", true),
	/** Email addresses. */
	EMAIL("email", true),
	/** Others of a family whom the record names beside the person. */
	COMPANIONS("people named beside", true),
	/** Before the birth, and after it: whether it is one pregnancy. */
	PREGNANCY("pregnancy", false),
	/** Of a child: whose it is, where the record names one mother. */
	MOTHER("mother", false);

	private final String words;

	private final boolean changing;

	Field(String words, boolean changing) {
		this.words = words;
		this.changing = changing;
	}

	/**
	 * Place in arrays that are indexed by field: weights are looked up for every pair.
	 * @return the place, from 0
	 */
	@SuppressWarnings("EnumOrdinal")
	int place() {
		return ordinal();
	}

	/**
	 * Name in plain words.
	 * @return the name
	 */
	public String words() {
		return this.words;
	}

	/**
	 * Whether one person rightly has several values in a life.
	 * @return true where one value in common speaks for all
	 */
	public boolean changing() {
		return this.changing;
	}

	/**
	 * Whether one person is rightly written in several ways at any time: by the name at
	 * birth, a short form, a second name.
	 * @return true where it counts how many write what
	 */
	boolean several() {
		return this == GIVEN_NAME;
	}

	/**
	 * What a mention gives in this field, as it is written: whether two give the same.
	 * @param who the mention's particulars
	 * @return the value
	 */
	Object valueOf(Particulars who) {
		return switch (this) {
			case NHS_NUMBER, PNC_ID, NUMBER -> who.identifiers();
			case GIVEN_NAME -> who.givenNames();
			case FAMILY_NAME -> who.familyNames();
			case BIRTH -> Arrays.asList(who.birthDate(), who.birthYear());
			case SEX -> who.sex();
			case ADDRESS ->
				who.homeKeys().isEmpty() ? Arrays.asList(who.postcode(), who.addressWords()) : who.homeKeys();
			case PHONE -> who.phones();
			case EMAIL -> who.emails();
			case COMPANIONS -> who.companions();
			case PREGNANCY -> Arrays.asList(who.birth(), who.birthDate(), who.birthYear());
			case MOTHER -> who.birth().mothers();
		};
	}

	/**
	 * All that a comparison of this field looks at: two mentions of which it is equal
	 * compare alike with every third.
	 * @param who the mention's particulars
	 * @return the value, null where the mention leaves the field out
	 */
	@Nullable Object comparedOf(Particulars who) {
		return switch (this) {
			case NHS_NUMBER -> numbers(who, Identifier.NHS_NUMBER);
			case PNC_ID -> numbers(who, Identifier.PNC_ID);
			case NUMBER -> otherNumbers(who);
			case GIVEN_NAME -> (Comparer.givenName(who) != null) ? List.of(Names.of(who), Namesakes.beside(who)) : null;
			case FAMILY_NAME -> who.familyNames().isEmpty() ? null : Names.of(who);
			case BIRTH -> (who.birthDate() != null || who.birthYear() != null) ? valueOf(who) : null;
			case SEX -> (who.sex() == Sex.FEMALE || who.sex() == Sex.MALE) ? who.sex() : null;
			case ADDRESS -> Home.of(who);
			case PHONE -> who.phones().isEmpty() ? null : who.phones();
			case EMAIL -> who.emails().isEmpty() ? null : List.of(who.emails(), who.givenNames(), who.familyNames());
			case COMPANIONS -> who.companions().isEmpty() ? null : List.of(who.companions(), who.familyNames());
			case PREGNANCY -> (who.birth().unbornOn() != null || who.birthDate() != null || who.birthYear() != null)
					? List.of(valueOf(who), who.identifiers()) : null;
			case MOTHER -> Pregnancy.mother(who);
		};
	}

	private static @Nullable List<String> numbers(Particulars who, String scheme) {
		List<String> numbers = null;
		for (Identifier identifier : who.identifiers()) {
			if (identifier.valid() && identifier.scheme().equals(scheme)) {
				numbers = (numbers != null) ? numbers : new ArrayList<>(1);
				numbers.add(identifier.value());
			}
		}
		return numbers;
	}

	private static @Nullable List<Identifier> otherNumbers(Particulars who) {
		List<Identifier> numbers = null;
		for (Identifier identifier : who.identifiers()) {
			if (identifier.valid() && !identifier.scheme().equals(Identifier.NHS_NUMBER)
					&& !identifier.scheme().equals(Identifier.PNC_ID)) {
				numbers = (numbers != null) ? numbers : new ArrayList<>(2);
				numbers.add(identifier);
			}
		}
		return numbers;
	}

	/**
	 * One name may stand in the place of another.
	 *
	 * @param given given names
	 * @param family family names
	 * @param aliases other full names
	 */
	private record Names(List<String> given, List<String> family, List<String> aliases) {

		static Names of(Particulars who) {
			return new Names(who.givenNames(), who.familyNames(), who.aliases());
		}

	}

	/**
	 * Where somebody lives, as exactly as it is known.
	 *
	 * @param keys keys of the home
	 * @param words words of the address
	 * @param postcode postcode
	 */
	private record Home(List<String> keys, List<String> words, @Nullable String postcode) {

		static @Nullable Home of(Particulars who) {
			boolean none = who.homeKeys().isEmpty() && who.addressWords().isEmpty() && who.postcode() == null;
			return none ? null : new Home(who.homeKeys(), who.addressWords(), who.postcode());
		}

	}

}
