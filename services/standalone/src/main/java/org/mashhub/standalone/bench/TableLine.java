package org.mashhub.standalone.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.commons.csv.CSVRecord;

import org.mashhub.standalone.bench.LinkageMapping.What;

/**
 * What one row of a table says in the columns that mean something: no cell is empty, or
 * filled with a word for nothing.
 */
final class TableLine {

	/** What programs and people write where they know nothing. */
	private static final Set<String> NOTHING = Set.of("", "NULL", "N/A", "#N/A", "NAN", "NONE", "NIL", "\\N", "-", "--",
			"?", ".", "UNKNOWN", "<NA>", "(NULL)", "NOT KNOWN", "NOT AVAILABLE", "MISSING");

	/** How a program writes a whole number that it took for another. */
	private static final Pattern WHOLE = Pattern.compile("(\\d+)\\.0");

	private final long number;

	private final Map<What, List<String>> values = new EnumMap<>(What.class);

	/**
	 * Takes what a row says.
	 * @param cells its cells; there may be fewer or more than columns
	 * @param number which row it is
	 * @param columns positions of columns by what they hold
	 */
	TableLine(CSVRecord cells, long number, Map<What, List<Integer>> columns) {
		this.number = number;
		columns.forEach((what, positions) -> {
			List<String> said = new ArrayList<>(positions.size());
			for (int position : positions) {
				String value = (position < cells.size()) ? cells.get(position).strip() : "";
				if (what == What.BY || !NOTHING.contains(value.toUpperCase(Locale.ROOT))) {
					said.add(WHOLE.matcher(value).replaceFirst("$1"));
				}
			}
			if (!said.isEmpty()) {
				this.values.put(what, said);
			}
		});
	}

	long number() {
		return this.number;
	}

	/** All that the row says of it, in the order of the columns. */
	List<String> values(What what) {
		return this.values.getOrDefault(what, List.of());
	}

	/** The first that the row says of it; empty where it says nothing. */
	String first(What what) {
		List<String> said = values(what);
		return said.isEmpty() ? "" : said.getFirst();
	}

	/** All that the row says of it, in one text. */
	String joined(What what) {
		return String.join(" ", values(what));
	}

}
