package org.mashhub.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.mashhub.population.agencies.Agencies;
import org.mashhub.population.agencies.Ledger;
import org.mashhub.population.agencies.MentionRows;
import org.mashhub.population.files.EventFile;
import org.mashhub.population.files.TableFile;
import org.mashhub.population.people.Area;
import org.mashhub.population.people.Life;
import org.mashhub.population.people.Person;

/**
 * Makes a population: the events that agencies publish, the table of whom they mention,
 * and the truth. Events and mentions are written as they come, so that memory holds the
 * people and their homes, and of the events those of some weeks.
 */
public final class Population {

	/** File with all events, in the order of their publication. */
	public static final String EVENTS = "events.avro";

	/** Table of all mentions, in the same order. */
	public static final String MENTIONS = "mentions.csv";

	/** Table of all people. */
	public static final String PEOPLE = "people.csv";

	/** Table of who lived where with whom. */
	public static final String HOUSEHOLDS = "households.csv";

	/** Table of parents, partners, brothers and sisters. */
	public static final String RELATIONS = "relations.csv";

	/** Table of the adults who were really around each child. */
	public static final String CHILDREN_ADULTS = "children_adults.csv";

	private static final int MONTHS_OF_A_YEAR = 12;

	private final PopulationSettings settings;

	private final Consumer<String> progress;

	/**
	 * Creates a population that is not made yet.
	 * @param settings what is to be made
	 * @param progress told a line a year
	 */
	public Population(PopulationSettings settings, Consumer<String> progress) {
		this.settings = settings;
		this.progress = progress;
	}

	/**
	 * Makes it, in place of whatever was there.
	 * @param directory where the files are to lie; made when it is missing
	 * @return what was made
	 */
	public PopulationReport generate(Path directory) {
		Area area = new Area(this.settings.seed(), this.settings.people(), this.settings.begin(),
				this.settings.years());
		try {
			Files.createDirectories(directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot make " + directory, ex);
		}
		Outcome outcome = live(area, directory);
		this.progress.accept("Writing the truth");
		Truth truth = new Truth(area);
		truth.people(directory.resolve(PEOPLE));
		truth.households(directory.resolve(HOUSEHOLDS));
		truth.relations(directory.resolve(RELATIONS));
		truth.childrenAndAdults(directory.resolve(CHILDREN_ADULTS));
		return report(area, outcome);
	}

	private Outcome live(Area area, Path directory) {
		try (EventFile events = new EventFile(directory.resolve(EVENTS), this.settings.seed());
				TableFile mentions = new TableFile(directory.resolve(MENTIONS),
						MentionRows.columns().toArray(String[]::new))) {
			Count count = new Count(events, mentions);
			Life<Agencies> life = new Life<>(area,
					(interventions) -> new Agencies(area, interventions, this.settings.areaHint(), count));
			life.run((month) -> tell(area, month, count));
			Agencies agencies = life.witness();
			return new Outcome(count, agencies.childrenInNeed(area.end()), agencies.childrenOnPlans(area.end()));
		}
	}

	private void tell(Area area, int month, Count count) {
		if ((month + 1) % MONTHS_OF_A_YEAR == 0) {
			this.progress.accept(LocalDate.ofEpochDay(area.monthBegin(month)).getYear() + ": " + area.people().size()
					+ " people, " + count.events + " events, " + count.mentions + " mentions");
		}
	}

	private PopulationReport report(Area area, Outcome outcome) {
		int present = 0;
		int children = 0;
		for (Person person : area.people()) {
			if (person.household().isPresent()) {
				present++;
				children += person.isChild(area.end()) ? 1 : 0;
			}
		}
		return new PopulationReport(this.settings.seed(), area.people().size(), present, children, area.stays().size(),
				outcome.inNeed, outcome.onPlans, outcome.count.events, outcome.count.mentions, outcome.count.byAgency);
	}

	private record Outcome(Count count, int inNeed, int onPlans) {
	}

	/** Writes down and counts what is published. */
	private static final class Count implements Ledger {

		private final EventFile file;

		private final TableFile table;

		private final Map<String, Long> byAgency = new TreeMap<>();

		private long events;

		private long mentions;

		Count(EventFile file, TableFile table) {
			this.file = file;
			this.table = table;
		}

		@Override
		public void publish(long at, String topic, String key, byte[] value) {
			this.file.add(at, topic, key, value);
			this.events++;
			this.byAgency.merge(key.substring(0, key.indexOf('/')), 1L, Long::sum);
		}

		@Override
		public void mention(byte[] rows, int count) {
			this.table.add(rows);
			this.mentions += count;
		}

	}

}
