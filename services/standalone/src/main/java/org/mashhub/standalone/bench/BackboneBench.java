package org.mashhub.standalone.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.messaging.Contracts;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.HubLog;
import org.mashhub.standalone.HubParts;
import org.mashhub.standalone.Ports;
import org.mashhub.standalone.Progress;
import org.mashhub.standalone.Secrets;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.scenario.Replay;
import org.mashhub.standalone.scenario.Scenario;
import tools.jackson.databind.JsonNode;

/**
 * Measures the backbone: each stage alone from a real backlog, then the whole hub at a
 * steady pace. The records are real ones that the adapters took over HTTP; nothing of the
 * hub that a person has running is touched.
 */
public final class BackboneBench {

	private static final long SEED = 20_120_907;

	private static final LocalDate BEGIN = LocalDate.of(2024, 1, 1);

	private static final Duration STEP = Duration.ofMinutes(10);

	private static final int CLIENTS = 16;

	private static final int WARM_UP_EVENTS = 2000;

	private static final int PACE = 200;

	private static final Duration DRAINED_WITHIN = Duration.ofMinutes(5);

	static final List<String> OUTPUTS = Stream
		.of(MentionLinked.class, LinkReview.class, ChildPicture.class, ChronologyEntry.class, Alert.class,
				StatusNotice.class, ObservationApplied.class, QuarantinedRecord.class)
		.map(Contracts::topicOf)
		.toList();

	private final Progress progress;

	private final Path repository;

	private final int events;

	private final int people;

	private final Duration paced;

	private final Duration warmUp;

	/**
	 * Creates a benchmark.
	 * @param progress told how far it has come
	 * @param repository where the scenarios lie
	 * @param events events of the backlog
	 * @param people fictional people who live in the town
	 * @param paced how long the steady pace is measured
	 */
	public BackboneBench(Progress progress, Path repository, int events, int people, Duration paced) {
		this.progress = progress;
		this.repository = repository;
		this.events = events;
		this.people = people;
		this.paced = paced;
		this.warmUp = paced;
	}

	/**
	 * Measures.
	 * @param command what was typed, to be written down
	 * @return the figures
	 */
	public Figures run(String command) {
		double load = ThisMachine.load();
		Path root = Scratch.directory();
		try {
			Stages stages = stages(new Home(root.resolve("stages")), Scratch.ports());
			Figures figures = whole(new Home(root.resolve("whole")), Scratch.ports(),
					(latency, startUp, memory) -> new Figures(ThisMachine.describe(),
							LocalDate.now(ZoneOffset.UTC).toString(), ThisMachine.commit(this.repository), command,
							load, stages.adapters(), stages.intake(), stages.correlation(), latency, startUp, memory));
			Scratch.delete(root);
			return figures;
		}
		catch (RuntimeException ex) {
			this.progress.say("What it wrote stays in " + root);
			throw ex;
		}
	}

	// --- each stage alone --------------------------------------------------------------

	private Stages stages(Home home, Ports ports) {
		HubLog.open(home);
		this.progress.say("Starting broker, registry and database for the stages");
		try (HubParts hub = new HubParts(home, ports)) {
			hub.startInfrastructure();
			Story story = story();
			Figures.Adapters adapters = adapters(hub, home, ports, story);
			Figures.Drained intake = intake(hub);
			Figures.Correlation correlation = correlation(hub, intake.events(), story.people());
			return new Stages(adapters, intake, correlation);
		}
	}

	private Figures.Adapters adapters(HubParts hub, Home home, Ports ports, Story story) {
		this.progress.say("Adapters: " + this.events + " events over HTTP from " + CLIENTS + " clients");
		try (HubParts.Started _ = hub.start(HubParts.Part.IDENTITY_PROVIDER, Map.of());
				HubParts.Started _ = hub.start(HubParts.Part.ADAPTERS, Map.of());
				HubClient client = new HubClient(Addresses.of(ports), Secrets.of(home).clients());
				Load load = new Load(client, story, openArea(client))) {
			load.flatOut(Math.min(WARM_UP_EVENTS, this.events / 10), CLIENTS);
			Latencies measured = load.flatOut(this.events - Math.min(WARM_UP_EVENTS, this.events / 10), CLIENTS);
			return new Figures.Adapters(measured.count(), CLIENTS, Math.round(measured.perSecond()),
					measured.figures());
		}
	}

	private Figures.Drained intake(HubParts hub) {
		this.progress.say("Intake: the backlog on the agency topics into the area log");
		Map<String, String> settings = Map.of("hub.correlation.run", "INTAKE", "hub.correlation.tick-interval", "1h");
		try (Drain drain = new Drain(hub.bootstrapServers(), Contracts.topicOf(Observation.class));
				HubParts.Started _ = hub.start(HubParts.Part.CORRELATION, settings)) {
			return drain.await(this.events);
		}
	}

	private Figures.Correlation correlation(HubParts hub, long expected, int spokenOf) {
		this.progress.say("Correlation: the area log into people, pictures and alerts");
		Map<String, String> settings = Map.of("hub.correlation.run", "CORRELATION");
		long before = ThisMachine.liveHeap();
		Figures.Drained drained;
		long after;
		try (Drain drain = new Drain(hub.bootstrapServers(), Contracts.topicOf(ObservationApplied.class));
				HubParts.Started _ = hub.start(HubParts.Part.CORRELATION, settings)) {
			drained = drain.await(expected);
			after = ThisMachine.liveHeap();
		}
		return new Figures.Correlation(drained, spokenOf, Drain.count(hub.bootstrapServers(), OUTPUTS), after - before);
	}

	// --- the whole hub -----------------------------------------------------------------

	private Figures whole(Home home, Ports ports, Conclusion conclusion) {
		this.progress.say("The whole hub: first start");
		double firstReady;
		double firstAlert;
		try (HubInBackground hub = new HubInBackground(home, ports)) {
			firstReady = hub.awaitReady();
			firstAlert = firstAlert(hub);
		}
		this.progress.say("The whole hub: second start");
		try (HubInBackground hub = new HubInBackground(home, ports); HubClient client = hub.client()) {
			double secondReady = hub.awaitReady();
			double secondAlert = firstAlert(hub);
			this.progress.say("The whole hub: " + PACE + " events a second, " + this.warmUp.toSeconds()
					+ " s to warm up, then " + this.paced.toSeconds() + " s");
			Figures.Paced latency = paced(client, ports);
			return conclusion.of(latency, new Figures.StartUp(firstReady, firstAlert, secondReady, secondAlert),
					ThisMachine.memory(home, hub.pid()));
		}
	}

	private Figures.Paced paced(HubClient client, Ports ports) {
		Instant from;
		double keptUp;
		AlertWatch watch = new AlertWatch("127.0.0.1:" + ports.broker(),
				"http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7");
		try (watch; Load load = new Load(client, story(), openArea(client))) {
			int warming = (int) this.warmUp.toSeconds() * PACE;
			int measured = (int) this.paced.toSeconds() * PACE;
			load.paced(warming, CLIENTS, PACE);
			// What a cold hub left in its queues is no part of what is measured.
			awaitApplied(watch, warming);
			from = Instant.now();
			load.paced(measured, CLIENTS, PACE);
			keptUp = (watch.appliedSoFar() - warming) / (double) this.paced.toSeconds();
			awaitApplied(watch, warming + measured);
		}
		return new Figures.Paced(PACE, (int) this.paced.toSeconds(), Math.round(keptUp), watch.alerts(from),
				watch.intoLog(from), watch.applied(from));
	}

	private static void awaitApplied(AlertWatch watch, int events) {
		Instant patience = Instant.now().plus(DRAINED_WITHIN);
		while (watch.appliedSoFar() < events && Instant.now().isBefore(patience)) {
			HubClient.pause(Duration.ofMillis(100));
		}
	}

	private double firstAlert(HubInBackground hub) {
		AtomicReference<@Nullable Double> first = new AtomicReference<>();
		try (HubClient client = hub.client()) {
			new Replay(client, Scenario.read(this.repository.resolve("scenarios").resolve("first-light")))
				.run(new Replay.Teller() {

					@Override
					public void begins(Scenario scenario, String area) {
						// Only alerts are of interest.
					}

					@Override
					public void happened(Scenario.Step step) {
						// Only alerts are of interest.
					}

					@Override
					public void alerted(JsonNode shown) {
						first.compareAndSet(null, hub.seconds());
					}

					@Override
					public void ends(Replay.Outcome outcome) {
						// Only alerts are of interest.
					}

				});
		}
		Double seconds = first.get();
		return (seconds != null) ? seconds : Double.NaN;
	}

	// --- small helpers -----------------------------------------------------------------

	private Story story() {
		return new Story(SEED, new Town(SEED, this.people, BEGIN), BEGIN.atStartOfDay().toInstant(ZoneOffset.UTC),
				STEP);
	}

	/** Opens a fictional area. */
	static String openArea(HubClient client) {
		Answer answer = client.post(HubClient.OPERATOR, client.addresses().edge().resolve("/scenario/areas"),
				HubClient.toJson(Map.of("scenario", "bench")), Map.of());
		if (!answer.isGood()) {
			throw new CannotProceedException("the hub opens no fictional area: " + answer.problem(),
					"The log in the benchmark's home says why.");
		}
		return answer.json().path("area").asString();
	}

	private record Stages(Figures.Adapters adapters, Figures.Drained intake, Figures.Correlation correlation) {
	}

	/** Puts the figures of the whole hub beside those of the stages. */
	@FunctionalInterface
	private interface Conclusion {

		Figures of(Figures.Paced latency, Figures.StartUp startUp, Figures.Memory memory);

	}

}
