package org.mashhub.population.agencies;

import org.mashhub.event.common.v1.HandlingCode;

/** The agencies of the area, with what stands in the header of their records. */
enum Agency {

	POLICE("police", "harrow-vale-police", "Niche", "UK GDPR Art 6(1)(e), 9(2)(g) and 10; DPA 2018 Sch 1 para 18",
			HandlingCode.MASH_ONLY, "N-"),
	GP("gp", "Y99", "EMIS", "UK GDPR Art 6(1)(e), 9(2)(g) and 9(2)(h); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD,
			"G-"),
	HEALTH_VISITING("health-visiting", "harrow-vale-community-health", "SystmOne",
			"UK GDPR Art 6(1)(e), 9(2)(g) and 9(2)(h); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD, "C-"),
	HOSPITAL("hospital", "Y99H1", "Millennium", "UK GDPR Art 6(1)(e), 9(2)(g) and 9(2)(h); DPA 2018 Sch 1 para 18",
			HandlingCode.STANDARD, "H"),
	AMBULANCE("ambulance", "Y99A1", "ePCR", "UK GDPR Art 6(1)(e), 9(2)(g) and 9(2)(h); DPA 2018 Sch 1 para 18",
			HandlingCode.STANDARD, "E"),
	HOUSING("housing", "harrow-vale-homes", "NEC Housing", "UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18",
			HandlingCode.STANDARD, "P-"),
	SOCIAL_CARE("social-care", "harrow-vale-council", "Mosaic",
			"UK GDPR Art 6(1)(c) and (e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD, "A-"),
	EARLY_HELP("early-help", "harrow-vale-early-help", "EHM", "UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18",
			HandlingCode.STANDARD, "F-"),
	PROBATION("probation", "harrow-vale-probation", "nDelius",
			"UK GDPR Art 6(1)(c) and (e), 9(2)(g) and 10; DPA 2018 Sch 1 para 18", HandlingCode.STANDARD, "X"),
	EDUCATION("education", "harrow-vale-schools", "Arbor", "UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18",
			HandlingCode.STANDARD, "S-"),
	ADULT_SOCIAL_CARE("adult-social-care", "harrow-vale-adult-care", "Liquidlogic LAS",
			"UK GDPR Art 6(1)(c) and (e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD, "R-"),
	SINGLE_POINT_OF_ACCESS("single-point-of-access", "harrow-vale-front-door", "Front door form",
			"UK GDPR Art 6(1)(c) and (e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD, "");

	private final String code;

	private final String organisation;

	private final String system;

	private final String lawfulBasis;

	private final HandlingCode handling;

	private final String numbers;

	Agency(String code, String organisation, String system, String lawfulBasis, HandlingCode handling, String numbers) {
		this.code = code;
		this.organisation = organisation;
		this.system = system;
		this.lawfulBasis = lawfulBasis;
		this.handling = handling;
		this.numbers = numbers;
	}

	/** The agency's name in headers and in the table of habits. */
	String code() {
		return this.code;
	}

	/** Code of the organisation that publishes; of a practice, the beginning of it. */
	String organisation() {
		return this.organisation;
	}

	String system() {
		return this.system;
	}

	String lawfulBasis() {
		return this.lawfulBasis;
	}

	HandlingCode handling() {
		return this.handling;
	}

	/** What the agency's own numbers of people begin with. */
	String numbers() {
		return this.numbers;
	}

	/** Scheme of the agency's own numbers. */
	String scheme() {
		return (this == HOUSING) ? "TENANCY_PERSON" : "LOCAL";
	}

	/** Code of a GP practice. */
	static String practice(int number) {
		String digits = Integer.toString(number);
		return "Y99" + "000".substring(Math.min(3, digits.length())) + digits;
	}

}
