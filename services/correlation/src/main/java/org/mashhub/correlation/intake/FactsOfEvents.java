package org.mashhub.correlation.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which kinds of fact the translators make of which event, so that the engine knows what
 * a declared feed can say without knowing any agency's events. A test writes the table
 * and holds it to the translators.
 */
final class FactsOfEvents {

	private static final Map<String, List<String>> KINDS = read();

	private FactsOfEvents() {
	}

	/**
	 * Kinds of fact.
	 * @param agency kind of agency
	 * @param eventType name of the contract
	 * @return names of kinds, none for an event that no translator knows
	 */
	static List<String> kinds(String agency, String eventType) {
		return KINDS.getOrDefault(agency + "," + eventType, List.of());
	}

	private static Map<String, List<String>> read() {
		try (InputStream in = FactsOfEvents.class.getResourceAsStream("facts-of-events.csv")) {
			if (in == null) {
				throw new IllegalStateException("facts-of-events.csv is missing from the build");
			}
			return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
				.filter((line) -> !line.startsWith("#"))
				.collect(Collectors.toUnmodifiableMap((line) -> line.substring(0, line.lastIndexOf(',')),
						(line) -> List.of(line.substring(line.lastIndexOf(',') + 1).split(" ", -1))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
