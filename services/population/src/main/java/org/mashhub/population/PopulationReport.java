package org.mashhub.population;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was made.
 *
 * @param seed the seed
 * @param people how many people ever lived in the area
 * @param present how many live there at the end
 * @param children how many of these are below 18
 * @param stays how many times somebody began to live somewhere
 * @param childrenInNeed children in need at the end, those with a plan included
 * @param childrenOnPlans children with a child protection plan at the end
 * @param events how many events agencies published
 * @param mentions how many times these mention somebody
 * @param eventsByAgency events of each agency
 */
public record PopulationReport(long seed, int people, int present, int children, int stays, int childrenInNeed,
		int childrenOnPlans, long events, long mentions, Map<String, Long> eventsByAgency) {

	public PopulationReport {
		eventsByAgency = Collections.unmodifiableMap(new TreeMap<>(eventsByAgency));
	}

}
