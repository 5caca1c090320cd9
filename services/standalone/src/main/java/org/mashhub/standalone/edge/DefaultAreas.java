package org.mashhub.standalone.edge;

import java.util.Map;

import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes sure that the configured areas exist; one that exists is never moved. */
@Component
class DefaultAreas implements ApplicationRunner {

	private final EdgeSettings settings;

	private final AreaTable table;

	DefaultAreas(EdgeSettings settings, AreaTable table) {
		this.settings = settings;
		this.table = table;
	}

	@Override
	public void run(ApplicationArguments args) {
		Map<String, AreaEntry> existing = this.table.read();
		for (EdgeSettings.Area area : this.settings.areas()) {
			if (!existing.containsKey(area.code())) {
				AreaEntry entry = AreaEntry.newBuilder()
					.setArea(area.code())
					.setName(area.name())
					.setPartition(AreaTable.leastUsed(existing, this.settings.partitions()))
					.setClock(AreaClock.WALL)
					.setOrganisations(area.organisations())
					.setLocalAuthorityCodes(area.localAuthorityCodes())
					.setPostcodeDistricts(area.postcodeDistricts())
					.build();
				this.table.publish(entry);
				existing.put(area.code(), entry);
			}
		}
	}

}
