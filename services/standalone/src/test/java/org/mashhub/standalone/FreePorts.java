package org.mashhub.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nothing listens on and that no other test of this process was given, so that
 * tests disturb nobody: a hub that was killed does not listen until it is up again.
 */
final class FreePorts {

	private static final List<Ports> GIVEN = new ArrayList<>();

	private FreePorts() {
	}

	static synchronized Ports find() {
		while (true) {
			Ports ports = new Ports(ThreadLocalRandom.current().nextInt(12000, 31000));
			if (GIVEN.stream().noneMatch((given) -> overlap(given, ports)) && ports.areFree()) {
				GIVEN.add(ports);
				return ports;
			}
		}
	}

	private static boolean overlap(Ports one, Ports other) {
		return one.all().keySet().stream().anyMatch(other.all().keySet()::contains);
	}

}
