package org.mashhub.standalone.cli;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.ComposeSecrets;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.Ports;
import org.mashhub.standalone.Secrets;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Option;

/** Which hub a command means; shared by all commands. */
final class Here {

	/** Names the hub that docker-compose runs. */
	private static final String COMPOSE = "compose";

	@Option(names = "--home", paramLabel = "DIR", description = "The hub's state (default: MASH_HOME, else .mash).")
	private @Nullable Path home;

	Home home() {
		return (this.home != null) ? new Home(this.home) : Home.fromEnvironment();
	}

	Ports ports() {
		return Ports.fromEnvironment();
	}

	Path scenarios() {
		return Path.of(System.getProperty("mash.root", "."), "scenarios");
	}

	/** Whether the environment names the hub that docker-compose runs. */
	boolean isComposed() {
		return COMPOSE.equals(System.getenv("MASH_AGAINST"));
	}

	/** A client of the hub that runs from here. */
	HubClient client() {
		return client(null);
	}

	/**
	 * A client of the hub that runs from here, of one at another address, or of the one
	 * that docker-compose runs.
	 */
	HubClient client(@Nullable String against) {
		String other = (against != null) ? against : System.getenv("MASH_AGAINST");
		if (COMPOSE.equals(other)) {
			Path root = Path.of(System.getProperty("mash.root", "."));
			return new HubClient(Addresses.of(ports()), ComposeSecrets.clients(ComposeSecrets.folder(root)));
		}
		Home where = home();
		if (other == null && where.runningHub().isEmpty()) {
			throw new CannotProceedException("no hub is running from " + where.root(),
					"Start it with ./mash up, or say where it is with MASH_HOME and MASH_PORT_BASE.");
		}
		Map<String, String> secrets = Secrets.of(where).clients();
		return new HubClient((other != null) ? Addresses.against(other) : Addresses.of(ports()), secrets);
	}

}
