package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;

/**
 * What police and probation hold of an adult that a child's professionals are to know of,
 * and how urgent that is. What whoever has surely died has done counts no more; what was
 * done to such a person, others did.
 */
final class HeldInformation {

	/** Whom something was done to, or who was only there: that stands after a death. */
	static final Set<Role> OUTLIVES = Set.of(Role.VICTIM, Role.WITNESS, Role.OCCUPANT);

	private static final Comparator<KnownFact> BY_TIME = Comparator.comparing(KnownFact::occurredAt)
		.thenComparing((fact) -> fact.record().sequence());

	private final RiskEvents riskEvents;

	private final int lookbackDays;

	private final int youngChildYears;

	private final int redFromEvents;

	private final Set<String> severeTypes;

	HeldInformation(Thresholds thresholds, RiskEvents riskEvents) {
		this.riskEvents = riskEvents;
		this.lookbackDays = thresholds.number("a01-lookback-days", 1096);
		this.youngChildYears = thresholds.number("a01-young-child-years", 5);
		this.redFromEvents = thresholds.number("a01-red-from-events", 2);
		this.severeTypes = thresholds.words("a01-severe-types", Set.of("SEXUAL_OFFENCE", "WEAPONS"));
	}

	/**
	 * What is held of one adult.
	 * @param adult the adult
	 * @param child whose professionals are to know
	 * @return in the order of time
	 */
	List<KnownFact> of(ConnectedAdult adult, ChildView child) {
		Instant since = child.clock().minus(this.lookbackDays, ChronoUnit.DAYS);
		boolean dead = adult.death().isPresent();
		return this.riskEvents.of(adult, child)
			.stream()
			.filter((fact) -> !fact.occurredAt().isBefore(since) && (!dead || OUTLIVES.contains(fact.subject().role())))
			.toList();
	}

	/** What is held of several, each once, in the order of time. */
	List<KnownFact> ofAll(Collection<ConnectedAdult> adults, ChildView child) {
		return adults.stream().flatMap((adult) -> of(adult, child).stream()).distinct().sorted(BY_TIME).toList();
	}

	Colour colour(ChildView child, List<KnownFact> held) {
		Integer years = child.child().years(child.clock(), child.zone());
		// An unborn child has no age yet, and of whom none is known it may be the
		// youngest.
		boolean young = years == null || years < this.youngChildYears;
		boolean severe = held.stream()
			.anyMatch((fact) -> this.severeTypes.contains(String.valueOf(fact.fact().value("type")))
					|| this.riskEvents.gradedHigh(fact));
		return (severe || (young && occurrences(held) >= this.redFromEvents)) ? Colour.RED : Colour.AMBER;
	}

	/** Log, crime and outcome of one occurrence count once; a release is none. */
	private static long occurrences(List<KnownFact> held) {
		return held.stream()
			.filter((fact) -> !Releases.isRelease(fact))
			.map((fact) -> (fact.fact().value("occurrence") != null) ? fact.fact().value("occurrence")
					: fact.record().id().toString())
			.distinct()
			.count();
	}

	static List<String> agencies(List<KnownFact> held) {
		return held.stream().map(KnownFact::agency).distinct().sorted().toList();
	}

	static String familyAdvice(List<KnownFact> held) {
		return "Do not mention " + Words.agencies(agencies(held)) + " information to the family.";
	}

}
