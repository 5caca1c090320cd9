package org.mashhub.standalone.cli;

import java.nio.file.Path;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.Ports;
import org.mashhub.standalone.Secrets;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Option;

/** Which hub a command means; shared by all commands. */
final class Here {

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

	/** A client of the hub that runs from here. */
	HubClient client() {
		return client(null);
	}

	/** A client of the hub that runs from here, or of one at another address. */
	HubClient client(@Nullable String against) {
		Home where = home();
		if (against == null && where.runningHub().isEmpty()) {
			throw new CannotProceedException("no hub is running from " + where.root(),
					"Start it with ./mash up, or say where it is with MASH_HOME and MASH_PORT_BASE.");
		}
		Map<String, String> secrets = Secrets.of(where).clients();
		return new HubClient((against != null) ? Addresses.against(against) : Addresses.of(ports()), secrets);
	}

}
