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

	/** The text for one row; empty when one of its cells is: half a number is none. */
	String in(UnaryOperator<String> cellOf) {
		if (this.headings.stream().anyMatch((heading) -> cellOf.apply(heading).isEmpty())) {
			return "";
		}
		return HEADING.matcher(this.text)
			.replaceAll((found) -> Matcher.quoteReplacement(cellOf.apply(CsvMapping.key(found.group(1)))));
	}

}
