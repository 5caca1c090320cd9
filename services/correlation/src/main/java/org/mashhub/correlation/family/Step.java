package org.mashhub.correlation.family;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecordId;

/**
 * One step from a person to another.
 *
 * @param kind how the second stands to the first
 * @param to the second
 * @param certainty how sure it is
 * @param since first day both were so recorded, when known
 * @param past whether it was so once: a home that one of the two has left since
 * @param agencies who says so
 * @param records where it stands
 */
public record Step(StepKind kind, PersonId to, Certainty certainty, @Nullable LocalDate since, boolean past,
		List<String> agencies, List<SourceRecordId> records) {

	public Step {
		agencies = List.copyOf(agencies);
		records = List.copyOf(records);
	}

}
