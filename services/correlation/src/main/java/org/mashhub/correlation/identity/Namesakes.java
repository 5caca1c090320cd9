package org.mashhub.correlation.identity;

import org.mashhub.correlation.observation.Particulars;

/**
 * Two of one family who have one first name, father and son mostly. A record that names
 * both tells so: the name then does not say which of the two another record means.
 */
final class Namesakes {

	private static final Nicknames NICKNAMES = Nicknames.load();

	/** Of shorter names a slip makes others. */
	private static final int SHORTEST = 3;

	private Namesakes() {
	}

	/**
	 * How many of those whom a record names beside somebody have the same first name: as
	 * likely another of the family is meant by it.
	 * @param who somebody
	 * @return their share, 0 where nobody is named
	 */
	static double beside(Particulars who) {
		String name = Comparer.givenName(who);
		if (name == null || who.companions().isEmpty()) {
			return 0;
		}
		int namesakes = 0;
		for (String companion : who.companions()) {
			if (alike(name, companion.substring(0, companion.indexOf('/')))) {
				namesakes++;
			}
		}
		return (double) namesakes / who.companions().size();
	}

	private static boolean alike(String one, String other) {
		return one.equals(other) || NICKNAMES.related(one, other)
				|| (Math.min(one.length(), other.length()) >= SHORTEST && Spelling.oneSlip(one, other));
	}

}
