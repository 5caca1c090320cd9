package org.mashhub.correlation.family;

import java.time.Duration;

/**
 * Thresholds of the family part; configuration of the area.
 *
 * @param stayHolds how long a person counts as living where a record last had them, when
 * no later record says otherwise
 * @param crowdedHome more people than this in one home at a time, and sharing it says
 * nothing
 */
public record FamilySettings(Duration stayHolds, int crowdedHome) {

	public FamilySettings {
		if (stayHolds.isNegative() || stayHolds.isZero() || crowdedHome < 2) {
			throw new IllegalArgumentException("a stay must hold for some time, and a crowd is more than two");
		}
	}

}
