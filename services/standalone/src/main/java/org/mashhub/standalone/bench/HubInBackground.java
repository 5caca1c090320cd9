package org.mashhub.standalone.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.Hub;
import org.mashhub.standalone.Ports;
import org.mashhub.standalone.Secrets;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.HubClient;

/** The whole hub as a process of its own, started as a person starts it. */
final class HubInBackground implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final Home home;

	private final Ports ports;

	private final Process process;

	private final long began = System.nanoTime();

	/**
	 * Starts a hub, returning at once.
	 * @param home its home
	 * @param ports its ports
	 */
	HubInBackground(Home home, Ports ports) {
		this.home = home;
		this.ports = ports;
		try {
			Files.createDirectories(home.log());
			ProcessBuilder builder = new ProcessBuilder(command(home)).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().resolve("bench.log").toFile()))
				.redirectInput(new File("/dev/null"));
			builder.environment().put("MASH_PORT_BASE", Integer.toString(ports.base()));
			this.process = builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot start a hub", ex);
		}
	}

	/** Waits until every part says that it is ready. */
	double awaitReady() {
		Addresses addresses = addresses();
		URI correlation = URI.create("http://127.0.0.1:" + this.ports.correlation());
		try (HubClient probe = new HubClient(addresses, Map.of())) {
			while (!Stream
				.of(addresses.identityProvider(), correlation, addresses.edge(), addresses.notification(),
						addresses.console())
				.allMatch(probe::isReady)) {
				if (!this.process.isAlive() || seconds() > PATIENCE.toSeconds()) {
					throw new CannotProceedException("the hub did not start for the benchmark",
							"Its output: " + this.home.log().resolve("bench.log"));
				}
				HubClient.pause(PAUSE);
			}
		}
		return seconds();
	}

	/** Seconds since the command was given. */
	double seconds() {
		return Math.round((System.nanoTime() - this.began) / (double) TimeUnit.MILLISECONDS.toNanos(100)) / 10.0;
	}

	long pid() {
		return this.process.pid();
	}

	Addresses addresses() {
		return Addresses.of(this.ports);
	}

	HubClient client() {
		return new HubClient(addresses(), Secrets.of(this.home).clients());
	}

	/** Stops it in good order, and whatever it may have left behind. */
	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		Hub.endOrphans(this.home, this.ports);
	}

	private static List<String> command(Home home) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((option) -> !option.startsWith("-XX:StartFlightRecording") && !option.startsWith("-Xmx"))
			.forEach(command::add);
		command.add(home.temporaryOption());
		// The heap that a hub has, not that of the benchmark.
		command.add(System.getProperty("mash.hub.heap", "-Xmx1g"));
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.mashhub.standalone.cli.Mash", "run",
				"--home", home.root().toString()));
		return command;
	}

}
