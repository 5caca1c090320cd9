package org.mashhub.population.agencies;

/** What is wrong, or other than usual, in a mention. */
enum Mistake {

	/** A slip of the fingers in a name. */
	SLIP,
	/** A name spelled as it was heard. */
	BY_EAR,
	/** Another spelling of a name that has several. */
	OTHER_SPELLING,
	/** A short name in place of the given name. */
	NICKNAME,
	/** A part of a name that has several. */
	PART_OF_NAME,
	/** Given and family name have changed places. */
	SWAPPED_NAMES,
	/** The name borne before. */
	FORMER_NAME,
	/** A baby that has no name yet. */
	BABY_NAME,
	/** No family name, or no name at all. */
	NAME_NOT_KNOWN,
	/** 1 January for a date that is not known. */
	DEFAULT_DATE,
	/** Day and month have changed places. */
	SWAPPED_DATE,
	/** Another figure in the date of birth. */
	WRONG_DATE,
	/** An age that somebody estimated. */
	ESTIMATED_AGE,
	/** The NHS number of a relative. */
	RELATIVES_NUMBER,
	/** The NHS number of a stranger. */
	STRANGERS_NUMBER,
	/** The agency's other number of the same person. */
	SECOND_NUMBER,
	/** The address before. */
	OLD_ADDRESS,
	/** Another figure or letter in the postcode. */
	WRONG_POSTCODE,
	/** No flat where there is one. */
	NO_FLAT,
	/** The telephone number before. */
	OLD_PHONE,
	/** The other sex. */
	WRONG_SEX;

	/** Whether a careful clerk would put it right once it is seen. */
	boolean isWrong() {
		return switch (this) {
			case SLIP, BY_EAR, SWAPPED_NAMES, DEFAULT_DATE, SWAPPED_DATE, WRONG_DATE, RELATIVES_NUMBER,
					STRANGERS_NUMBER, OLD_ADDRESS, WRONG_POSTCODE, WRONG_SEX ->
				true;
			case OTHER_SPELLING, NICKNAME, PART_OF_NAME, FORMER_NAME, BABY_NAME, NAME_NOT_KNOWN, ESTIMATED_AGE,
					SECOND_NUMBER, NO_FLAT, OLD_PHONE ->
				false;
		};
	}

}
