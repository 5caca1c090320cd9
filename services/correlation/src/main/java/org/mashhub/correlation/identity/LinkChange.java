package org.mashhub.correlation.identity;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;

/**
 * A mention came to a person, moved to another, or is gone.
 *
 * @param mention the mention
 * @param from the person before, null when it is new
 * @param to the person now, null when it is gone
 * @param bits weight of the best link that holds it in the person, null when it stands
 * alone
 * @param comparisons what spoke for and against that link
 */
public record LinkChange(MentionId mention, @Nullable PersonId from, @Nullable PersonId to, @Nullable Double bits,
		List<Comparison> comparisons) {

	public LinkChange {
		comparisons = List.copyOf(comparisons);
	}

}
