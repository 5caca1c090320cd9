package org.mashhub.standalone.edge;

import org.mashhub.provisioning.AreaTable;
import org.mashhub.provisioning.DefaultAreas;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes sure that the configured areas exist; elsewhere the provisioning job does. */
@Component
class FirstAreas implements ApplicationRunner {

	private final EdgeSettings settings;

	private final AreaTable table;

	FirstAreas(EdgeSettings settings, AreaTable table) {
		this.settings = settings;
		this.table = table;
	}

	@Override
	public void run(ApplicationArguments args) {
		DefaultAreas.ensure(this.table, this.settings.areas(), this.settings.partitions());
	}

}
