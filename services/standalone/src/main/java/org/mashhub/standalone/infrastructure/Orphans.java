package org.mashhub.standalone.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes that a killed hub left behind. One is ended only when its command line proves
 * that it is ours: a process id alone may have been given to somebody else since.
 */
final class Orphans {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private Orphans() {
	}

	/**
	 * Ends the process that a file names, when it still runs and is ours.
	 * @param pidFile file whose first line is a process id
	 * @param marks what its command line contains when it is ours
	 * @return true when one was ended
	 */
	static boolean end(Path pidFile, String... marks) {
		Optional<ProcessHandle> orphan = processId(pidFile).flatMap(ProcessHandle::of)
			.filter(ProcessHandle::isAlive)
			.filter((process) -> isOurs(process, marks));
		orphan.ifPresent(Orphans::end);
		return orphan.isPresent();
	}

	/**
	 * Ends a process, at first with a request.
	 * @param process the process
	 */
	static void end(ProcessHandle process) {
		process.destroy();
		if (!awaitEnd(process)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
			awaitEnd(process);
		}
	}

	private static boolean isOurs(ProcessHandle process, String... marks) {
		String command = process.info()
			.commandLine()
			.or(() -> process.info().arguments().map((arguments) -> String.join(" ", arguments)))
			.orElse("");
		return List.of(marks).stream().allMatch(command::contains);
	}

	private static Optional<Long> processId(Path pidFile) {
		try {
			if (!Files.exists(pidFile)) {
				return Optional.empty();
			}
			List<String> lines = Files.readAllLines(pidFile);
			return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.getFirst().strip()));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + pidFile, ex);
		}
	}

	private static boolean awaitEnd(ProcessHandle process) {
		try {
			process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("cannot wait for process " + process.pid(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
