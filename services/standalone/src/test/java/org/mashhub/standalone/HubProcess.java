package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import org.mashhub.standalone.cli.Mash;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.HubClient;

/**
 * The hub as a process of its own, to be killed; the home and the ports stay the same.
 */
final class HubProcess implements AutoCloseable {

	private final Home home;

	private final Ports ports;

	private Process process;

	private HubProcess(Home home, Ports ports) {
		this.home = home;
		this.ports = ports;
		this.process = launch(home, ports);
	}

	/** Starts a hub, returning when it is ready. */
	static HubProcess start(Path directory, Ports ports) {
		HubProcess hub = new HubProcess(new Home(directory), ports);
		hub.awaitReady();
		return hub;
	}

	/** Kills it, as a power cut would: nothing is asked. */
	void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	/** Starts it again, returning when it is ready. */
	void restart() {
		this.process = launch(this.home, this.ports);
		awaitReady();
	}

	/** Starts it again without waiting. */
	void restartWithoutWaiting() {
		this.process = launch(this.home, this.ports);
	}

	/** A client that knows the secrets of this hub. */
	HubClient client() {
		return new HubClient(Addresses.of(this.ports), Secrets.of(this.home).clients());
	}

	Home home() {
		return this.home;
	}

	/** Stops it in good order, and whatever it may have left behind. */
	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
		Hub.endOrphans(this.home, this.ports);
	}

	void awaitReady() {
		Addresses addresses = Addresses.of(this.ports);
		try (HubClient probe = new HubClient(addresses, Map.of())) {
			Awaitility.await("hub ready")
				.atMost(Duration.ofMinutes(3))
				.pollInterval(Duration.ofMillis(200))
				.until(() -> {
					if (!this.process.isAlive()) {
						throw new IllegalStateException("the hub ended: " + Files.readString(output(this.home)));
					}
					return Stream
						.of(addresses.console(), addresses.edge(), addresses.identityProvider(),
								addresses.notification())
						.allMatch(probe::isReady);
				});
		}
	}

	private static Process launch(Home home, Ports ports) {
		try {
			Files.createDirectories(home.log());
			ProcessBuilder builder = new ProcessBuilder(
					List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
							"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED",
							"--sun-misc-unsafe-memory-access=allow", home.temporaryOption(), "-cp", classPath(),
							Mash.class.getName(), "run", "--home", home.root().toString()))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(output(home).toFile()));
			builder.environment().put("MASH_PORT_BASE", Integer.toString(ports.base()));
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot start a hub", ex);
		}
	}

	private static Path output(Home home) {
		return home.log().resolve("process.log");
	}

	/** Surefire hides the real class path behind a jar of its own. */
	private static String classPath() {
		return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
	}

}
