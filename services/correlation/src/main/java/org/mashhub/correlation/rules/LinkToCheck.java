package org.mashhub.correlation.rules;

import java.util.ArrayList;
import java.util.List;

import org.mashhub.correlation.family.Step;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.picture.PossibleLink;

/**
 * A29: an officer is asked whether two are one person, and until that is answered a
 * child's professionals are not told what police or probation hold: one of the two is
 * connected to the child, and of the other they hold a risk event. MASH officers alone
 * are told, by when to answer.
 * <p>
 * Quiet for what would be no alert of A01 if it were one person; for whoever is surely
 * connected to the child anyway; where the connection of the adult is itself to be
 * checked; and where a record behind the question is for the police in the MASH alone.
 */
final class LinkToCheck implements Rule {

	private final HeldInformation held;

	LinkToCheck(HeldInformation held) {
		this.held = held;
	}

	@Override
	public String id() {
		return "A29";
	}

	@Override
	public String name() {
		return "Link to check";
	}

	@Override
	public List<String> paragraphs() {
		return List.of("6.46", "12.1");
	}

	@Override
	public List<Need> needs() {
		return RiskEvents.NEEDS;
	}

	/**
	 * What the police hold stays hidden until an officer has decided. How urgent it is
	 * shows by the colour.
	 */
	@Override
	public String shows(SourceRecord record) {
		return "Shown once the link is answered";
	}

	@Override
	public String closedBecause() {
		return "whether it is one person is a question no more, or none that matters to this child";
	}

	@Override
	public boolean settledWhenClosed() {
		return true;
	}

	@Override
	public List<Finding> examine(ChildView child) {
		List<PossibleLink> links = child.possibleLinks()
			.stream()
			.filter((link) -> !this.held.of(link.who(), child).isEmpty())
			.toList();
		if (links.isEmpty()) {
			return List.of();
		}
		List<ConnectedAdult> who = links.stream().map(PossibleLink::who).toList();
		List<KnownFact> evidence = this.held.ofAll(who, child);
		return List.of(new Finding(this.held.colour(child, evidence), Audience.MASH_ONLY, List.of(),
				statements(child, links), who, List.of("whether they are one person"),
				List.of("one person or two? Answer under Links to check: same, different, or cannot tell"), List.of(),
				HeldInformation.familyAdvice(evidence),
				"Nobody outside the MASH is told before the question is answered. If it is the same person, "
						+ "an alert of A01 follows.",
				"This does not say that they are one person: a wrong link ties a stranger to a family.", evidence));
	}

	private List<Statement> statements(ChildView child, List<PossibleLink> links) {
		List<Statement> statements = new ArrayList<>();
		for (PossibleLink link : links) {
			List<KnownFact> held = this.held.of(link.who(), child);
			ConnectedAdult adult = link.adult();
			Step last = adult.path().steps().getLast();
			statements.add(new Statement(adult.summary().id(),
					Words.holders(held) + " child-safety information, about events " + Words.when(held, child.zone())
							+ ", about " + link.who().words() + " who may be the same person as " + adult.words(),
					Words.whoIs(adult, Finding.CHILD) + " (" + Words.agencies(last.agencies()) + "," + Words.since(last)
							+ "; " + adult.path().certainty().words() + ")",
					"."));
		}
		return statements;
	}

}
