package org.mashhub.standalone.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.area.AreaEngine;
import org.mashhub.correlation.area.EngineSettings;
import org.mashhub.correlation.family.FamilySettings;
import org.mashhub.correlation.identity.FellegiSunterModel;
import org.mashhub.correlation.identity.MatchModel;
import org.mashhub.correlation.identity.ModelTrainer;
import org.mashhub.correlation.identity.Parameters;
import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.rules.RuleBook;
import org.mashhub.correlation.rules.Thresholds;
import org.mashhub.correlation.rules.WorkingTime;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.stream.EntryReader;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Progress;

/**
 * Measures the linking on any table whose truth is known: the rows go in random order
 * through the engine that runs in the hub, one by one, with a model that was learned from
 * the rows themselves, unlabelled.
 */
public final class LinkageBench {

	private final Progress progress;

	private final long seed;

	private final FellegiSunterModel.Thresholds thresholds;

	/**
	 * Creates a benchmark.
	 * @param progress told how far it has come
	 * @param seed of the order of the rows
	 * @param thresholds where decisions are made
	 */
	public LinkageBench(Progress progress, long seed, FellegiSunterModel.Thresholds thresholds) {
		this.progress = progress;
		this.seed = seed;
		this.thresholds = thresholds;
	}

	/**
	 * Measures.
	 * @param tables tables of one population
	 * @param map mapping file, null to go by the headings
	 * @param model a model that was learned before, null to learn one from the tables
	 * @return the figures
	 */
	public LinkageFigures run(List<Path> tables, @Nullable Path map, @Nullable Parameters model) {
		List<LinkageTable.Row> rows = new ArrayList<>(LinkageTable.read(tables, map, this.progress));
		Collections.shuffle(rows, new Random(this.seed));
		List<Entry.Event> entries = new ArrayList<>();
		Map<MentionId, LinkageTable.Person> byMention = new LinkedHashMap<>();
		List<Mention> mentions = new ArrayList<>();
		for (LinkageTable.Row row : rows) {
			Entry.Event entry = (Entry.Event) EntryReader.read(row.observation(), entries.size());
			entries.add(entry);
			for (int i = 0; i < row.people().size(); i++) {
				mentions.add(entry.record().mentions().get(i));
				if (!row.people().get(i).truth().isEmpty()) {
					byMention.put(mentions.getLast().id(), row.people().get(i));
				}
			}
		}
		if (byMention.isEmpty()) {
			throw new CannotProceedException("no row of the table says who is the same person",
					"Name the column that does in a file, with --map: truth = COLUMN");
		}
		if (byMention.size() < mentions.size()) {
			this.progress.say((mentions.size() - byMention.size())
					+ " rows do not say who they are: they are linked, and not counted");
		}
		Parameters parameters = model;
		double learned = 0;
		if (parameters == null) {
			this.progress.say("Learning from " + rows.size() + " records");
			long began = System.nanoTime();
			parameters = ModelTrainer.fit("bench", mentions);
			learned = (System.nanoTime() - began) / 1e9;
		}
		this.progress.say("Linking " + rows.size() + " records");
		HeapState state = new HeapState();
		AreaEngine engine = new AreaEngine(LinkageTable.AREA,
				settings(new FellegiSunterModel(parameters, this.thresholds, mentions.size())), state);
		long before = ThisMachine.liveHeap();
		long began = System.nanoTime();
		entries.forEach(engine::apply);
		double linked = (System.nanoTime() - began) / 1e9;
		// What a later version of a record no longer says was not said.
		byMention.keySet().removeIf((mention) -> state.links().get(mention) == null);
		return LinkageFigures.of(byMention, state, learned, linked, ThisMachine.liveHeap() - before, parameters);
	}

	/**
	 * Learns a model and measures nothing.
	 * @param version the model's name
	 * @param tables tables of one population
	 * @param map mapping file, null to go by the headings
	 * @param expected for how many records it is to be used, null for as many
	 * @param progress told of columns that cannot be read
	 * @return what was learned
	 */
	public static Parameters train(String version, List<Path> tables, @Nullable Path map, @Nullable Long expected,
			Progress progress) {
		List<Mention> mentions = new ArrayList<>();
		for (LinkageTable.Row row : LinkageTable.read(tables, map, progress)) {
			mentions.addAll(((Entry.Event) EntryReader.read(row.observation(), mentions.size())).record().mentions());
		}
		Parameters learned = ModelTrainer.train(version, mentions);
		return (expected != null) ? learned.forRecords(mentions.size(), expected) : learned;
	}

	/** All but the model as the hub is set up without further settings. */
	static EngineSettings settings(MatchModel model) {
		return new EngineSettings(model, new FamilySettings(Duration.ofDays(365), 12),
				new RuleBook(new Thresholds(new TreeMap<>())),
				new WorkingTime(ZoneId.of("Europe/London"), LocalTime.of(17, 0), Duration.ofHours(4), 1, 3), Set.of());
	}

}
