package org.mashhub.standalone.cli;

import java.util.concurrent.Callable;

import org.mashhub.standalone.CannotProceedException;
import picocli.CommandLine.Command;

/** Runs all tests: the launcher does it, since it must build first. */
@Command(name = "test", mixinStandardHelpOptions = true,
		description = {
				"Build everything and run every test (mvn verify). Where Chromium is missing its tests are skipped.",
				"--soak sends hostile input for many minutes; --interop tries other people's Kafka clients (npm)." })
final class TestCommand implements Callable<Integer> {

	@Override
	public Integer call() {
		throw new CannotProceedException("tests are run by the launcher", "Type ./mash test in the repository.");
	}

}
