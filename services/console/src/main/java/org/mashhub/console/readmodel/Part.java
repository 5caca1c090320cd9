package org.mashhub.console.readmodel;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for: what comes after a place, and how much of it.
 *
 * @param limit how many entries at most
 * @param after the place where the part before ended, as {@link Page#next()} gave it;
 * null to begin
 */
public record Part(int limit, @Nullable String after) {

	/** As many entries as pages show, and clients get that do not say how many. */
	public static final int USUAL = 500;

	/** Nobody gets more entries than this at once. */
	public static final int MOST = 1000;

	public Part {
		if (limit < 1 || limit > MOST) {
			throw new IllegalArgumentException("a part has 1 to " + MOST + " entries");
		}
	}

	/**
	 * The part that a page shows.
	 * @param after where the page before ended; empty or null for the first
	 * @return the part
	 */
	public static Part ofPage(@Nullable String after) {
		return new Part(USUAL, (after == null || after.isEmpty()) ? null : after);
	}

	@Nullable Place place() {
		return (this.after != null) ? Place.read(this.after) : null;
	}

	/** One more than is shown tells whether there is more. */
	int toRead() {
		return this.limit + 1;
	}

	<T> Page<T> of(List<T> found, Function<T, String> place) {
		return (found.size() <= this.limit) ? new Page<>(found, null)
				: new Page<>(found.subList(0, this.limit), place.apply(found.get(this.limit - 1)));
	}

}
