package org.mashhub.standalone.cli;

import java.util.concurrent.Callable;

import org.mashhub.standalone.Home;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.scenario.DemoFeeds;
import org.mashhub.standalone.scenario.PlainTeller;
import org.mashhub.standalone.scenario.Replay;
import org.mashhub.standalone.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Starts everything, tells a fictional family's story, stays up. */
@Command(name = "demo", mixinStandardHelpOptions = true,
		description = "Start the hub, replay a fictional family's story, and stay up until Ctrl-C.")
final class DemoCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Parameters(paramLabel = "SCENARIO", arity = "0..1", defaultValue = "child-p",
			description = "Folder below scenarios/ (default: ${DEFAULT-VALUE}).")
	private String scenario = "child-p";

	@Override
	public Integer call() {
		Scenario story = Scenario.read(this.here.scenarios().resolve(this.scenario));
		Home home = this.here.home();
		Addresses addresses = Addresses.of(this.here.ports());
		if (home.runningHub().isPresent()) {
			tell(story);
			RunningHere.printAddresses(addresses, home);
			System.out.println("It was running already and goes on; ./mash down stops it.");
			return 0;
		}
		try (RunningHere running = RunningHere.start(home, this.here.ports())) {
			tell(story);
			RunningHere.printAddresses(addresses, home);
			System.out.println("Ctrl-C stops it; its state is kept.");
			running.await();
		}
		return 0;
	}

	private void tell(Scenario story) {
		try (HubClient hub = this.here.client()) {
			new Replay(hub, story).run(new PlainTeller(System.out));
			System.out.println();
			System.out.println(
					DemoFeeds.declare(hub) + " organisations have declared what they publish: ./mash feeds lists it.");
		}
	}

}
