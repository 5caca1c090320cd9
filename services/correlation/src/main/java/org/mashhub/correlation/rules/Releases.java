package org.mashhub.correlation.rules;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.picture.KnownFact;

/** Which records of a release say that somebody came out of prison, and after what. */
final class Releases {

	static final String RELEASED = "RELEASED";

	/** What police record of somebody who is in no prison. */
	private static final Set<String> NOT_IMPRISONED = Set.of("ARRESTED", "BAILED", "CHARGED");

	private static final Set<String> IMPRISONED = Set.of("REMANDED", "SENTENCED", "RECALLED");

	/**
	 * Nobody is held for longer without charge, or after one before a court: four days at
	 * the most (PACE 1984, s. 44), and a few to write it down.
	 */
	private static final int LET_GO_WITHIN_DAYS = 7;

	private static final Comparator<KnownFact> BY_DAY_AND_LOG = Comparator.comparing(KnownFact::occurredAt)
		.thenComparing((fact) -> fact.record().sequence());

	private Releases() {
	}

	static boolean isRelease(KnownFact fact) {
		return fact.kind() == FactKind.CUSTODY_CHANGED && fact.fact().is("status", RELEASED);
	}

	/**
	 * What is held of one adult, without releases that say nothing of a risk: of whom
	 * police let go, and of those after an offence that nobody names, unless conditions
	 * of the licence bear on children.
	 */
	static List<KnownFact> thatMatter(List<KnownFact> held, ZoneId zone) {
		return held.stream()
			.filter((fact) -> !isRelease(fact) || (saysAfterWhat(fact) && !letGo(fact, custody(held), zone)))
			.toList();
	}

	private static boolean saysAfterWhat(KnownFact release) {
		return release.fact().value("type") != null || release.fact().value("conditions") != null;
	}

	private static List<KnownFact> custody(List<KnownFact> held) {
		return held.stream().filter((fact) -> fact.kind() == FactKind.CUSTODY_CHANGED).toList();
	}

	/**
	 * Police release whom they have arrested, or charged, some days before too: that is
	 * from no prison, unless somebody recorded one since.
	 */
	static boolean letGo(KnownFact release, List<KnownFact> custody, ZoneId zone) {
		List<KnownFact> before = custody.stream()
			.filter((fact) -> BY_DAY_AND_LOG.compare(fact, release) < 0)
			.sorted(BY_DAY_AND_LOG)
			.toList();
		KnownFact held = before.stream()
			.filter((fact) -> fact.agency().equals("police") && NOT_IMPRISONED.contains(status(fact)))
			.reduce((first, second) -> second)
			.orElse(null);
		return held != null && release.agency().equals("police")
				&& !held.on(zone).isBefore(release.on(zone).minusDays(LET_GO_WITHIN_DAYS))
				&& before.subList(before.indexOf(held), before.size())
					.stream()
					.noneMatch((fact) -> IMPRISONED.contains(status(fact)));
	}

	private static String status(KnownFact custody) {
		return String.valueOf(custody.fact().value("status"));
	}

}
