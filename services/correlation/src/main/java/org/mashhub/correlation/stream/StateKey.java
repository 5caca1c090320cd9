package org.mashhub.correlation.stream;

/**
 * Key of an entry in the changelog: area, table and key within it, parted by a character
 * that none of them holds.
 *
 * @param area code of the area
 * @param table one letter, see the constants
 * @param key key within the table, as text
 */
record StateKey(String area, char table, String key) {

	static final char RECORDS = 'r';

	static final char LINKS = 'l';

	static final char ALERTS = 'a';

	static final char REVIEWS = 'q';

	static final char ANSWERS = 'd';

	static final char NOTICES = 'n';

	static final char ANSWERED_ITEMS = 'o';

	static final char PICTURES = 'p';

	static final char FEEDS = 'f';

	static final char VALUES = 'v';

	private static final char PART = '\u001f';

	/** What the keys of one table begin with. */
	static String prefix(String area, char table) {
		return area + PART + table + PART;
	}

	/** Takes a key apart. */
	static StateKey of(String text) {
		int table = text.indexOf(PART) + 1;
		return new StateKey(text.substring(0, table - 1), text.charAt(table), text.substring(table + 2));
	}

}
