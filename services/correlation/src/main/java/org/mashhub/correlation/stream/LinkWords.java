package org.mashhub.correlation.stream;

import java.util.List;
import java.util.Locale;

import org.mashhub.correlation.area.ChangeReason;
import org.mashhub.correlation.identity.Comparison;
import org.mashhub.correlation.identity.LinkChange;

/** Decisions about who is who in words, naming nobody. */
final class LinkWords {

	private LinkWords() {
	}

	static String of(LinkChange change) {
		if (change.to() == null) {
			return "The record no longer speaks of this person.";
		}
		if (change.officerDecided()) {
			return "The same person, as an officer has answered" + after(change.comparisons()) + ".";
		}
		return change.joined() ? "The same person: " + words(change.comparisons()) + "."
				: "Nobody known agrees well enough: a person of its own.";
	}

	static String merged(ChangeReason reason, LinkChange link) {
		return because(reason) + " Two are one now" + after(link.comparisons()) + ".";
	}

	static String split(ChangeReason reason, LinkChange link) {
		String held = (link.bits() != null)
				? " They agree better with whom they are now" + after(link.comparisons()) + "." : "";
		return because(reason) + " What was taken for one person is two." + held;
	}

	static String because(ChangeReason reason) {
		return switch (reason) {
			case NEW_RECORD -> "A new record says more.";
			case RECORD_CORRECTED -> "A record was corrected.";
			case RECORD_WITHDRAWN -> "A record was withdrawn.";
			case OFFICER_DECIDED -> "An officer has answered.";
		};
	}

	private static String after(List<Comparison> comparisons) {
		return comparisons.isEmpty() ? "" : ": " + words(comparisons);
	}

	private static String words(List<Comparison> comparisons) {
		return String.join("; ",
				comparisons.stream()
					.map((comparison) -> String.format(Locale.UK, "%s %s (%+.1f bits)", comparison.field(),
							comparison.level(), comparison.bits()))
					.toList());
	}

}
