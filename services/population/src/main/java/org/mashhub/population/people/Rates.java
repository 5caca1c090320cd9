package org.mashhub.population.people;

/**
 * How often what happens in a life, a year. Rounded from national figures of England and
 * Wales in the years 2015 to 2024; where none is named, the rate is assumed.
 */
final class Rates {

	private static final double[] DEATH = deaths();

	private Rates() {
	}

	/**
	 * Deaths by age: doubles every seven years, as Gompertz found, with some deaths of
	 * infants (ONS, national life tables; infant mortality 3.7 in a thousand).
	 */
	static double death(int age) {
		return DEATH[Math.min(Math.max(age, 0), DEATH.length - 1)];
	}

	/**
	 * Births to a woman with a partner, by her age; about 1.5 to a woman over her life
	 * (ONS, births in England and Wales).
	 */
	static double birth(int age) {
		if (age < 16 || age > 45) {
			return 0;
		}
		return (age < 20) ? 0.07 : (age < 25) ? 0.16 : (age < 30) ? 0.19 : (age < 35) ? 0.19 : (age < 40) ? 0.10 : 0.02;
	}

	/** Couples who part: married ones (ONS: 9 divorces to 1,000 couples), and others. */
	static double separation(boolean married, int risk) {
		return (married ? 0.012 : 0.045) * (1 + risk * 0.6);
	}

	/** Couples who live together and marry. */
	static double wedding() {
		return 0.06;
	}

	/** Singles who find a partner. */
	static double seeking(int age) {
		return (age < 17) ? 0 : (age < 45) ? 0.26 : (age < 60) ? 0.11 : (age < 80) ? 0.02 : 0;
	}

	/** Couples who live apart and move together. */
	static double movingIn() {
		return 0.8;
	}

	/** Couples who live apart and part. */
	static double splitting() {
		return 0.35;
	}

	/** Grown children who leave their parents' home. */
	static double leavingHome(int age) {
		return (age < 18) ? 0 : (age < 30) ? 0.12 : 0.06;
	}

	/**
	 * Households that move (English Housing Survey: private tenants stay 4 years, social
	 * ones 11, owners 16).
	 */
	static double moving(Household.Tenure tenure) {
		return switch (tenure) {
			case RENTED -> 0.15;
			case SOCIAL -> 0.055;
			case OWNED -> 0.032;
		};
	}

	/** Households that leave the area (ONS, internal migration). */
	static double leaving(Household.Tenure tenure) {
		return switch (tenure) {
			case RENTED -> 0.055;
			case SOCIAL -> 0.01;
			case OWNED -> 0.012;
		};
	}

	/** Old people who move to a care home. */
	static double careHome(int age) {
		return (age < 78) ? 0 : (age < 86) ? 0.03 : 0.07;
	}

	/** Lone parents to whom a relative moves. */
	static double relativeJoins() {
		return 0.012;
	}

	/** Households that take in a lodger. */
	static double lodger(Household.Tenure tenure) {
		return (tenure == Household.Tenure.RENTED) ? 0.012 : 0.004;
	}

	/** Adults who choose another name. */
	static double deedPoll() {
		return 0.0006;
	}

	private static double[] deaths() {
		double[] rates = new double[121];
		for (int age = 0; age < rates.length; age++) {
			rates[age] = Math.min(0.9, 0.00003 * StrictMath.exp(0.095 * age));
		}
		rates[0] = 0.0037;
		return rates;
	}

}
