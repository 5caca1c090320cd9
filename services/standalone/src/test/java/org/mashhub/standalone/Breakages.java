package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import org.mashhub.standalone.client.HubClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Breaks parts of the composed hub while a story is told, one after the other, mends
 * them, and measures how long that was felt.
 */
final class Breakages implements ToldStory.Interruption, AutoCloseable {

	private static final Path SCRIPT = RunningHub.scenarios().resolve("../deploy/faults.sh").normalize();

	private final List<Breakage> planned;

	private final AppliedWatch watch;

	private final List<Felt> felt = new ArrayList<>();

	private CompletableFuture<@Nullable Void> mended = CompletableFuture.completedFuture(null);

	private @Nullable Breakage current;

	private long broken;

	private long whole;

	Breakages(ComposedHub hub, List<Breakage> planned) {
		this.planned = List.copyOf(planned);
		this.watch = new AppliedWatch(hub);
	}

	/** What was felt of each breakage, in their order. */
	List<Felt> felt() {
		return List.copyOf(this.felt);
	}

	@Override
	public void before(int step) {
		for (Breakage breakage : this.planned) {
			if (breakage.step() == step) {
				begin(breakage);
			}
		}
	}

	/** No breakage before the one before it is mended. */
	private void begin(Breakage breakage) {
		this.mended.join();
		this.current = breakage;
		if (breakage.lasts() != null) {
			run("break", breakage.fault(), breakage.service());
		}
		this.broken = System.nanoTime();
		this.watch.arm();
		this.mended = CompletableFuture.runAsync(() -> mend(breakage));
	}

	private void mend(Breakage breakage) {
		if (breakage.lasts() != null) {
			HubClient.pause(breakage.lasts());
		}
		else {
			run("break", breakage.fault(), breakage.service());
		}
		run("mend", breakage.fault(), breakage.service());
		this.whole = System.nanoTime();
	}

	@Override
	public void told() {
		Breakage breakage = this.current;
		if (breakage != null) {
			Duration told = Duration.ofNanos(System.nanoTime() - this.broken);
			Duration applied = this.watch.firstAfter().orElse(told);
			this.current = null;
			long began = this.broken;
			this.mended = this.mended
				.thenRun(() -> this.felt.add(new Felt(breakage, applied, told, Duration.ofNanos(this.whole - began))));
		}
	}

	@Override
	public void ends() {
		this.mended.join();
	}

	@Override
	public void close() {
		// What was broken is whole again, also when the story came to nothing.
		this.mended.exceptionally((failure) -> null).join();
		this.watch.close();
	}

	/** Services whose containers run. */
	static List<String> services() {
		return run("services").lines().toList();
	}

	/** Asks {@code deploy/faults.sh} for something. */
	static String run(String... words) {
		List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
		command.addAll(List.of(words));
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertThat(process.waitFor()).as("%s: %s", command, said).isZero();
			return said;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
	}

	/**
	 * What is broken before which step.
	 *
	 * @param step number of the step, from 0
	 * @param fault what {@code deploy/faults.sh} calls it
	 * @param service whose container
	 * @param lasts how long until it is mended; null where the fault mends itself, and
	 * the story goes on meanwhile
	 */
	record Breakage(int step, String fault, String service, @Nullable Duration lasts) {
	}

	/**
	 * How long a breakage was felt.
	 *
	 * @param breakage what was broken
	 * @param applied until the first entry was applied again
	 * @param told until everybody was told of the step that came next
	 * @param whole until what was broken said that it is ready
	 */
	record Felt(Breakage breakage, Duration applied, Duration told, Duration whole) {
	}

}
