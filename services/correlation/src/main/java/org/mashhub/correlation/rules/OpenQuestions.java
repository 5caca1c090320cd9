package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.KnownFact;

/**
 * What agencies were asked about a child and have not answered. That no answer came means
 * something only where the agency publishes its answers and is not silent; elsewhere it
 * is not known whether one did.
 */
final class OpenQuestions {

	/** Who publishes answers. */
	static final List<Need> NEEDS = Stream.of("gp", "health-visiting", "police").map(OpenQuestions::answersOf).toList();

	/** What is not known of a child's practice rests on its answers. */
	static final Need OF_PRACTICE = answersOf("gp");

	private static final String REQUESTED = "REQUESTED";

	private final int days;

	OpenQuestions(Thresholds thresholds) {
		this.days = thresholds.number("a08-question-days", 365);
	}

	/**
	 * What is not answered.
	 * @param child about whom
	 * @param decided when closure was proposed or decided
	 * @param until what happened later does not count
	 * @return a ground for each agency that has not answered, or that it is not known
	 */
	Found of(ChildView child, Instant decided, Instant until) {
		List<ClosureGrounds.Ground> grounds = new ArrayList<>();
		List<String> notKnown = new ArrayList<>();
		unanswered(child, decided, until).forEach((agency, asked) -> {
			String what = Words.agency(agency) + " to what was asked " + Words.when(asked, child.zone());
			if (answersOf(agency).met(child)) {
				grounds
					.add(new ClosureGrounds.Ground("question-" + agency, "no answer is recorded from " + what, asked));
			}
			else {
				notKnown.add("whether an answer came from " + what);
				notKnown.addAll(NotHeard.lines(List.of(answersOf(agency)), child));
			}
		});
		return new Found(grounds, notKnown);
	}

	/**
	 * What is not known because of the child's practice: whether anybody asked it, or
	 * what it would say.
	 * @param child about whom
	 * @return words for "not known", empty when it has answered all that it was asked
	 */
	Optional<String> ofPractice(ChildView child) {
		List<KnownFact> asked = child.facts(FactKind.INFORMATION_REQUESTED)
			.filter((fact) -> fact.fact().is("change", REQUESTED) && fact.fact().is("of", "gp"))
			.filter((fact) -> fact.occurredAt().isAfter(child.clock().minus(this.days, ChronoUnit.DAYS)))
			.toList();
		if (asked.isEmpty()) {
			return Optional.of("whether the GP was asked");
		}
		Map<String, String> answers = new TreeMap<>();
		answers(child).filter((fact) -> by(fact).equals("gp"))
			.forEach((fact) -> answers.put(number(fact), String.valueOf(fact.fact().value("change"))));
		List<KnownFact> open = asked.stream().filter((fact) -> !answers.containsKey(number(fact))).toList();
		if (!open.isEmpty()) {
			String when = Words.when(open, child.zone());
			return Optional
				.of(OF_PRACTICE.met(child) ? "what the GP would say, who was asked " + when + ", no answer recorded"
						: "whether the GP has answered what was asked " + when);
		}
		List<KnownFact> refused = asked.stream().filter((fact) -> "REFUSED".equals(answers.get(number(fact)))).toList();
		return refused.isEmpty() ? Optional.empty() : Optional
			.of("what the GP would say, who was asked " + Words.when(refused, child.zone()) + " and refused");
	}

	private Map<String, List<KnownFact>> unanswered(ChildView child, Instant decided, Instant until) {
		Set<String> answered = new HashSet<>();
		answers(child).filter((fact) -> !fact.during(child.zone()).isAfter(until))
			.forEach((fact) -> answered.add(by(fact) + " " + number(fact)));
		Map<String, List<KnownFact>> unanswered = new TreeMap<>();
		child.facts(FactKind.INFORMATION_REQUESTED)
			.filter((fact) -> fact.fact().is("change", REQUESTED) && !answered.contains(of(fact) + " " + number(fact)))
			.filter((fact) -> fact.during(child.zone()).isAfter(decided.minus(this.days, ChronoUnit.DAYS))
					&& !fact.during(child.zone()).isAfter(until))
			.forEach((fact) -> unanswered.computeIfAbsent(of(fact), (unseen) -> new ArrayList<>()).add(fact));
		return unanswered;
	}

	/**
	 * What agencies have answered, of the child or of whom it is connected with: a
	 * request may be about the adults, and an answer names whom the agency knows. One
	 * number may ask of several children; the answer of a brother or sister who stands
	 * among the adults, and does not bring the child up, is none of the child.
	 */
	private static Stream<KnownFact> answers(ChildView child) {
		return Stream
			.concat(child.facts().stream(),
					child.adults()
						.stream()
						.filter((adult) -> adult.bringsUp() || !child.siblings().contains(adult.summary().id()))
						.flatMap((adult) -> adult.facts().stream()))
			.filter((fact) -> fact.kind() == FactKind.INFORMATION_REQUESTED && fact.fact().value("by") != null);
	}

	private static String by(KnownFact answer) {
		return String.valueOf(answer.fact().value("by"));
	}

	/** Whom a request asks: one number may be asked of several agencies. */
	private static String of(KnownFact request) {
		return String.valueOf(request.fact().value("of"));
	}

	private static String number(KnownFact fact) {
		return String.valueOf(fact.fact().value("request"));
	}

	private static Need answersOf(String agency) {
		return Need.ofAbsence(FactKind.INFORMATION_REQUESTED, agency);
	}

	/**
	 * What was found.
	 *
	 * @param grounds what speaks against closing
	 * @param notKnown what is not known
	 */
	record Found(List<ClosureGrounds.Ground> grounds, List<String> notKnown) {

		Found {
			grounds = List.copyOf(grounds);
			notKnown = List.copyOf(notKnown);
		}

	}

}
