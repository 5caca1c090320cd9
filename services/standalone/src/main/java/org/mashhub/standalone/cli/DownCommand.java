package org.mashhub.standalone.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.mashhub.standalone.Home;
import org.mashhub.standalone.Hub;
import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops the hub. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop the hub; its state is kept.")
final class DownCommand implements Callable<Integer> {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private static final Duration PAUSE = Duration.ofMillis(100);

	@Mixin
	private final Here here = new Here();

	@Override
	public Integer call() {
		Home home = this.here.home();
		Optional<ProcessHandle> hub = home.runningHub().flatMap(ProcessHandle::of);
		if (hub.isEmpty()) {
			System.out.println(Hub.endOrphans(home, this.here.ports())
					? "No hub was running; what a killed one had left behind is ended." : "No hub is running.");
			return 0;
		}
		hub.get().destroy();
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		while (hub.get().isAlive() && System.nanoTime() < deadline) {
			HubClient.pause(PAUSE);
		}
		if (hub.get().isAlive()) {
			hub.get().destroyForcibly();
			HubClient.pause(Duration.ofSeconds(1));
			Hub.endOrphans(home, this.here.ports());
			System.out.println("Stopped, not in good order: it did not end by itself. Nothing accepted is lost.");
			return 0;
		}
		System.out.println("Stopped. The state is kept in " + home.root() + ".");
		return 0;
	}

}
