package org.mashhub.adapter.kit.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constant of a mapping: a text, in which a heading in braces stands for the cell of
 * the row.
 *
 * @param text the text
 * @param headings the headings in it, as {@link CsvMapping#key} has them
 */
record Composed(String text, List<String> headings) {

	private static final Pattern HEADING = Pattern.compile("\\{([^{}]+)}");

	/** Nothing that is put together needs more; many long cells would fill the memory. */
	private static final int LONGEST = 2000;

	Composed {
		headings = List.copyOf(headings);
	}

	static Composed of(String text) {
		List<String> headings = new ArrayList<>();
		Matcher matcher = HEADING.matcher(text);
		while (matcher.find()) {
			headings.add(CsvMapping.key(matcher.group(1)));
		}
		return new Composed(text, headings);
	}

	/**
	 * The text for one row; empty when one of its cells is, since half a number is none,
	 * and when they are too long for one.
	 */
	String in(UnaryOperator<String> cellOf) {
		long length = 0;
		for (String heading : this.headings) {
			String cell = cellOf.apply(heading);
			length += cell.length();
			if (cell.isEmpty() || length > LONGEST) {
				return "";
			}
		}
		return HEADING.matcher(this.text)
			.replaceAll((found) -> Matcher.quoteReplacement(cellOf.apply(CsvMapping.key(found.group(1)))));
	}

}
