package org.mashhub.standalone;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole hub in this process: what it needs first, then its services side by side; a
 * service that needs none of it starts meanwhile. Stopped in the reverse order, within a
 * bounded time.
 */
public final class Hub implements AutoCloseable {

	private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

	/** Services that start at the same time: to start one is work for one core. */
	private static final int SIDE_BY_SIDE = 2;

	private final Home home;

	private final Ports ports;

	private final Progress progress;

	private final Infrastructure infrastructure;

	/** What is up, the newest first; services that start side by side add themselves. */
	private final Deque<Running> running = new ConcurrentLinkedDeque<>();

	/**
	 * Creates a hub that is not started yet.
	 * @param home where it keeps everything
	 * @param ports where it listens
	 * @param progress told how far it has come
	 */
	public Hub(Home home, Ports ports, Progress progress) {
		this(home, ports, progress, new EmbeddedSource());
	}

	Hub(Home home, Ports ports, Progress progress, InfrastructureSource source) {
		this.home = home;
		this.ports = ports;
		this.progress = progress;
		this.infrastructure = new Infrastructure(home, ports, Secrets.of(home), source);
	}

	/**
	 * Ends what a killed hub has left running.
	 * @param home its home
	 * @param ports its ports
	 * @return true when there was something
	 */
	public static boolean endOrphans(Home home, Ports ports) {
		return new Infrastructure(home, ports, Secrets.of(home)).endOrphans();
	}

	/**
	 * Starts everything, returning when it serves.
	 * @throws CannotProceedException when a person must first put something right
	 */
	public synchronized void start() {
		System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
		System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.mashhub");
		this.home.requireRoom(this.progress);
		this.home.lock();
		this.running.push(new Running("home", this.home::unlock));
		this.running.push(new Running("temporary files", this.home::emptyTemporary));
		try {
			if (this.infrastructure.endOrphans()) {
				this.progress.say("Ended what a killed hub had left running");
			}
			this.home.emptyTemporary();
			this.ports.requireFree();
			this.running.push(new Running("infrastructure", this.infrastructure::close));
			startAll(Services.of(this.home, this.ports, this.infrastructure));
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	private void startAll(List<Service> services) {
		try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE,
				Thread.ofPlatform().name("start-service-", 0).factory())) {
			List<CompletableFuture<Void>> alone = services.stream()
				.filter(Service::needsNothing)
				.map((service) -> CompletableFuture.runAsync(() -> start(service), threads))
				.toList();
			try {
				this.infrastructure.start(this.progress);
				CompletableFuture
					.allOf(services.stream()
						.filter((service) -> !service.needsNothing())
						.map((service) -> CompletableFuture.runAsync(() -> start(service), threads))
						.toArray(CompletableFuture[]::new))
					.join();
			}
			finally {
				CompletableFuture.allOf(alone.toArray(CompletableFuture[]::new)).join();
			}
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * Stops one of the services and starts it again with further settings, as an operator
	 * does where each is a process of its own.
	 */
	synchronized void restart(Class<?> type, Map<String, String> further) {
		Service service = Services.of(this.home, this.ports, this.infrastructure)
			.stream()
			.filter((one) -> one.type() == type)
			.findFirst()
			.orElseThrow();
		this.running.stream().filter((part) -> part.words().equals(service.words())).findFirst().ifPresent((part) -> {
			this.running.remove(part);
			part.stop().run();
		});
		start(service.with(further));
	}

	private void start(Service service) {
		ConfigurableApplicationContext context = service.start();
		this.running.push(new Running(service.words(), context::close));
		this.progress.say(service.words() + " on " + Services.url(service.port()));
	}

	/** Stops everything, the newest first. */
	@Override
	public synchronized void close() {
		long deadline = System.nanoTime() + STOP_WITHIN.toNanos();
		ExecutorService threads = Executors
			.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().name("stop-", 0).factory());
		while (!this.running.isEmpty()) {
			Running part = this.running.pop();
			stop(part, threads, Math.max(deadline - System.nanoTime(), TimeUnit.SECONDS.toNanos(1)));
		}
		threads.shutdown();
	}

	public Infrastructure infrastructure() {
		return this.infrastructure;
	}

	public Ports ports() {
		return this.ports;
	}

	public Home home() {
		return this.home;
	}

	private void stop(Running part, ExecutorService threads, long nanoseconds) {
		Future<?> stopped = threads.submit(part.stop());
		try {
			stopped.get(nanoseconds, TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			this.progress.say("Still stopping, left behind: " + part.words());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			this.progress.say("Did not stop cleanly: " + part.words() + " (the log says why)");
		}
	}

	private record Running(String words, Runnable stop) {
	}

}
