package org.mashhub.standalone.cli;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Distribution;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks whether this machine has what the hub needs. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
		description = "Check that this machine has what the hub needs, or how an agency reaches it.")
final class DoctorCommand implements Callable<Integer> {

	private static final long MEGABYTE = 1024L * 1024;

	private static final long ENOUGH_MEMORY = 2500;

	private static final long ENOUGH_DISK = 2048;

	private static final int JAVA = 25;

	private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(30);

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Parameters(paramLabel = "AGENCY", arity = "0..1",
			description = "Check instead how this agency reaches the running hub: token, clock, a test record.")
	private @Nullable String agency;

	@Override
	public Integer call() {
		return show((this.agency != null) ? ofAgency(this.agency) : ofMachine());
	}

	private List<Check> ofMachine() {
		List<Check> checks = new ArrayList<>();
		checks.add(new Check("Java", Runtime.version().feature() >= JAVA,
				"version " + Runtime.version() + " in " + System.getProperty("java.home"), true));
		long disk = this.here.home().freeMegabytes();
		checks.add(new Check("Disk", disk >= ENOUGH_DISK, disk + " MB free for " + this.here.home().root(), true));
		checks.add(memory());
		checks.add(ports());
		checks.add(registry());
		checks.add(chromium());
		return checks;
	}

	/** What an integration engineer wants to know before the first real record. */
	private List<Check> ofAgency(String name) {
		List<Check> checks = new ArrayList<>();
		try (HubClient hub = this.here.client()) {
			hub.token(name);
			checks.add(new Check("Token", true, "the identity provider gives " + name + " a token", true));
			Endpoints endpoints = Endpoints.of(hub, name);
			checks.add(new Check("Adapter", !endpoints.operations().isEmpty(), "takes: "
					+ String.join(", ", endpoints.operations().keySet().stream().map(DoctorCommand::last).toList()),
					true));
			Duration apart = hub.clockDifference();
			checks.add(new Check("Clock", apart.abs().compareTo(CLOCK_TOLERANCE) <= 0,
					"this machine and the hub differ by " + apart.toSeconds() + " s", true));
			Map.Entry<String, String> example = endpoints.example();
			if (example != null) {
				Answer answer = hub.sendWhenPossible(name, example.getKey(), example.getValue(),
						Map.of("Mash-Dry-Run", "true"));
				checks.add(new Check(
						"Test record", answer.isGood(), answer.isGood()
								? "the example for " + example.getKey() + " would be published" : answer.problem(),
						true));
			}
		}
		return checks;
	}

	private static String last(String path) {
		return path.substring(path.lastIndexOf('/') + 1);
	}

	private int show(List<Check> checks) {
		if (this.json.isWanted()) {
			this.json.print(checks);
		}
		else {
			checks.forEach(
					(check) -> System.out.printf("  %-8s %-16s %s%n", check.verdict(), check.what(), check.found()));
		}
		return checks.stream().allMatch((check) -> check.good() || !check.needed()) ? 0 : Mash.COULD_NOT;
	}

	private static Check memory() {
		if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
			long megabytes = system.getTotalMemorySize() / MEGABYTE;
			return new Check("Memory", megabytes >= ENOUGH_MEMORY,
					megabytes + " MB in all; the hub takes about 2000 MB", true);
		}
		return new Check("Memory", true, "unknown", false);
	}

	private Check ports() {
		Home home = this.here.home();
		if (home.runningHub().isPresent()) {
			return new Check("Ports", true, "in use by the hub that runs from " + home.root(), true);
		}
		try {
			this.here.ports().requireFree();
			return new Check("Ports", true, "from " + this.here.ports().base() + " on, all free", true);
		}
		catch (CannotProceedException ex) {
			return new Check("Ports", false, ex.getMessage() + ". " + ex.remedy(), true);
		}
	}

	private static Check registry() {
		try {
			return new Check("Schema registry", true, "in " + Distribution.registry(), true);
		}
		catch (CannotProceedException ex) {
			return new Check("Schema registry", false, ex.getMessage() + ". " + ex.remedy(), true);
		}
	}

	private static Check chromium() {
		return Stream
			.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
					"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
					"/Applications/Chromium.app/Contents/MacOS/Chromium")
			.filter((path) -> Files.isExecutable(Path.of(path)))
			.findFirst()
			.map((path) -> new Check("Chromium", true, path, false))
			.orElseGet(() -> new Check("Chromium", false,
					"not found: browser tests are skipped (on Debian: apt-get install chromium)", false));
	}

	/**
	 * One check.
	 *
	 * @param what what was looked at
	 * @param good whether it will do
	 * @param found what was found
	 * @param needed whether the hub needs it to run
	 */
	record Check(String what, boolean good, String found, boolean needed) {

		String verdict() {
			return this.good ? "good" : (this.needed ? "NOT GOOD" : "note");
		}

	}

}
