package org.mashhub.standalone.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.HubLog;
import org.mashhub.standalone.HubParts;
import org.mashhub.standalone.Ports;
import org.mashhub.standalone.Progress;
import org.mashhub.standalone.Secrets;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.HubClient;

/**
 * Measures what an adapter costs: its rate beside that of {@link BareEndpoint} with the
 * same record, and its memory while one endless batch goes through. Nothing reads the
 * events: the rest of the hub does not run.
 */
public final class AdapterBench {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int CLIENTS = 16;

	private static final int ROUNDS = 2;

	/** What all adapters have in common must be compiled before the first is measured. */
	private static final Duration WARM_UP = Duration.ofSeconds(80);

	private static final int LOOKS = 20;

	private final Progress progress;

	private final Path repository;

	private final List<String> agencies;

	private final Duration time;

	private final long batchBytes;

	/**
	 * Creates a benchmark.
	 * @param progress told how far it has come
	 * @param repository the repository, for its commit
	 * @param agencies which adapters; the first of them takes the batch
	 * @param time how long each endpoint is measured
	 * @param batchBytes length of the batch; 0 for none
	 */
	public AdapterBench(Progress progress, Path repository, List<String> agencies, Duration time, long batchBytes) {
		this.progress = progress;
		this.repository = repository;
		this.agencies = List.copyOf(agencies);
		this.time = time;
		this.batchBytes = batchBytes;
	}

	/**
	 * Measures.
	 * @param command what was typed, to be written down
	 * @return the figures
	 */
	public AdapterFigures run(String command) {
		double load = ThisMachine.load();
		Path root = Scratch.directory();
		Home home = new Home(root);
		Ports ports = Scratch.ports();
		HubLog.open(home);
		this.progress.say("Starting broker, registry, adapters and the bare endpoint");
		try (HubParts hub = new HubParts(home, ports)) {
			hub.startInfrastructure();
			AdapterFigures figures;
			// Its port is the console's, which is not started.
			try (HubParts.Started _ = hub.start(HubParts.Part.IDENTITY_PROVIDER, Map.of());
					HubParts.Started _ = hub.start(HubParts.Part.ADAPTERS, Map.of());
					ConfigurableApplicationContext _ = BareEndpoint.start(ports.console(), hub.bootstrapServers());
					HubClient client = new HubClient(Addresses.of(ports), Secrets.of(home).clients());
					HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
				figures = new AdapterFigures(ThisMachine.describe(), LocalDate.now(ZoneOffset.UTC).toString(),
						ThisMachine.commit(this.repository), command, load, CLIENTS, (int) this.time.toSeconds(),
						rates(client, http), (this.batchBytes > 0) ? batch(client, this.agencies.getFirst()) : null);
			}
			return figures;
		}
		finally {
			Scratch.delete(root);
		}
	}

	private List<AdapterFigures.Rate> rates(HubClient client, HttpClient http) {
		URI bare = client.addresses().console().resolve(BareEndpoint.PATH);
		this.progress.say("Warming up");
		Duration share = WARM_UP.dividedBy(this.agencies.size());
		Duration warmUp = (share.compareTo(this.time) > 0) ? share : this.time;
		for (String agency : this.agencies) {
			Contest contest = contest(client, http, bare, agency);
			contest.real().run(warmUp);
			contest.bare().run(warmUp.dividedBy(2));
		}
		List<AdapterFigures.Rate> rates = new ArrayList<>();
		for (String agency : this.agencies) {
			// Made anew, for a token does not last for all of them.
			Contest contest = contest(client, http, bare, agency);
			this.progress.say("Rate of " + contest.example().path() + " beside the bare endpoint");
			double perSecond = 0;
			double barePerSecond = 0;
			for (int round = 0; round < ROUNDS; round++) {
				perSecond += contest.real().run(this.time.dividedBy(ROUNDS)) / ROUNDS;
				barePerSecond += contest.bare().run(this.time.dividedBy(ROUNDS)) / ROUNDS;
			}
			rates.add(new AdapterFigures.Rate(contest.agency(), contest.example().path(),
					contest.example().body().length(), Math.round(perSecond), Math.round(barePerSecond)));
		}
		return rates;
	}

	private static Contest contest(HubClient client, HttpClient http, URI bare, String agency) {
		Example example = example(client, agency);
		Map<String, String> headers = Map.of("Content-Type", "application/json", "Authorization",
				"Bearer " + client.token(agency));
		return new Contest(agency, example,
				new Repeated(http, client.addresses().edge().resolve(example.path()), headers, example.body(), CLIENTS),
				new Repeated(http, bare, headers, example.body(), CLIENTS));
	}

	private AdapterFigures.Batch batch(HubClient client, String agency) {
		Example example = example(client, agency);
		this.progress.say("A batch of " + this.batchBytes + " bytes to " + example.path());
		StreamedBatch batch = new StreamedBatch(client.addresses().edge().resolve(example.path()),
				Map.of("Content-Type", "application/x-ndjson", "Authorization", "Bearer " + client.token(agency)));
		MemoryWatch memory = new MemoryWatch(this.batchBytes / LOOKS);
		long began = System.nanoTime();
		StreamedBatch.Outcome outcome = batch.send(this.batchBytes, example::numbered, memory);
		double seconds = (System.nanoTime() - began) / 1e9;
		if (outcome.accepted() != outcome.records()) {
			throw new CannotProceedException(
					"of " + outcome.records() + " records of the batch only " + outcome.accepted() + " were accepted",
					"The benchmark and the adapters are of different versions, or the broker was away.");
		}
		return new AdapterFigures.Batch(example.path(), this.batchBytes, outcome.records(), outcome.accepted(),
				Math.round(outcome.records() / seconds), memory.before, memory.early, memory.most, memory.late,
				memory.residentBefore, memory.residentMost);
	}

	/** The longest record that an adapter describes with an example. */
	private static Example example(HubClient client, String agency) {
		List<Example> examples = new ArrayList<>();
		for (Map.Entry<String, JsonNode> path : client.getAs(agency, client.addresses().edge().resolve("/v3/api-docs"))
			.json()
			.path("paths")
			.properties()) {
			if (path.getKey().startsWith("/" + agency + "/")) {
				path.getValue()
					.at("/post/requestBody/content/application~1json/examples")
					.forEach((example) -> examples.add(new Example(path.getKey(), example.path("value").toString())));
			}
		}
		return examples.stream()
			.max(Comparator.comparingInt((example) -> example.body().length()))
			.orElseThrow(() -> new CannotProceedException("the adapter of '" + agency + "' describes no record",
					"Known are the agencies of ./mash feeds."));
	}

	/**
	 * A record as an agency sends it.
	 *
	 * @param path where to
	 * @param body the record
	 */
	private record Example(String path, String body) {

		/** The same record under another id. */
		String numbered(long number) {
			ObjectNode record = (ObjectNode) JSON.readTree(this.body);
			if (record.path("record") instanceof ObjectNode source) {
				source.put("id", "BENCH-" + number);
			}
			return record.toString();
		}

	}

	/**
	 * An adapter and the bare endpoint, with the same record.
	 *
	 * @param agency the agency
	 * @param example the record
	 * @param real senders to the adapter
	 * @param bare senders to the bare endpoint
	 */
	private record Contest(String agency, Example example, Repeated real, Repeated bare) {
	}

	/** Looks at the memory of this process at even distances. */
	private static final class MemoryWatch implements LongConsumer {

		private final long distance;

		private final long before = ThisMachine.liveHeap();

		private final long residentBefore = ThisMachine.resident();

		private long next;

		private long early;

		private long late;

		private long most;

		private long residentMost;

		MemoryWatch(long distance) {
			this.distance = distance;
			this.next = distance;
		}

		@Override
		public void accept(long sent) {
			if (sent >= this.next) {
				this.next += this.distance;
				this.residentMost = Math.max(this.residentMost, ThisMachine.resident());
				this.late = ThisMachine.liveHeap();
				this.most = Math.max(this.most, this.late);
				if (sent <= 3 * this.distance) {
					this.early = this.late;
				}
			}
		}

	}

}
