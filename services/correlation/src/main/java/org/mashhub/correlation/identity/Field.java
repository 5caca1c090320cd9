package org.mashhub.correlation.identity;

import java.util.Arrays;

import org.mashhub.correlation.observation.Particulars;

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
	COMPANIONS("people named beside", true);

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
		};
	}

}
