package org.mashhub.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Every port that the hub listens on, each at a fixed distance from one base; all of them
 * on the loopback address only.
 *
 * @param base the console's port
 */
public record Ports(int base) {

	/** The base unless {@code MASH_PORT_BASE} says otherwise. */
	public static final int DEFAULT_BASE = 8800;

	/** The distance of the farthest port. */
	private static final int SPAN = 93;

	private static final int BACKLOG = 1;

	public Ports {
		if (base < 1024 || base + SPAN > 65535) {
			throw new CannotProceedException("MASH_PORT_BASE is " + base + ", which leaves no room for the hub's ports",
					"Choose a base between 1024 and " + (65535 - SPAN) + ".");
		}
	}

	/**
	 * The ports that the environment asks for.
	 * @return ports from {@code MASH_PORT_BASE}, else the default
	 */
	public static Ports fromEnvironment() {
		String base = System.getenv("MASH_PORT_BASE");
		if (base == null || base.isBlank()) {
			return new Ports(DEFAULT_BASE);
		}
		try {
			return new Ports(Integer.parseInt(base.strip()));
		}
		catch (NumberFormatException ex) {
			throw new CannotProceedException("MASH_PORT_BASE is not a number",
					"Set it to a number such as " + DEFAULT_BASE + ", or unset it.", ex);
		}
	}

	public int console() {
		return this.base;
	}

	public int edge() {
		return this.base + 1;
	}

	public int identityProvider() {
		return this.base + 2;
	}

	public int notification() {
		return this.base + 3;
	}

	public int correlation() {
		return this.base + 4;
	}

	public int registry() {
		return this.base + 6;
	}

	public int registryManagement() {
		return this.base + 7;
	}

	public int smtp() {
		return this.base + 25;
	}

	public int postgres() {
		return this.base + 32;
	}

	public int broker() {
		return this.base + 92;
	}

	public int controller() {
		return this.base + SPAN;
	}

	/**
	 * Every port with what it is for.
	 * @return ports in ascending order
	 */
	public Map<Integer, String> all() {
		Map<Integer, String> ports = new LinkedHashMap<>();
		ports.put(console(), "the console");
		ports.put(edge(), "the agencies' adapters");
		ports.put(identityProvider(), "the identity provider");
		ports.put(notification(), "the notification service");
		ports.put(correlation(), "correlation's health and metrics");
		ports.put(registry(), "the schema registry");
		ports.put(registryManagement(), "the schema registry's health");
		ports.put(smtp(), "the demo's mail server");
		ports.put(postgres(), "the database");
		ports.put(broker(), "the Kafka broker");
		ports.put(controller(), "the Kafka controller");
		return ports;
	}

	/**
	 * Makes sure that every port is free.
	 * @throws CannotProceedException naming the first port that is taken
	 */
	public void requireFree() {
		all().forEach((port, use) -> {
			if (!isFree(port)) {
				throw new CannotProceedException("port " + port + ", needed for " + use + ", is taken",
						"Stop what uses it (ss -ltnp 'sport = :" + port
								+ "' shows it), or move all the hub's ports with MASH_PORT_BASE=9800 ./mash …");
			}
		});
	}

	/**
	 * Whether every port is free.
	 * @return true when the hub could listen on all of them
	 */
	public boolean areFree() {
		return all().keySet().stream().allMatch(Ports::isFree);
	}

	static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port), BACKLOG);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
