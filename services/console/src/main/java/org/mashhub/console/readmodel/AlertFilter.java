package org.mashhub.console.readmodel;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.Colour;

/**
 * Which alerts to list.
 *
 * @param area one area, or null for all
 * @param colour one colour, or null for all
 * @param which open, closed or all
 */
public record AlertFilter(@Nullable String area, @Nullable Colour colour, Which which) {

	/** Open, closed or all. */
	public enum Which {

		/** Somebody may still have to act. */
		OPEN,
		/** Ended. */
		CLOSED,
		/** Both. */
		ALL

	}
}
