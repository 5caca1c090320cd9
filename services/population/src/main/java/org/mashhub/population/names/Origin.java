package org.mashhub.population.names;

import java.util.Locale;

import org.mashhub.population.chance.Dice;
import org.mashhub.population.chance.Weighted;

/**
 * Where a family's names come from. The shares are those of households whose eldest is
 * below 55, and above: rough figures after the broad groups of the 2021 census of England
 * (ONS TS021: White 81.0 %, Asian 9.6 %, Black 4.2 %, mixed 3.0 %, other 2.2 %), whose
 * minorities are younger than the rest. Scottish, Welsh and Irish are names, not places
 * of birth: the census has no such figure, and the shares are assumed.
 */
public enum Origin {

	/** English names. */
	ENGLISH(0.587, 0.753),
	/** Scottish names. */
	SCOTTISH(0.035, 0.040),
	/** Welsh names. */
	WELSH(0.035, 0.040),
	/** Irish names. */
	IRISH(0.040, 0.045),
	/** Names of people of Caribbean descent. */
	CARIBBEAN(0.018, 0.016),
	/** Polish, Romanian, Lithuanian and neighbouring names. */
	EASTERN_EUROPEAN(0.065, 0.012),
	/** Portuguese, Spanish, Italian and Greek names. */
	SOUTHERN_EUROPEAN(0.022, 0.010),
	/** Names of people of Pakistani descent. */
	PAKISTANI(0.038, 0.016),
	/** Names of people of Bangladeshi descent. */
	BANGLADESHI(0.016, 0.005),
	/** Names of Punjabi Sikhs. */
	SIKH(0.015, 0.010),
	/** Indian names, most of them Gujarati and Hindu. */
	HINDU(0.032, 0.018),
	/** Tamil names: there is no family name. */
	TAMIL(0.007, 0.003),
	/** Nigerian, Ghanaian and Sierra Leonean names. */
	WEST_AFRICAN(0.034, 0.010),
	/** Somali names: there is no family name. */
	SOMALI(0.010, 0.003),
	/** Arab, Iranian, Afghan and Kurdish names. */
	ARABIC(0.020, 0.007),
	/** Turkish names. */
	TURKISH(0.009, 0.004),
	/** Chinese names: the family name comes first at home. */
	CHINESE(0.013, 0.006),
	/** Vietnamese names: the family name comes first at home. */
	VIETNAMESE(0.004, 0.002);

	private static final Weighted<Origin> YOUNGER = shares(false, false);

	private static final Weighted<Origin> OLDER = shares(true, false);

	private static final Weighted<Origin> FROM_ABROAD = shares(false, true);

	private final double younger;

	private final double older;

	Origin(double younger, double older) {
		this.younger = younger;
		this.older = older;
	}

	/**
	 * The origin of a household that lives here.
	 * @param age age of its eldest
	 * @param dice decide
	 * @return an origin
	 */
	public static Origin settled(int age, Dice dice) {
		return ((age >= 55) ? OLDER : YOUNGER).pick(dice);
	}

	/**
	 * The origin of a household that comes from abroad.
	 * @param dice decide
	 * @return an origin that is not British
	 */
	public static Origin fromAbroad(Dice dice) {
		return FROM_ABROAD.pick(dice);
	}

	/**
	 * Whether names are those of the British Isles, or the Caribbean, which has the same.
	 * @return true when the English lists of given names are used too
	 */
	public boolean isBritish() {
		return switch (this) {
			case ENGLISH, SCOTTISH, WELSH, IRISH, CARIBBEAN -> true;
			case EASTERN_EUROPEAN, SOUTHERN_EUROPEAN, PAKISTANI, BANGLADESHI, SIKH, HINDU, TAMIL, WEST_AFRICAN, SOMALI,
					ARABIC, TURKISH, CHINESE, VIETNAMESE ->
				false;
		};
	}

	/**
	 * Whether the family name is said first at home, so that forms are often filled in
	 * the other way round.
	 * @return true for Chinese and Vietnamese names
	 */
	public boolean saysFamilyNameFirst() {
		return this == CHINESE || this == VIETNAMESE;
	}

	/**
	 * Whether families are mostly large, with grandparents in the home.
	 * @return true where that is known of families in England
	 */
	public boolean livesInLargeFamilies() {
		return this == PAKISTANI || this == BANGLADESHI || this == SIKH || this == HINDU || this == SOMALI;
	}

	String resource() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
	}

	private static Weighted<Origin> shares(boolean older, boolean fromAbroad) {
		Weighted.Builder<Origin> shares = Weighted.of();
		for (Origin origin : values()) {
			shares.add(origin, (fromAbroad && origin.isBritish()) ? 0 : older ? origin.older : origin.younger);
		}
		return shares.build();
	}

}
