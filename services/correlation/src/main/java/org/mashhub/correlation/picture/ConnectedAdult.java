package org.mashhub.correlation.picture;

import java.util.List;

import org.mashhub.correlation.family.Path;
import org.mashhub.correlation.family.Stay;

/**
 * An adult around a child, with what is held about that adult.
 *
 * @param summary who it is
 * @param path how the adult is connected to the child
 * @param facts what is held, in the order of time
 * @param stays where the adult is recorded to have lived; empty for one whom only another
 * person connects
 */
public record ConnectedAdult(PersonSummary summary, Path path, List<KnownFact> facts, List<Stay> stays) {

	public ConnectedAdult {
		facts = List.copyOf(facts);
		stays = List.copyOf(stays);
	}

	/**
	 * In words, without a name.
	 * @return "a man", "a woman" or "an adult"
	 */
	public String words() {
		return switch (this.summary.sex()) {
			case MALE -> "a man";
			case FEMALE -> "a woman";
			case INDETERMINATE, UNKNOWN -> "an adult";
		};
	}

}
