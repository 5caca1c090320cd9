package org.mashhub.standalone.cli;

import java.util.concurrent.Callable;

import org.mashhub.standalone.CannotProceedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Measures the hub. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measure the hub on this machine.")
final class BenchCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Parameters(paramLabel = "NAME", description = "What to measure.")
	private String name = "";

	@Override
	public Integer call() {
		throw new CannotProceedException(
				"there is no benchmark called '" + this.name + "' for the hub in " + this.here.home().root(),
				"None is in this version yet.");
	}

}
