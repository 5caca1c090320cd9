package org.mashhub.correlation.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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
 * @param past whether it was so once: a home that one of the two has left since, or what
 * whoever stated it says has ended
 * @param agencies who says so
 * @param statedIn records in which it stands, list by list as they were found: few steps
 * are ever asked for them
 */
public record Step(StepKind kind, PersonId to, Certainty certainty, @Nullable LocalDate since, boolean past,
		List<String> agencies, List<List<SourceRecordId>> statedIn) {

	public Step {
		agencies = List.copyOf(agencies);
		statedIn = List.copyOf(statedIn);
	}

	/**
	 * To whom somebody may be, about whom an officer is asked.
	 * @param person the other of the question
	 * @return a step that nobody has stated
	 */
	public static Step possibly(PersonId person) {
		return new Step(StepKind.POSSIBLY_SAME, person, Certainty.TO_BE_CHECKED, null, false, List.of(), List.of());
	}

	/**
	 * Whether it leads to who brings the person up now.
	 * @return true for a parent, and for a carer who is one still
	 */
	public boolean bringsUp() {
		return StepKind.BRINGING_UP.contains(this.kind) && !this.past;
	}

	/** The same step, of what is so no more. */
	Step over() {
		return new Step(this.kind, this.to, this.certainty, this.since, true, this.agencies, this.statedIn);
	}

	/**
	 * Where the step stands.
	 * @return records in the order of their ids, each once
	 */
	public List<SourceRecordId> records() {
		Set<SourceRecordId> records = new TreeSet<>();
		this.statedIn.forEach(records::addAll);
		return List.copyOf(records);
	}

}
