package org.mashhub.standalone.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything in the background. */
@Command(name = "up", mixinStandardHelpOptions = true,
		description = "Start the hub in the background and wait until it is ready.")
final class UpCommand implements Callable<Integer> {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	private static final Duration PAUSE = Duration.ofMillis(200);

	@Mixin
	private final Here here = new Here();

	@Override
	public Integer call() throws IOException {
		Home home = this.here.home();
		Addresses addresses = Addresses.of(this.here.ports());
		if (home.runningHub().isPresent()) {
			System.out.println("The hub is running already.");
			RunningHere.printAddresses(addresses, home);
			return 0;
		}
		Files.createDirectories(home.log());
		Path output = home.log().resolve("up.log");
		Process process = new ProcessBuilder(command(home)).redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.redirectInput(new File("/dev/null"))
			.start();
		await(process, addresses, output);
		RunningHere.printAddresses(addresses, home);
		System.out.println("./mash down stops it; its state is kept.");
		return 0;
	}

	private static void await(Process process, Addresses addresses, Path output) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		long shown = 0;
		try (HubClient client = new HubClient(addresses, Map.of())) {
			while (System.nanoTime() < deadline) {
				shown = show(output, shown);
				if (!process.isAlive()) {
					throw new CannotProceedException("the hub did not start",
							"What it said stands above and in " + output + ".");
				}
				if (Stream
					.of(addresses.console(), addresses.edge(), addresses.identityProvider(), addresses.notification())
					.allMatch(client::isReady)) {
					return;
				}
				HubClient.pause(PAUSE);
			}
		}
		process.destroy();
		throw new CannotProceedException("the hub was not ready within " + PATIENCE.toMinutes() + " minutes",
				"The log beside " + output + " says how far it came.");
	}

	private static long show(Path output, long shown) {
		try (Stream<String> lines = Files.lines(output)) {
			List<String> all = lines.takeWhile((line) -> !line.startsWith("The hub is up")).toList();
			all.stream().skip(shown).forEach(System.out::println);
			return all.size();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + output, ex);
		}
	}

	private static List<String> command(Home home) {
		List<String> command = new ArrayList<>();
		command.add("nohup");
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.add(home.temporaryOption());
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), Mash.class.getName(), "run", "--home",
				home.root().toString()));
		return command;
	}

}
