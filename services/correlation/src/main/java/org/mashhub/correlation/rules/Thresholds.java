package org.mashhub.correlation.rules;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * Thresholds of the rules: each rule names its own with a default, the area's
 * configuration overrides them. A setting that no rule knows is an error, since a typing
 * mistake must not leave a threshold silently as it was.
 */
public final class Thresholds {

	private final Map<String, String> overrides;

	private final Set<String> known = new HashSet<>();

	/**
	 * Creates thresholds.
	 * @param overrides values by name, for example {@code a01-lookback-days}
	 */
	public Thresholds(Map<String, String> overrides) {
		this.overrides = Map.copyOf(overrides);
	}

	/**
	 * A whole number.
	 * @param name name of the threshold
	 * @param byDefault value unless configured
	 * @return the value
	 * @throws IllegalArgumentException when the configured value is no whole number
	 */
	public int number(String name, int byDefault) {
		String value = value(name);
		try {
			return (value != null) ? Integer.parseInt(value.strip()) : byDefault;
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("threshold " + name + " must be a whole number", ex);
		}
	}

	/**
	 * A set of words.
	 * @param name name of the threshold
	 * @param byDefault values unless configured
	 * @return the words
	 */
	public Set<String> words(String name, Set<String> byDefault) {
		String value = value(name);
		return (value != null) ? Set.of(value.strip().split("\\s*,\\s*", -1)) : byDefault;
	}

	/**
	 * Refuses settings that no rule asked for.
	 * @throws IllegalArgumentException naming them
	 */
	public void requireAllKnown() {
		Set<String> unknown = new TreeSet<>(this.overrides.keySet());
		unknown.removeAll(this.known);
		if (!unknown.isEmpty()) {
			throw new IllegalArgumentException(
					"no rule knows the thresholds " + unknown + "; known are " + new TreeSet<>(this.known));
		}
	}

	private @Nullable String value(String name) {
		this.known.add(name);
		return this.overrides.get(name);
	}

}
