package org.mashhub.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports that nothing listens on and that no other test was given, so that tests disturb
 * nobody: a hub that was killed does not listen until it is up again. Each of the
 * processes that the build runs tests in has a range of its own.
 */
final class FreePorts {

	private static final int LOWEST = 12000;

	private static final int ABOVE_HIGHEST = 31000;

	/** Within so many lie all ports of one hub. */
	private static final int ONE_HUB = 100;

	private static final List<Ports> GIVEN = new ArrayList<>();

	private FreePorts() {
	}

	static synchronized Ports find() {
		int processes = Integer.getInteger("mash.test.processes", 1);
		int share = (ABOVE_HIGHEST - LOWEST) / processes;
		int from = LOWEST + share * (Integer.getInteger("mash.test.process", 1) - 1);
		while (true) {
			Ports ports = new Ports(ThreadLocalRandom.current().nextInt(from, from + share - ONE_HUB));
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
