package org.mashhub.correlation.area;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.identity.Comparison;
import org.mashhub.correlation.identity.Score;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.LinkAnswer.Verdict;

/** Wording of the questions put to officers about who is who. */
final class Questions {

	private Questions() {
	}

	/** Why a question has gone away. */
	static String settled(@Nullable LinkAnswer answer) {
		if (answer == null || answer.verdict() == Verdict.UNSURE) {
			return "No longer a question.";
		}
		return (answer.verdict() == Verdict.SAME)
				? "No longer a question: an officer has answered that it is one person."
				: "No longer a question: an officer has answered that they are two people.";
	}

	/**
	 * Words of a question.
	 * @param score what two records say of each other
	 * @param enough whether that would be enough, if there were no other records
	 * @return the words
	 */
	static String text(Score score, boolean enough) {
		String speaksFor = words(score.comparisons().stream().filter((comparison) -> comparison.bits() > 0).toList());
		String against = words(score.comparisons().stream().filter((comparison) -> comparison.bits() < 0).toList());
		return "CHECK A LINK: MASH officers only; nobody has been told. One person or two? For: "
				+ (speaksFor.isEmpty() ? "nothing" : speaksFor) + ". Against: "
				+ (!against.isEmpty() ? against : enough
						? "nothing in these two records, but another person fits as well, or other records of either do not agree"
						: "nothing recorded, but too little to be sure")
				+ ". If wrong: a stranger is tied to a family. Same, different, or cannot tell?";
	}

	private static String words(List<Comparison> comparisons) {
		return String.join("; ",
				comparisons.stream().map((comparison) -> comparison.field() + " " + comparison.level()).toList());
	}

}
