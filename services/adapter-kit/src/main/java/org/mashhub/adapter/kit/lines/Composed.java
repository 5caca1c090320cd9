package org.mashhub.adapter.kit.lines;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A constant of a mapping: a text, in which a heading in braces stands for the cell of
 * the row. Two braces stand for one that means nothing.
 *
 * @param text the text
 * @param headings the headings in it, as {@link CsvMapping#key} has them
 */
record Composed(String text, List<String> headings) {

	private static final Pattern BRACES = Pattern.compile("\\{\\{|}}|\\{([^{}]+)}");

	/** Nothing that is put together needs more; many long cells would fill the memory. */
	private static final int LONGEST = 2000;

	Composed {
		headings = List.copyOf(headings);
	}

	static Composed of(String text) {
		List<String> headings = new ArrayList<>();
		Matcher matcher = BRACES.matcher(text);
		while (matcher.find()) {
			if (matcher.group(1) != null) {
				headings.add(CsvMapping.key(matcher.group(1)));
			}
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
		return BRACES.matcher(this.text).replaceAll((found) -> Matcher.quoteReplacement(said(found, cellOf)));
	}

	private static String said(MatchResult found, UnaryOperator<String> cellOf) {
		String heading = found.group(1);
		return (heading != null) ? cellOf.apply(CsvMapping.key(heading)) : found.group().substring(1);
	}

}
