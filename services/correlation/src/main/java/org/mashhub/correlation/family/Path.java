package org.mashhub.correlation.family;

import java.util.ArrayList;
import java.util.List;

import org.mashhub.correlation.observation.PersonId;

/**
 * How a person is connected to a child.
 *
 * @param steps from the child outwards, at least one
 */
public record Path(List<Step> steps) {

	public Path {
		steps = List.copyOf(steps);
		if (steps.isEmpty()) {
			throw new IllegalArgumentException("a path has at least one step");
		}
	}

	/**
	 * Who it leads to.
	 * @return the person
	 */
	public PersonId end() {
		return this.steps.getLast().to();
	}

	/**
	 * As sure as its weakest step.
	 * @return the certainty
	 */
	public Certainty certainty() {
		Certainty weakest = Certainty.CONFIRMED;
		for (Step step : this.steps) {
			weakest = weakest.weaker(step.certainty());
		}
		return weakest;
	}

	/**
	 * The same path, and a step more.
	 * @param step where it leads from here
	 * @return a copy
	 */
	public Path then(Step step) {
		List<Step> longer = new ArrayList<>(this.steps);
		longer.add(step);
		return new Path(longer);
	}

}
