package org.mashhub.standalone.client;

import java.net.URI;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Ports;

/**
 * Where a hub is reached.
 *
 * @param console pages and API for MASH officers
 * @param edge the agencies' adapters
 * @param identityProvider where tokens come from
 * @param notification where recipients open what they were told of
 */
public record Addresses(URI console, URI edge, URI identityProvider, URI notification) {

	/**
	 * The addresses of a hub on this machine.
	 * @param ports its ports
	 * @return addresses on the loopback address
	 */
	public static Addresses of(Ports ports) {
		return new Addresses(local(ports.console()), local(ports.edge()), local(ports.identityProvider()),
				local(ports.notification()));
	}

	/**
	 * The addresses of a hub whose console's address is known and whose ports are laid
	 * out as ours.
	 * @param console address of the console
	 * @return its addresses
	 */
	public static Addresses against(String console) {
		try {
			URI base = URI.create(console);
			if (base.getHost() == null || base.getPort() < 0) {
				throw new IllegalArgumentException("no host or no port");
			}
			return new Addresses(at(base, 0), at(base, 1), at(base, 2), at(base, 3));
		}
		catch (IllegalArgumentException ex) {
			throw new CannotProceedException("'" + console + "' is not the address of a console",
					"Give scheme, host and port, for example http://127.0.0.1:8800.", ex);
		}
	}

	private static URI at(URI base, int distance) {
		return URI.create(base.getScheme() + "://" + base.getHost() + ":" + (base.getPort() + distance));
	}

	private static URI local(int port) {
		return URI.create("http://127.0.0.1:" + port);
	}

}
