package org.mashhub.correlation.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.mashhub.correlation.family.Step;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.state.AlertContent;

/**
 * A01: police or probation hold a risk event on an adult connected to the household of a
 * child. The text says that they hold something, not what: the reader rings them.
 * <p>
 * Quiet for events that say nothing of a risk, see {@link RiskEvents}, and for what
 * whoever has surely died has done, see {@link HeldInformation}. Where a connection is to
 * be checked first, MASH officers alone are told. So they are of whom an officer has
 * called the wrong one, see {@link Denials}; of the other adults the lead is told beside
 * it.
 */
final class HouseholdAdultRisk implements Rule {

	private static final List<String> ASK = List
		.of("who was at home overnight this week, and who looks after " + Finding.CHILD + "?");

	private final RiskEvents riskEvents;

	private final HeldInformation held;

	private final Denials denials;

	private final OpenQuestions questions;

	HouseholdAdultRisk(Thresholds thresholds, RiskEvents riskEvents, HeldInformation held) {
		this.riskEvents = riskEvents;
		this.held = held;
		this.denials = new Denials();
		this.questions = new OpenQuestions(thresholds);
	}

	@Override
	public String id() {
		return "A01";
	}

	@Override
	public String name() {
		return "Household-adult risk";
	}

	@Override
	public List<String> paragraphs() {
		return List.of("6.46", "12.1");
	}

	@Override
	public String closedBecause() {
		return "the adult is no longer recorded as connected to the child's household, or the event no longer counts";
	}

	/** That all died on whom police or probation held what the alert rests on. */
	@Override
	public Optional<String> overtakenBy(ChildView child, AlertContent said) {
		Set<SourceRecordId> ofTheDead = new HashSet<>();
		Set<String> deaths = new LinkedHashSet<>();
		for (ConnectedAdult adult : child.adults()) {
			Set<SourceRecordId> held = new HashSet<>();
			adult.death().ifPresent((death) -> {
				this.riskEvents.of(adult, child)
					.stream()
					.filter((fact) -> !HeldInformation.OUTLIVES.contains(fact.subject().role()))
					.forEach((fact) -> held.add(fact.record().id()));
				if (!Collections.disjoint(held, said.records())) {
					deaths.add(Words.died(death, "the " + (adult.young() ? "young person" : "adult")));
				}
			});
			ofTheDead.addAll(held);
		}
		return ofTheDead.containsAll(said.records()) ? Optional.of(Words.join(List.copyOf(deaths))) : Optional.empty();
	}

	@Override
	public List<Need> needs() {
		return Stream.concat(RiskEvents.NEEDS.stream(), Stream.of(OpenQuestions.OF_PRACTICE)).toList();
	}

	@Override
	public boolean restsOnDenied(ChildView child, AlertContent said) {
		return this.denials.bearOn(said, child);
	}

	@Override
	public List<Finding> examine(ChildView child) {
		List<ConnectedAdult> held = child.adults()
			.stream()
			.filter((adult) -> !this.held.of(adult, child).isEmpty())
			.toList();
		Map<PersonId, Denied> denied = new LinkedHashMap<>();
		held.forEach(
				(adult) -> this.denials.of(adult, child).ifPresent((said) -> denied.put(adult.summary().id(), said)));
		List<ConnectedAdult> told = held.stream()
			.filter((adult) -> RiskEvents.sure(adult) && !denied.containsKey(adult.summary().id()))
			.toList();
		List<Finding> findings = new ArrayList<>();
		if (!told.isEmpty()) {
			findings.add(finding(child, told, Audience.LEAD_AND_MASH, List.of()));
		}
		// Of a connection still to be checked nobody outside the MASH is told anything.
		if (held.size() > told.size()) {
			findings.add(finding(child, held.stream().filter((adult) -> !told.contains(adult)).toList(),
					Audience.MASH_ONLY, List.copyOf(denied.values())));
		}
		return findings;
	}

	private Finding finding(ChildView child, List<ConnectedAdult> adults, Audience audience, List<Denied> denied) {
		List<KnownFact> evidence = this.held.ofAll(adults, child);
		return new Finding(this.held.colour(child, evidence), audience, denied, statements(child, adults), adults,
				notKnown(child, adults, denied), ASK, List.of(), HeldInformation.familyAdvice(evidence),
				"Ring " + Words.inTheMash(HeldInformation.agencies(evidence)) + " for what they hold.",
				"This does not say that anyone harmed " + Finding.ANY_CHILD + ".", evidence);
	}

	private List<Statement> statements(ChildView child, List<ConnectedAdult> adults) {
		List<Statement> statements = new ArrayList<>();
		for (ConnectedAdult adult : adults) {
			List<KnownFact> held = this.held.of(adult, child);
			Step last = adult.path().steps().getLast();
			statements.add(new Statement(adult.summary().id(),
					Words.holders(held) + " child-safety information about " + adult.words(),
					Words.whoIs(adult, Finding.CHILD) + " (" + Words.agencies(last.agencies()) + "," + Words.since(last)
							+ "; " + adult.path().certainty().words() + ")",
					", about events " + Words.when(held, child.zone()) + "."));
		}
		return statements;
	}

	private List<String> notKnown(ChildView child, List<ConnectedAdult> adults, List<Denied> denied) {
		List<String> unknown = new ArrayList<>(Denied.words(denied));
		List<ConnectedAdult> people = adults.stream().filter((adult) -> !adult.summary().place()).toList();
		if (people.size() < adults.size()) {
			unknown.add("who was there when it happened");
		}
		if (!people.isEmpty()) {
			unknown.add("whether "
					+ ((people.size() == 1) ? "this " + Words.among(people, "adult", "young person", "")
							: "any of these " + Words.among(people, "adults", "young people", "people"))
					+ " cares for " + Finding.CHILD);
		}
		this.questions.ofPractice(child).ifPresent(unknown::add);
		if (child.lead() == null) {
			unknown.add("no lead professional is recorded");
		}
		return unknown;
	}

}
