package org.mashhub.standalone.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.mashhub.standalone.CannotProceedException;

/**
 * A real schema registry (Apicurio, through its Confluent-compatible API) as a child
 * process on the loopback address. What it has acknowledged outlives it, also when it is
 * killed; its data belong to the broker's and are kept beside them.
 */
public final class EmbeddedRegistry implements Registry {

	private static final Duration PATIENCE = Duration.ofMinutes(4);

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final Duration GRACE = Duration.ofSeconds(8);

	private final Path program;

	private final Path directory;

	private final Path log;

	private final int port;

	private final int managementPort;

	private @Nullable Process process;

	/**
	 * Creates a registry that is not started yet.
	 * @param program directory of the unpacked registry
	 * @param directory where its data are kept
	 * @param log file that takes its output
	 * @param port port of its API
	 * @param managementPort port of its health
	 */
	public EmbeddedRegistry(Path program, Path directory, Path log, int port, int managementPort) {
		this.program = program;
		this.directory = directory;
		this.log = log;
		this.port = port;
		this.managementPort = managementPort;
	}

	@Override
	public synchronized void start() {
		if (this.process != null) {
			return;
		}
		endOrphan();
		try {
			Files.createDirectories(this.directory);
			Process started = new ProcessBuilder(command()).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
			this.process = started;
			Files.writeString(pidFile(), Long.toString(started.pid()));
			awaitAnswer(started);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot start the schema registry", ex);
		}
	}

	@Override
	public boolean endOrphan() {
		return Orphans.end(pidFile(), "quarkus-run.jar", this.directory.toString());
	}

	@Override
	public synchronized void close() {
		Process running = this.process;
		if (running == null) {
			return;
		}
		this.process = null;
		running.destroy();
		try {
			if (!running.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
				running.destroyForcibly().waitFor();
			}
			Files.deleteIfExists(pidFile());
		}
		catch (InterruptedException ex) {
			running.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot tidy up after the schema registry", ex);
		}
	}

	@Override
	public String url() {
		return "http://127.0.0.1:" + this.port + "/apis/ccompat/v7";
	}

	private List<String> command() {
		return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-Xss512k",
				"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
				"-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-Dquarkus.http.host=127.0.0.1",
				"-Dquarkus.http.port=" + this.port, "-Dquarkus.management.host=127.0.0.1",
				"-Dquarkus.management.port=" + this.managementPort, "-Dquarkus.http.access-log.enabled=false",
				"-Dapicurio.storage.kind=sql", "-Dapicurio.storage.sql.kind=h2",
				"-Dapicurio.datasource.url=jdbc:h2:file:" + this.directory.resolve("contracts")
						+ ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0",
				"-jar", this.program.resolve("quarkus-run.jar").toString());
	}

	private void awaitAnswer(Process started) {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			while (System.nanoTime() < deadline) {
				if (answers(http)) {
					return;
				}
				if (started.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
					break;
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		close();
		throw new CannotProceedException("the schema registry does not start", "Read " + this.log + " to see why.");
	}

	private boolean answers(HttpClient http) throws InterruptedException {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/subjects"))
				.timeout(Duration.ofSeconds(20))
				.build();
			return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Path pidFile() {
		return this.directory.resolve("registry.pid");
	}

}
