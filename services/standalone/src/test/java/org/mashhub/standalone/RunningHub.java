package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.rehearsal.Mailbox;
import org.mashhub.standalone.scenario.Replay;
import org.mashhub.standalone.scenario.Scenario;
import org.mashhub.testinfrastructure.Containers;
import tools.jackson.databind.JsonNode;

/**
 * The whole hub in the test's own process, on free ports and in a directory of its own,
 * with what it needs embedded or, where the build asks for it, in containers; started
 * once and shared by all tests that ask {@link HubExtension} for it.
 */
final class RunningHub implements AutoCloseable {

	private final Path directory;

	private final Hub hub;

	private final HubClient client;

	private final Map<String, CompletableFuture<ToldStory>> told = new ConcurrentHashMap<>();

	private RunningHub(Path directory, Hub hub, HubClient client) {
		this.directory = directory;
		this.hub = hub;
		this.client = client;
	}

	static RunningHub start() {
		Assumptions.assumeTrue(!Containers.wanted() || Containers.engineAnswers(), "no container engine answers");
		try {
			Path directory = Files.createTempDirectory("mash-hub");
			Home home = new Home(directory);
			Ports ports = FreePorts.find();
			Hub hub = new Hub(home, ports, Progress.SILENT,
					Containers.wanted() ? new ContainerSource() : new EmbeddedSource());
			hub.start();
			return new RunningHub(directory, hub, new HubClient(Addresses.of(ports), Secrets.of(home).clients()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("no temporary directory", ex);
		}
	}

	Hub hub() {
		return this.hub;
	}

	HubClient client() {
		return this.client;
	}

	/** A scenario of the repository, told to its end: once for all tests. */
	ToldStory told(String scenario) {
		return telling(scenario).join();
	}

	/**
	 * Begins to tell scenarios side by side, each in an area of its own, not waiting for
	 * any end: most of a story is waiting until somebody was told.
	 */
	@SuppressWarnings("FutureReturnValueIgnored") // whoever asks for a story waits for it
	void begin(List<String> scenarios) {
		scenarios.forEach(this::telling);
	}

	private CompletableFuture<ToldStory> telling(String scenario) {
		return this.told.computeIfAbsent(scenario,
				(name) -> CompletableFuture.supplyAsync(() -> ToldStory.tell(this, name), Thread::startVirtualThread));
	}

	/** Opens a fresh fictional area whose clock stands at a time. */
	String openArea(String scenario, Instant at) {
		return openArea(this.client, scenario, at);
	}

	/** Opens a fresh fictional area of any hub. */
	static String openArea(HubClient hub, String scenario, Instant at) {
		String area = hub
			.post(HubClient.OPERATOR, hub.addresses().edge().resolve("/scenario/areas"),
					HubClient.toJson(Map.of("scenario", scenario)), Map.of())
			.json()
			.path("area")
			.asString();
		moveClock(hub, area, at);
		return area;
	}

	/** Moves an area's clock, returning when correlation has taken the tick. */
	JsonNode moveClock(String area, Instant at) {
		return moveClock(this.client, area, at);
	}

	private static JsonNode moveClock(HubClient hub, String area, Instant at) {
		return applied(hub, hub.deliver(HubClient.OPERATOR, "/scenario/areas/" + area + "/clock",
				HubClient.toJson(Map.of("at", at.toString())), Map.of()));
	}

	/**
	 * Sends what an agency sends, returning its receipt when correlation has dealt with
	 * it.
	 */
	JsonNode send(String area, String agency, String path, String body) {
		return applied(this.client, this.client.deliver(agency, path, body, Map.of("Mash-Area", area)));
	}

	/** Alerts of an area, newest revision of each. */
	JsonNode alerts(String area) {
		JsonNode answer = this.client.read("/api/alerts?area=" + area);
		return answer.isArray() ? answer : answer.path("alerts");
	}

	List<Mailbox.Mail> mail() {
		return new Mailbox(this.hub.home().mail()).read();
	}

	/** Replays a scenario of the repository. */
	Replay.Outcome replay(String name, Replay.Teller teller) {
		return new Replay(this.client, Scenario.read(scenarios().resolve(name))).run(teller);
	}

	static Path scenarios() {
		Path directory = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(directory.resolve("scenarios"))) {
			Path parent = directory.getParent();
			if (parent == null) {
				throw new IllegalStateException("the scenarios are nowhere above the working directory");
			}
			directory = parent;
		}
		return directory.resolve("scenarios");
	}

	@Override
	public void close() {
		this.client.close();
		this.hub.close();
		try (Stream<Path> files = Files.walk(this.directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot delete " + this.directory, ex);
		}
	}

	private static JsonNode applied(HubClient hub, JsonNode receipt) {
		return hub.awaitApplied(UUID.fromString(receipt.path("receiptId").asString()));
	}

}
