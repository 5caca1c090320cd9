package org.mashhub.console.readmodel;

import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list. Whoever follows {@code next} to the end has seen everything that was
 * in the list all the while, and nothing twice that kept its place.
 *
 * @param <T> what the list is of
 * @param items entries, in the order of the list
 * @param next where the next part begins; null when there is none
 */
public record Page<T>(List<T> items, @Nullable String next) {

	public Page {
		items = List.copyOf(items);
	}

	Page<T> with(UnaryOperator<List<T>> change) {
		return new Page<>(change.apply(this.items), this.next);
	}

}
