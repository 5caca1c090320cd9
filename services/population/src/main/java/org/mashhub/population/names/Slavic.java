package org.mashhub.population.names;

import java.util.Set;

/** Women's forms of Slavic and Baltic surnames, and back. */
final class Slavic {

	/** Czech and Slovak surnames whose women's form adds a syllable. */
	private static final Set<String> WITH_OVA = Set.of("Novák", "Horváth", "Svoboda", "Dvořák", "Procházka", "Baláž",
			"Molnár", "Tóth", "Kováč", "Varga");

	private Slavic() {
	}

	static String womans(String mans, boolean married) {
		if (mans.endsWith("ski") || mans.endsWith("cki") || mans.endsWith("dzki")) {
			return mans.substring(0, mans.length() - 1) + "a";
		}
		if (mans.endsWith("ov") || mans.endsWith("ev")) {
			return mans + "a";
		}
		if (mans.endsWith("as")) {
			return mans.substring(0, mans.length() - 2) + (married ? "ienė" : "aitė");
		}
		if (mans.endsWith("ius")) {
			return mans.substring(0, mans.length() - 3) + (married ? "ienė" : "iūtė");
		}
		if (mans.endsWith("us")) {
			return mans.substring(0, mans.length() - 2) + (married ? "ienė" : "utė");
		}
		if (mans.endsWith("ņš")) {
			return mans.substring(0, mans.length() - 1) + "a";
		}
		if (mans.endsWith("ý")) {
			return mans.substring(0, mans.length() - 1) + "á";
		}
		if (WITH_OVA.contains(mans)) {
			return (mans.endsWith("a") ? mans.substring(0, mans.length() - 1) : mans) + "ová";
		}
		return mans;
	}

	/** The form that a woman's sons bear, as well as it can be told from hers. */
	static String mans(String womans) {
		if (womans.endsWith("ska") || womans.endsWith("cka") || womans.endsWith("dzka")) {
			return womans.substring(0, womans.length() - 1) + "i";
		}
		if (womans.endsWith("ova") || womans.endsWith("eva")) {
			return womans.substring(0, womans.length() - 1);
		}
		if (womans.endsWith("ienė") || womans.endsWith("aitė")) {
			return womans.substring(0, womans.length() - 4) + "as";
		}
		if (womans.endsWith("iūtė")) {
			return womans.substring(0, womans.length() - 4) + "ius";
		}
		if (womans.endsWith("utė")) {
			return womans.substring(0, womans.length() - 3) + "us";
		}
		if (womans.endsWith("ņa")) {
			return womans.substring(0, womans.length() - 1) + "š";
		}
		if (womans.endsWith("á") && !womans.endsWith("ová")) {
			return womans.substring(0, womans.length() - 1) + "ý";
		}
		return womans.endsWith("ová") ? womans.substring(0, womans.length() - 3) : womans;
	}

}
