package org.mashhub.standalone.cli;

import java.util.concurrent.Callable;

import org.mashhub.standalone.client.Addresses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Starts everything in the foreground. */
@Command(name = "run", mixinStandardHelpOptions = true,
		description = "Start the hub in the foreground and stay up until Ctrl-C.")
final class RunCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Override
	public Integer call() {
		try (RunningHere running = RunningHere.start(this.here.home(), this.here.ports())) {
			RunningHere.printAddresses(Addresses.of(this.here.ports()), this.here.home());
			running.await();
		}
		return 0;
	}

}
