package org.mashhub.standalone;

import java.util.concurrent.ThreadLocalRandom;

/** Ports that nothing listens on, so that tests disturb nobody. */
final class FreePorts {

	private FreePorts() {
	}

	static Ports find() {
		while (true) {
			Ports ports = new Ports(ThreadLocalRandom.current().nextInt(12000, 31000));
			if (ports.areFree()) {
				return ports;
			}
		}
	}

}
