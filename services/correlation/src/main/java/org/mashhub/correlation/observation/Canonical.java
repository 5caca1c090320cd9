package org.mashhub.correlation.observation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One instance of what records say again and again: names, homes, who sent them. State is
 * held on the heap, and without this most of the heap would be copies. Of two values with
 * one place the later is kept, so that no more is held than there are places; what is
 * returned equals what was given, and nothing depends on which instance it is. What was
 * withdrawn stays here, in the memory of this process alone, until another value takes
 * its place or the process ends.
 */
final class Canonical {

	/** A power of two: some hundred thousand values. */
	private static final int PLACES = 1 << 17;

	/** Written without a lock: values are immutable, and a lost one is only a copy. */
	private static final @Nullable Object[] KNOWN = new Object[PLACES];

	private Canonical() {
	}

	/**
	 * A value equal to one given.
	 * @param value an immutable value
	 * @return that, or an equal one that was given before
	 */
	static <T> T of(T value) {
		int place = place(value);
		Object known = KNOWN[place];
		if (known == value) {
			return value;
		}
		if (known != null && known.getClass() == value.getClass() && value.equals(known)) {
			@SuppressWarnings("unchecked")
			T same = (T) known;
			return same;
		}
		KNOWN[place] = value;
		return value;
	}

	/**
	 * A value equal to one given, if one is.
	 * @param value an immutable value, or nothing
	 * @return an equal one
	 */
	static <T> @Nullable T ofNullable(@Nullable T value) {
		return (value != null) ? of(value) : null;
	}

	/**
	 * An unchangeable list equal to one given.
	 * @param values immutable values
	 * @return an equal list of equal values
	 */
	static <T> List<T> listOf(List<T> values) {
		if (values.isEmpty()) {
			return List.of();
		}
		if (KNOWN[place(values)] == values) {
			return values;
		}
		List<T> copies = new ArrayList<>(values.size());
		values.forEach((value) -> copies.add(of(Objects.requireNonNull(value))));
		return of(List.copyOf(copies));
	}

	/**
	 * An unchangeable map equal to one given.
	 * @param values texts by key
	 * @return an equal map of equal texts
	 */
	static Map<String, String> mapOf(Map<String, String> values) {
		if (KNOWN[place(values)] == values) {
			return values;
		}
		Map<String, String> copies = HashMap.newHashMap(values.size());
		values.forEach((key, value) -> copies.put(of(key), of(value)));
		return of(Map.copyOf(copies));
	}

	private static int place(Object value) {
		int hash = value.hashCode();
		return (hash ^ (hash >>> 16)) & (PLACES - 1);
	}

}
