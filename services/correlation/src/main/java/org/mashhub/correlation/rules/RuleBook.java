package org.mashhub.correlation.rules;

import java.util.List;

/** The rules in force: the one place to add one. */
public final class RuleBook {

	/** Version stamped on every output; raise it when a rule changes. */
	public static final String VERSION = "rules-15";

	private final List<Rule> rules;

	private final List<Need> needs;

	/**
	 * Creates the rules.
	 * @param thresholds the area's thresholds
	 * @throws IllegalArgumentException when a threshold is configured that no rule knows
	 */
	public RuleBook(Thresholds thresholds) {
		RiskEvents riskEvents = new RiskEvents(thresholds);
		HeldInformation held = new HeldInformation(thresholds, riskEvents);
		this.rules = List.of(new HouseholdAdultRisk(thresholds, riskEvents, held), new LinkToCheck(held),
				new HouseMove(thresholds, riskEvents), new ClosureChallenge(thresholds, riskEvents));
		this.needs = this.rules.stream().flatMap((rule) -> rule.needs().stream()).distinct().toList();
		thresholds.requireAllKnown();
	}

	/**
	 * All that the rules must hear of.
	 * @return needs of all rules
	 */
	public List<Need> needs() {
		return this.needs;
	}

	/**
	 * The rules in the order in which they are examined; a rule sees alerts of those
	 * before it.
	 * @return all rules
	 */
	public List<Rule> rules() {
		return this.rules;
	}

}
