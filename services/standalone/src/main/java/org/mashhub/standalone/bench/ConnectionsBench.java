package org.mashhub.standalone.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

import org.mashhub.correlation.area.AreaEngine;
import org.mashhub.correlation.area.EngineSettings;
import org.mashhub.correlation.family.Families;
import org.mashhub.correlation.identity.FellegiSunterModel;
import org.mashhub.correlation.identity.ModelFile;
import org.mashhub.correlation.intake.HomeKeys;
import org.mashhub.correlation.intake.ObservationFactory;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.Pictures;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.PersonMemo;
import org.mashhub.correlation.state.Stated;
import org.mashhub.correlation.stream.EntryReader;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.messaging.NameUuid;
import org.mashhub.population.PopulationEvents;
import org.mashhub.population.PublishedEvent;
import org.mashhub.standalone.Progress;

/**
 * Measures how rightly adults are connected to children: a population's events go through
 * the engine of the hub, in this process; then the adults of every child's picture are
 * compared with those that the same records give when everybody is known, and with those
 * who were really there. A child of whom the hub has several pictures is judged by the
 * one with most records.
 */
public final class ConnectionsBench {

	private static final String AREA = "bench";

	private static final EngineSettings SETTINGS = LinkageBench
		.settings(new FellegiSunterModel(ModelFile.builtIn(), new FellegiSunterModel.Thresholds(1, 1, 8), 900_000));

	private static final ZoneId ZONE = SETTINGS.workingTime().zone();

	private final Progress progress;

	private final Path repository;

	/**
	 * Creates a benchmark.
	 * @param progress told how far it has come
	 * @param repository the repository, whose commit is named
	 */
	public ConnectionsBench(Progress progress, Path repository) {
		this.progress = progress;
		this.repository = repository;
	}

	/**
	 * Measures.
	 * @param population directory that a population was written to
	 * @param command what was typed
	 * @return the figures
	 */
	public ConnectionsFigures run(Path population, String command) {
		double load = ThisMachine.load();
		PopulationTruth truth = PopulationTruth.read(population);
		HeapState hub = new HeapState();
		this.progress.say("Linking what the agencies recorded");
		Linked linked = link(population, hub);
		this.progress.say("Comparing the pictures of " + linked.records + " records with the truth");
		HeapState perfect = new HeapState();
		Map<MentionId, Integer> who = linkPerfectly(hub, truth, perfect);
		Comparison comparison = new Comparison(truth, LocalDate.ofInstant(linked.clock, ZONE), who,
				new Shown(hub, linked.clock, who), new Shown(perfect, linked.clock, who));
		comparison.run();
		return new ConnectionsFigures(ThisMachine.describe(), LocalDate.now(ZoneOffset.UTC).toString(),
				ThisMachine.commit(this.repository), command, load, linked.records, who.size(), comparison.children,
				new ConnectionsFigures.Found(comparison.perfect, comparison.perfectReal),
				new ConnectionsFigures.Found(comparison.hub, comparison.hubReal), comparison.agreed,
				comparison.byReason, comparison.byOrigin, alerts(hub), questions(hub));
	}

	private static SortedMap<String, Integer> alerts(AreaState state) {
		SortedMap<String, Integer> alerts = new TreeMap<>();
		state.alerts().forEach((id, alert) -> alerts.merge(alert.rule(), 1, Integer::sum));
		return alerts;
	}

	private static int questions(AreaState state) {
		AtomicInteger open = new AtomicInteger();
		state.reviews().forEach((id, question) -> open.addAndGet(question.open() ? 1 : 0));
		return open.get();
	}

	private static Linked link(Path population, HeapState state) {
		AreaEntry area = AreaEntry.newBuilder()
			.setArea(AREA)
			.setName(AREA)
			.setPartition(0)
			.setClock(AreaClock.SCENARIO)
			.build();
		ObservationFactory observations = new ObservationFactory(new HomeKeys("benchmark"));
		AreaEngine engine = new AreaEngine(AREA, SETTINGS, state);
		int records = 0;
		Instant clock = Instant.EPOCH;
		try (PopulationEvents events = new PopulationEvents(population)) {
			while (events.hasNext()) {
				PublishedEvent event = events.next();
				clock = event.at();
				engine.apply(EntryReader.read(observations.observe(events.decode(event), area, clock), records++));
			}
		}
		return new Linked(records, clock);
	}

	/** The same records, everybody known. */
	private static Map<MentionId, Integer> linkPerfectly(HeapState hub, PopulationTruth truth, HeapState perfect) {
		Map<MentionId, Integer> who = new HashMap<>();
		Indexes indexes = new Indexes(perfect, (mention) -> List.of());
		hub.records().forEach((id, record) -> {
			if (record.state() == RecordState.ACTIVE) {
				indexes.putRecord(record);
				for (int place = 0; place < record.mentions().size(); place++) {
					if (record.mentions().get(place).particulars().ofPlace()) {
						asTheHubDoes(record, place, hub, indexes);
					}
					else {
						linkPerfectly(record, place, truth, indexes, who);
					}
				}
			}
		});
		return who;
	}

	/** Whoever was at a place is nobody of whom there is a truth. */
	private static void asTheHubDoes(SourceRecord record, int place, HeapState hub, Indexes indexes) {
		Link link = hub.links().get(record.mentions().get(place).id());
		if (link != null) {
			indexes.putLink(new Link(link.mention(), record.id(), link.founding(), link.person(), List.of()));
		}
	}

	private static void linkPerfectly(SourceRecord record, int place, PopulationTruth truth, Indexes indexes,
			Map<MentionId, Integer> who) {
		Mention mention = record.mentions().get(place);
		Integer person = truth.person(record.id(), mention.ref());
		if (person == null) {
			throw new IllegalStateException("the population does not say who " + mention.ref() + " of a record is");
		}
		who.put(mention.id(), person);
		indexes.putLink(new Link(mention.id(), record.id(), new Link.Founding(record.firstSequence(), place),
				new PersonId(NameUuid.of("person", person)), List.of()));
	}

	/**
	 * What went through the engine.
	 *
	 * @param records how many records
	 * @param clock when the last came
	 */
	private record Linked(int records, Instant clock) {
	}

	/** The pictures of one state. */
	private static final class Shown {

		private final Pictures pictures;

		private final Map<PersonId, Integer> truth = new HashMap<>();

		private final Map<Integer, PersonId> main = new HashMap<>();

		Shown(AreaState state, Instant clock, Map<MentionId, Integer> who) {
			PersonMemo.View<List<Stated>> stated = everything();
			Families families = new Families(state, SETTINGS.family(), ZONE, stated, everything(), everything());
			this.pictures = new Pictures(state, families, clock, ZONE, stated, everything(), everything());
			Map<PersonId, Integer> sizes = new HashMap<>();
			state.persons().forEach((person, mentions) -> {
				Map<Integer, Integer> counts = new TreeMap<>();
				mentions.forEach((mention) -> counts.merge(who.getOrDefault(mention, -1), 1, Integer::sum));
				Map.Entry<Integer, Integer> mostly = counts.entrySet()
					.stream()
					.max(Map.Entry.comparingByValue())
					.orElseThrow();
				this.truth.put(person, mostly.getKey());
				sizes.put(person, mostly.getValue());
			});
			Comparator<PersonId> fullest = Comparator.comparing((PersonId person) -> sizes.getOrDefault(person, 0))
				.thenComparing(Comparator.naturalOrder());
			this.truth.forEach((person, really) -> this.main.merge(really, person,
					(one, other) -> (fullest.compare(one, other) >= 0) ? one : other));
		}

		private static <V> PersonMemo.View<V> everything() {
			return new PersonMemo<V>(Integer.MAX_VALUE).without(Set.of());
		}

		/**
		 * Adults that a child's fullest picture shows, as who they mostly are; whom the
		 * population counts as children too, is left out.
		 */
		Set<Integer> adults(int child) {
			PersonId shown = this.main.get(child);
			Set<Integer> adults = new TreeSet<>();
			if (shown != null) {
				for (ConnectedAdult adult : this.pictures.of(shown).adults()) {
					if (!adult.young() && !adult.summary().place()) {
						adults.add(this.truth.getOrDefault(adult.summary().id(), -1));
					}
				}
			}
			adults.remove(child);
			return adults;
		}

	}

	/** Counts, child by child. */
	private static final class Comparison {

		private final PopulationTruth truth;

		private final LocalDate today;

		private final Set<Integer> recorded;

		private final Shown byHub;

		private final Shown byTruth;

		private int children;

		private int perfect;

		private int perfectReal;

		private int hub;

		private int hubReal;

		private int agreed;

		private final SortedMap<String, ConnectionsFigures.Real> byReason = new TreeMap<>();

		private final SortedMap<String, ConnectionsFigures.Share> byOrigin = new TreeMap<>();

		Comparison(PopulationTruth truth, LocalDate today, Map<MentionId, Integer> who, Shown byHub, Shown byTruth) {
			this.truth = truth;
			this.today = today;
			this.recorded = new HashSet<>(who.values());
			this.byHub = byHub;
			this.byTruth = byTruth;
		}

		void run() {
			for (int person : new TreeSet<>(this.recorded)) {
				if (this.truth.isChild(person, this.today)) {
					this.children++;
					count(person, this.truth.around().getOrDefault(person, Map.of()));
				}
			}
		}

		private void count(int child, Map<Integer, String> around) {
			Set<Integer> right = this.byTruth.adults(child);
			Set<Integer> shown = this.byHub.adults(child);
			this.perfect += right.size();
			this.perfectReal += both(right, around.keySet());
			this.hub += shown.size();
			this.hubReal += both(shown, around.keySet());
			this.agreed += both(shown, right);
			around.forEach((adult, reason) -> {
				if (this.recorded.contains(adult)) {
					ConnectionsFigures.Real known = this.byReason.getOrDefault(reason,
							new ConnectionsFigures.Real(0, 0, 0));
					this.byReason.put(reason, known.plus(right.contains(adult), shown.contains(adult)));
				}
			});
			this.byOrigin.merge(this.truth.origins().getOrDefault(child, ""),
					new ConnectionsFigures.Share(both(shown, right), right.size()),
					(known, one) -> known.plus(one.found(), one.of()));
		}

		private static int both(Set<Integer> some, Set<Integer> others) {
			return (int) some.stream().filter(others::contains).count();
		}

	}

}
