package org.mashhub.correlation.area;

import java.util.List;

import org.mashhub.correlation.identity.Comparison;
import org.mashhub.correlation.identity.Score;

/** Wording of the questions put to officers about who is who. */
final class Questions {

	private Questions() {
	}

	static String text(Score score) {
		String speaksFor = words(score.comparisons().stream().filter((comparison) -> comparison.bits() > 0).toList());
		String against = words(score.comparisons().stream().filter((comparison) -> comparison.bits() < 0).toList());
		return "CHECK A LINK: MASH officers only; nobody has been told. One person or two? For: "
				+ (speaksFor.isEmpty() ? "nothing" : speaksFor) + ". Against: "
				+ (against.isEmpty() ? "nothing recorded, but too little to be sure" : against)
				+ ". If wrong: a stranger is tied to a family. Same, different, or cannot tell?";
	}

	private static String words(List<Comparison> comparisons) {
		return String.join("; ",
				comparisons.stream().map((comparison) -> comparison.field() + " " + comparison.level()).toList());
	}

}
