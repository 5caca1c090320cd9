package org.mashhub.adapter.hospital;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a visit ended, the least grave first. */
enum Ending {

	ORDINARY, LEFT_UNSEEN, AGAINST_ADVICE, DIED;

	/**
	 * The NHS Data Dictionary's method of discharge (codes 1 to 9), FHIR's discharge
	 * disposition, and the discharge status of the Emergency Care Data Set.
	 */
	private static final Map<String, Ending> CODES = Map.ofEntries(Map.entry("1", ORDINARY), Map.entry("3", ORDINARY),
			Map.entry("9", ORDINARY), Map.entry("2", AGAINST_ADVICE), Map.entry("6", AGAINST_ADVICE),
			Map.entry("7", AGAINST_ADVICE), Map.entry("4", DIED), Map.entry("5", DIED), Map.entry("home", ORDINARY),
			Map.entry("alt-home", ORDINARY), Map.entry("other-hcf", ORDINARY), Map.entry("hosp", ORDINARY),
			Map.entry("long", ORDINARY), Map.entry("psy", ORDINARY), Map.entry("rehab", ORDINARY),
			Map.entry("snf", ORDINARY), Map.entry("oth", ORDINARY), Map.entry("aadvice", AGAINST_ADVICE),
			Map.entry("exp", DIED), Map.entry("182992009", ORDINARY), Map.entry("1077021000000100", ORDINARY),
			Map.entry("1077031000000103", ORDINARY), Map.entry("1077041000000107", ORDINARY),
			Map.entry("1077051000000105", ORDINARY), Map.entry("1077061000000108", ORDINARY),
			Map.entry("1066301000000103", LEFT_UNSEEN), Map.entry("1066311000000101", LEFT_UNSEEN),
			Map.entry("1066321000000107", AGAINST_ADVICE), Map.entry("63238001", DIED), Map.entry("75004002", DIED));

	/**
	 * Reads a code. There is no guess at one that is not known: it may mean that a child
	 * was taken away.
	 * @param code the code
	 * @return how the visit ended; empty when the code is not known
	 */
	static Optional<Ending> ofCode(String code) {
		return Optional.ofNullable(CODES.get(code.toLowerCase(Locale.ROOT)));
	}

}
