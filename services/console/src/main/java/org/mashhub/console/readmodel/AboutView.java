package org.mashhub.console.readmodel;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a record says of some people, and who they are for the child on whose page it
 * stands.
 *
 * @param headline what happened; null while the viewer may not see what the record says
 * @param people whom it is about; empty when it is said of nobody in particular, and
 * where nobody may see, or nobody knows, whom it is about
 * @param named people of the child's picture whom the record names; given where it is
 * about none of them
 */
public record AboutView(@Nullable String headline, List<ConcernedView> people, List<ConcernedView> named) {

	public AboutView {
		people = List.copyOf(people);
		named = List.copyOf(named);
	}

}
