package org.mashhub.provisioning;

import java.util.List;
import java.util.Map;

import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;

/** Makes sure that the configured areas exist; one that exists is never moved. */
public final class DefaultAreas {

	private DefaultAreas() {
	}

	/**
	 * Adds the areas that are missing, each on the partition that the fewest lie on.
	 * @param table the area table
	 * @param areas areas that must exist
	 * @param partitions partitions of the area log
	 * @return how many were missing
	 */
	public static int ensure(AreaTable table, List<Area> areas, int partitions) {
		Map<String, AreaEntry> existing = table.read();
		int added = 0;
		for (Area area : areas) {
			if (!existing.containsKey(area.code())) {
				AreaEntry entry = AreaEntry.newBuilder()
					.setArea(area.code())
					.setName(area.name())
					.setPartition(AreaTable.leastUsed(existing, partitions))
					.setClock(AreaClock.WALL)
					.setOrganisations(area.organisations())
					.setLocalAuthorityCodes(area.localAuthorityCodes())
					.setPostcodeDistricts(area.postcodeDistricts())
					.build();
				table.publish(entry);
				existing.put(area.code(), entry);
				added++;
			}
		}
		return added;
	}

}
