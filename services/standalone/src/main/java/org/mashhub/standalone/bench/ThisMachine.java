package org.mashhub.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.management.OperatingSystemMXBean;

import org.mashhub.standalone.Home;

/** What the machine says of itself and of processes. */
final class ThisMachine {

	private static final long MEGABYTE = 1024L * 1024;

	private ThisMachine() {
	}

	static Figures.Machine describe() {
		String options = ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((option) -> option.startsWith("-X") && !option.contains("/"))
			.collect(Collectors.joining(" "));
		return new Figures.Machine(processor(), Runtime.getRuntime().availableProcessors(),
				(int) Math.round(system().getTotalMemorySize() / (double) (1024 * MEGABYTE)),
				distribution() + ", " + System.getProperty("os.name") + " "
						+ System.getProperty("os.version").replaceFirst("-.*", ""),
				System.getProperty("java.vendor") + " " + Runtime.version(), options);
	}

	/** Load average of the last minute; negative where the system does not say. */
	static double load() {
		return Math.round(system().getSystemLoadAverage() * 100) / 100.0;
	}

	/** Live heap of this JVM in megabytes. */
	static long liveHeap() {
		ManagementFactory.getMemoryMXBean().gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
	}

	/** Memory of this process in megabytes. */
	static long resident() {
		return resident(List.of(ProcessHandle.current().pid()));
	}

	/** Megabytes of the running hub. */
	static Figures.Memory memory(Home home, long hub) {
		return new Figures.Memory(liveHeap(hub), resident(List.of(hub)),
				resident(processOf(home.registry().resolve("registry.pid"))),
				resident(processOf(home.database().resolve("postmaster.pid"))));
	}

	/** Commit of the repository, with a plus when files were changed since. */
	static String commit(Path repository) {
		String commit = output(List.of("git", "-C", repository.toString(), "rev-parse", "--short", "HEAD")).strip();
		boolean changed = !output(
				List.of("git", "-C", repository.toString(), "status", "--porcelain", "--", "services", "schemas"))
			.isBlank();
		return commit.isEmpty() ? "unknown" : commit + (changed ? "+" : "");
	}

	/** A histogram counts live objects only, after a full collection. */
	private static long liveHeap(long process) {
		String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
		return output(List.of(tool, Long.toString(process), "GC.class_histogram")).lines()
			.filter((line) -> line.startsWith("Total"))
			.map((line) -> line.strip().split("\\s+", -1))
			.mapToLong((columns) -> Long.parseLong(columns[2]) / MEGABYTE)
			.findFirst()
			.orElse(0);
	}

	private static long resident(List<Long> processes) {
		long kilobytes = 0;
		for (long process : processes) {
			kilobytes += shared(process);
		}
		return kilobytes / 1024;
	}

	/** Pages that several processes share are parted among them, where Linux tells. */
	private static long shared(long process) {
		Path rollup = Path.of("/proc/" + process + "/smaps_rollup");
		try {
			if (Files.isReadable(rollup)) {
				return Files.readAllLines(rollup)
					.stream()
					.filter((line) -> line.startsWith("Pss:"))
					.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")))
					.sum();
			}
		}
		catch (IOException ex) {
			return 0;
		}
		String resident = output(List.of("ps", "-o", "rss=", "-p", Long.toString(process))).strip();
		return resident.isEmpty() ? 0 : Long.parseLong(resident);
	}

	private static List<Long> processOf(Path pidFile) {
		try {
			long process = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
			List<Long> all = new ArrayList<>(List.of(process));
			ProcessHandle.of(process)
				.map(ProcessHandle::descendants)
				.orElse(Stream.empty())
				.map(ProcessHandle::pid)
				.forEach(all::add);
			return all;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + pidFile, ex);
		}
	}

	private static String processor() {
		return line(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch"));
	}

	private static String distribution() {
		return line(Path.of("/etc/os-release"), "PRETTY_NAME").map((name) -> name.replace("\"", ""))
			.orElse(System.getProperty("os.name"));
	}

	private static Optional<String> line(Path file, String key) {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.filter((line) -> line.startsWith(key))
				.map((line) -> line.substring(line.indexOf((line.indexOf(':') >= 0) ? ':' : '=') + 1).strip())
				.findFirst();
		}
		catch (IOException | UncheckedIOException ex) {
			return Optional.empty();
		}
	}

	private static OperatingSystemMXBean system() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
	}

	private static String output(List<String> command) {
		try {
			Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

}
