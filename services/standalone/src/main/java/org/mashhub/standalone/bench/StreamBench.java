package org.mashhub.standalone.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.messaging.AvroSerializer;
import org.mashhub.messaging.Contracts;
import org.mashhub.population.Population;
import org.mashhub.population.PopulationEvents;
import org.mashhub.population.PopulationSettings;
import org.mashhub.population.PublishedEvent;
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
 * Measures correlation with a fictional population of ten years: its events go to the
 * agency topics, through intake into the logs of one area or several, and through
 * correlation to all that comes of them, each stage from a real backlog; then correlation
 * is stopped and started, and the last events come at a steady pace.
 */
public final class StreamBench {

	private static final Duration WARM_UP = Duration.ofSeconds(10);

	private static final Duration DEALT_WITH_WITHIN = Duration.ofMinutes(5);

	private final Progress progress;

	private final Path repository;

	private final Setup setup;

	/**
	 * Creates a benchmark.
	 * @param progress told how far it has come
	 * @param repository root of the repository, for its commit
	 * @param setup how much is measured
	 */
	public StreamBench(Progress progress, Path repository, Setup setup) {
		this.progress = progress;
		this.repository = repository;
		this.setup = setup;
	}

	/**
	 * Measures.
	 * @param command what was typed, to be written down
	 * @return the figures
	 */
	public StreamFigures run(String command) {
		double load = ThisMachine.load();
		Path root = Scratch.directory();
		Home home = new Home(root.resolve("home"));
		Ports ports = Scratch.ports();
		HubLog.open(home);
		this.progress.say("Starting broker, registry and database");
		StreamFigures figures;
		try (HubParts hub = new HubParts(home, ports)) {
			hub.startInfrastructure();
			List<Path> populations = populations(root, areas(hub, home, ports));
			figures = stages(hub, ports, populations, command, load);
		}
		catch (RuntimeException ex) {
			this.progress.say("What it wrote stays in " + root);
			throw ex;
		}
		Scratch.delete(root);
		return figures;
	}

	private StreamFigures stages(HubParts hub, Ports ports, List<Path> populations, String command, double load) {
		int kept = this.setup.perSecond() * (int) this.setup.paced().toSeconds() + 1;
		try (Events events = new Events(populations);
				KafkaProducer<String, SpecificRecord> producer = producer(ports)) {
			long backlog = (this.setup.events() > 0) ? this.setup.events()
					: Math.max(1, Events.count(populations) - kept);
			this.progress.say("Publishing " + backlog + " events on the agency topics");
			for (long i = 0; i < backlog; i++) {
				send(producer, events.next());
			}
			producer.flush();
			Figures.Drained intake = intake(hub, backlog);
			Correlated correlated = correlation(hub, backlog);
			return new StreamFigures(ThisMachine.describe(), LocalDate.now(ZoneOffset.UTC).toString(),
					ThisMachine.commit(this.repository), command, load, this.setup.people(), this.setup.areas(), intake,
					correlated.drained(), correlated.given(), correlated.stateMegabytes(), back(hub, events, producer),
					paced(hub, ports, events, producer));
		}
	}

	// --- stages ------------------------------------------------------------------------

	private List<String> areas(HubParts hub, Home home, Ports ports) {
		List<String> areas = new ArrayList<>();
		try (HubParts.Started _ = hub.start(HubParts.Part.IDENTITY_PROVIDER, Map.of());
				HubParts.Started _ = hub.start(HubParts.Part.ADAPTERS, Map.of());
				HubClient client = new HubClient(Addresses.of(ports), Secrets.of(home).clients())) {
			for (int area = 0; area < this.setup.areas(); area++) {
				areas.add(BackboneBench.openArea(client));
			}
		}
		return areas;
	}

	private List<Path> populations(Path root, List<String> areas) {
		List<Path> populations = new ArrayList<>();
		for (int area = 0; area < areas.size(); area++) {
			PopulationSettings standard = PopulationSettings.of(this.setup.people() / areas.size(),
					this.setup.seed() + area);
			Path directory = root.resolve("population-" + area);
			this.progress.say("Making " + standard.people() + " people of area " + (area + 1));
			new Population(new PopulationSettings(standard.people(), standard.seed(), standard.begin(),
					standard.years(), areas.get(area)), (line) -> {
					})
				.generate(directory);
			populations.add(directory);
		}
		return populations;
	}

	private Figures.Drained intake(HubParts hub, long expected) {
		this.progress.say("Intake: the backlog on the agency topics into the area log");
		try (Drain drain = new Drain(hub.bootstrapServers(), Contracts.topicOf(Observation.class));
				HubParts.Started _ = hub.start(HubParts.Part.CORRELATION,
						Map.of("hub.correlation.run", "INTAKE", "hub.correlation.tick-interval", "1h"))) {
			return drain.await(expected);
		}
	}

	private Correlated correlation(HubParts hub, long expected) {
		this.progress.say("Correlation: the area log into people, pictures and alerts");
		long before = ThisMachine.liveHeap();
		Figures.Drained drained;
		long after;
		try (Drain drain = new Drain(hub.bootstrapServers(), Contracts.topicOf(ObservationApplied.class));
				HubParts.Started _ = hub.start(HubParts.Part.CORRELATION,
						Map.of("hub.correlation.run", "CORRELATION"))) {
			drained = drain.await(expected);
			after = ThisMachine.liveHeap();
		}
		long given = Drain.count(hub.bootstrapServers(), BackboneBench.OUTPUTS)
			.values()
			.stream()
			.mapToLong(Long::longValue)
			.sum();
		return new Correlated(drained, given, after - before);
	}

	private double back(HubParts hub, Events events, KafkaProducer<String, SpecificRecord> producer) {
		this.progress.say("Correlation stopped, and started again");
		try (Drain drain = new Drain(hub.bootstrapServers(), Contracts.topicOf(ObservationApplied.class))) {
			send(producer, events.next());
			producer.flush();
			long began = System.nanoTime();
			try (HubParts.Started _ = hub.start(HubParts.Part.CORRELATION,
					Map.of("hub.correlation.tick-interval", "1h"))) {
				drain.await(1);
				return (System.nanoTime() - began) / (double) Duration.ofSeconds(1).toNanos();
			}
		}
	}

	private Figures.Paced paced(HubParts hub, Ports ports, Events events,
			KafkaProducer<String, SpecificRecord> producer) {
		this.progress.say(this.setup.perSecond() + " events a second for " + this.setup.paced().toSeconds()
				+ " s, of which " + WARM_UP.toSeconds() + " s to warm up");
		int all = this.setup.perSecond() * (int) this.setup.paced().toSeconds();
		int warming = this.setup.perSecond() * (int) WARM_UP.toSeconds();
		int measured = all - warming;
		AlertWatch watch = new AlertWatch(hub.bootstrapServers(), registry(ports));
		Instant from;
		double keptUp;
		try (watch;
				HubParts.Started _ = hub.start(HubParts.Part.CORRELATION,
						Map.of("hub.correlation.tick-interval", "1h"))) {
			publish(producer, events, warming);
			await(watch, warming);
			from = Instant.now();
			publish(producer, events, measured);
			keptUp = (watch.appliedSoFar() - warming) * (double) this.setup.perSecond() / measured;
			await(watch, all);
		}
		return new Figures.Paced(this.setup.perSecond(), measured / this.setup.perSecond(), Math.round(keptUp),
				watch.alerts(from), watch.intoLog(from), watch.applied(from));
	}

	private void publish(KafkaProducer<String, SpecificRecord> producer, Events events, int count) {
		long begin = System.nanoTime();
		long gap = Duration.ofSeconds(1).toNanos() / this.setup.perSecond();
		for (int i = 0; i < count; i++) {
			ProducerRecord<String, SpecificRecord> next = events.next();
			while (System.nanoTime() < begin + i * gap) {
				LockSupport.parkNanos(begin + i * gap - System.nanoTime());
			}
			send(producer, next);
		}
		producer.flush();
	}

	/** What is lost here is missed at the end of the stage. */
	private static void send(KafkaProducer<String, SpecificRecord> producer,
			ProducerRecord<String, SpecificRecord> event) {
		Future<RecordMetadata> _ = producer.send(event);
	}

	private static void await(AlertWatch watch, int events) {
		Instant patience = Instant.now().plus(DEALT_WITH_WITHIN);
		while (watch.appliedSoFar() < events) {
			if (Instant.now().isAfter(patience)) {
				throw new CannotProceedException(
						"the events are not dealt with: " + watch.appliedSoFar() + " of " + events,
						"Take a slower pace: --pace.");
			}
			HubClient.pause(Duration.ofMillis(100));
		}
	}

	private static String registry(Ports ports) {
		return "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7";
	}

	private static KafkaProducer<String, SpecificRecord> producer(Ports ports) {
		AvroSerializer values = new AvroSerializer();
		values.configure(Map.of("schema.registry.url", registry(ports)), false);
		return new KafkaProducer<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + ports.broker(),
				ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.LINGER_MS_CONFIG, 2,
				ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"), new StringSerializer(), values);
	}

	/**
	 * How much is measured.
	 *
	 * @param people fictional people in all areas together
	 * @param areas how many areas they live in
	 * @param seed makes one population unlike another
	 * @param events events of the backlog, 0 for all but what is kept for the pace
	 * @param perSecond the pace
	 * @param paced how long it is kept up
	 */
	public record Setup(int people, int areas, long seed, long events, int perSecond, Duration paced) {
	}

	private record Correlated(Figures.Drained drained, long given, long stateMegabytes) {
	}

	/** The events of all areas, in turn. */
	private static final class Events implements AutoCloseable {

		private final List<PopulationEvents> populations;

		private int turn;

		Events(List<Path> directories) {
			this.populations = directories.stream().map(PopulationEvents::new).toList();
		}

		static long count(List<Path> directories) {
			long count = 0;
			for (Path directory : directories) {
				try (PopulationEvents events = new PopulationEvents(directory)) {
					for (Iterator<PublishedEvent> each = events; each.hasNext(); each.next()) {
						count++;
					}
				}
			}
			return count;
		}

		ProducerRecord<String, SpecificRecord> next() {
			for (int tried = 0; tried < this.populations.size(); tried++) {
				PopulationEvents events = this.populations.get(this.turn++ % this.populations.size());
				if (events.hasNext()) {
					PublishedEvent next = events.next();
					return new ProducerRecord<>(next.topic(), next.key(), events.decode(next));
				}
			}
			throw new CannotProceedException("the population has too few events",
					"Take more people, fewer events, or a slower pace.");
		}

		@Override
		public void close() {
			this.populations.forEach(PopulationEvents::close);
		}

	}

}
