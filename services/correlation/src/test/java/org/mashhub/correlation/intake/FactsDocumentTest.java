package org.mashhub.correlation.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.rules.Rule;
import org.mashhub.correlation.rules.RuleBook;
import org.mashhub.correlation.rules.Thresholds;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.Fact;
import org.mashhub.hub.v1.FactKind;
import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.hub.v1.LinkDecided;
import org.mashhub.hub.v1.Observation;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds docs/facts.md to what intake writes and rules read. The tables are written anew
 * with <pre>
 * mvn test -pl services/correlation -am -Dtest=FactsDocumentTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dfacts.write=true
 * </pre> which keeps what people wrote of whom a fact is said and what else reads it.
 */
class FactsDocumentTest {

	private static final Path DOCUMENT = Path.of("..", "..", "docs", "facts.md");

	private static final Path RULES = Path.of("src", "main", "java", "org", "mashhub", "correlation", "rules");

	private static final Path KINDS = Path.of("src", "main", "resources", "org", "mashhub", "correlation", "intake",
			"facts-of-events.csv");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final boolean WRITE = Boolean.getBoolean("facts.write");

	/** Makes an incident one of a child concern, of which more facts are told. */
	private static final String WORD = "CHILD_CONCERN";

	private static final AreaEntry AREA = AreaEntry.newBuilder()
		.setArea("demo")
		.setName("Demo")
		.setPartition(0)
		.setClock(AreaClock.WALL)
		.build();

	private final ObservationFactory factory = new ObservationFactory(new HomeKeys("a secret"));

	@Test
	void namesEveryEventWithItsFactsAndTheirAttributes() throws IOException {
		Map<Row, Told> told = told();
		if (WRITE) {
			writeEvents(told);
		}

		Map<Row, Set<String>> documented = new LinkedHashMap<>();
		events().forEach((row, cells) -> documented.put(row, codes(cells.get(3))));

		Map<Row, Set<String>> expected = new LinkedHashMap<>();
		told.forEach((row, said) -> expected.put(row, said.attributes()));
		assertThat(documented).isEqualTo(expected).isNotEmpty();
	}

	@Test
	void namesTheRulesThatReadEachFactOfTheVocabulary() throws IOException {
		Map<String, Set<String>> read = read();
		if (WRITE) {
			writeReaders(read);
		}

		Map<String, Set<String>> documented = new TreeMap<>();
		rows("readers").forEach((cells) -> documented.put(code(cells.get(0)), words(cells.get(1))));

		assertThat(documented).isEqualTo(read).isNotEmpty();
	}

	@Test
	void tellsTheEngineWhatEachFeedCanSay() throws IOException {
		String written = kindsOfEvents();
		if (WRITE) {
			Files.writeString(KINDS, written);
		}

		assertThat(Files.readString(KINDS)).isEqualTo(written);
		assertThat(FactsOfEvents.kinds("police", "IncidentLogged")).contains("RISK_INCIDENT");
		assertThat(FactsOfEvents.kinds("police", "HomeVisitRecorded")).isEmpty();
	}

	@Test
	void everyRuleNamesAllThatItReadsAndOnlyWhatSomebodyPublishes() throws IOException {
		Map<String, Set<String>> read = read();
		for (Rule rule : new RuleBook(new Thresholds(Map.of())).rules()) {
			Set<String> needed = rule.needs()
				.stream()
				.map((need) -> need.kind().name())
				.collect(Collectors.toCollection(TreeSet::new));

			assertThat(needed).as(rule.id()).isEqualTo(kindsReadBy(rule.id(), read));
			assertThat(rule.needs()).as(rule.id())
				.allMatch((need) -> Contracts.all()
					.stream()
					.filter((contract) -> agency(contract).equals(need.agency()))
					.anyMatch((contract) -> FactsOfEvents.kinds(need.agency(), contract.type().getSimpleName())
						.contains(need.kind().name())));
		}
	}

	private static Set<String> kindsReadBy(String rule, Map<String, Set<String>> read) {
		return read.entrySet()
			.stream()
			.filter((kind) -> kind.getValue().contains(rule))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private String kindsOfEvents() {
		Map<String, Set<String>> kinds = new TreeMap<>();
		told().keySet()
			.stream()
			.filter((row) -> !row.agency().equals("hub"))
			.forEach((row) -> kinds.computeIfAbsent(row.agency() + "," + row.event(), (unknown) -> new TreeSet<>())
				.add(row.fact()));
		StringBuilder text = new StringBuilder("# agency,event,kinds of fact that its translator makes of it; "
				+ "written by FactsDocumentTest with -Dfacts.write=true\n");
		kinds.forEach((event, each) -> text.append(event).append(',').append(String.join(" ", each)).append('\n'));
		return text.toString();
	}

	/** What intake makes of a filled event of every contract. */
	private Map<Row, Told> told() {
		Map<Row, Told> told = new LinkedHashMap<>();
		List<Contract> contracts = Contracts.all()
			.stream()
			.filter((contract) -> byAgency(contract)
					|| Set.of(AlertAcknowledged.class, AlertDecided.class, FeedDeclared.class, LinkDecided.class)
						.contains(contract.type()))
			.sorted(Comparator.comparing((Contract contract) -> !byAgency(contract)))
			.toList();
		for (Contract contract : contracts) {
			SpecificRecord event = FilledRecords.of(contract.type(), WORD);
			List<PersonMention> people = ObservationFactory.people(event);
			for (Fact fact : facts(event, byAgency(contract))) {
				told.computeIfAbsent(new Row(agency(contract), contract.type().getSimpleName(), fact.getKind().name()),
						(unknown) -> new Told(new TreeSet<>(), new ArrayList<>(), people))
					.add(fact);
			}
		}
		return told;
	}

	private static Map<String, Set<String>> read() throws IOException {
		Map<String, Set<String>> read = new TreeMap<>();
		for (FactKind kind : FactKind.values()) {
			if (kind != FactKind.UNKNOWN) {
				read.put(kind.name(), new TreeSet<>());
			}
		}
		for (Rule rule : new RuleBook(new Thresholds(Map.of())).rules()) {
			String source = Files.readString(RULES.resolve(rule.getClass().getSimpleName() + ".java"));
			for (String helper : List.of("Closings", "ClosureGrounds", "OpenQuestions", "RiskEvents")) {
				if (source.contains(helper)) {
					source += Files.readString(RULES.resolve(helper + ".java"));
				}
			}
			Matcher named = Pattern.compile("FactKind\\.([A-Z_]+)").matcher(source);
			while (named.find()) {
				read.computeIfAbsent(named.group(1), (unknown) -> new TreeSet<>()).add(rule.id());
			}
		}
		return read;
	}

	private List<Fact> facts(SpecificRecord record, boolean byAgency) {
		Observation observation = byAgency ? this.factory.observe(record, AREA, Events.AT)
				: this.factory.observeHubRecord(record, AREA, Events.AT).orElseThrow();
		return observation.getFacts();
	}

	private static void writeEvents(Map<Row, Told> told) throws IOException {
		Map<Row, List<String>> before = events();
		StringBuilder text = new StringBuilder();
		String agency = "";
		for (Map.Entry<Row, Told> said : told.entrySet()) {
			Row row = said.getKey();
			if (!row.agency().equals(agency)) {
				agency = row.agency();
				text.append("### ")
					.append(agency)
					.append("\n\n| Event | Fact | Said of | Attributes |\n| --- | --- | --- | --- |\n");
			}
			List<String> kept = before.get(row);
			text.append("| `%s` | `%s` | %s | %s |\n".formatted(row.event(), row.fact(),
					(kept != null) ? kept.get(2) : said.getValue().saidOf(), quoted(said.getValue().attributes())));
		}
		write("events", text.toString().replace("\n###", "\n\n###"));
	}

	private static void writeReaders(Map<String, Set<String>> read) throws IOException {
		Map<String, String> before = new TreeMap<>();
		rows("readers").forEach((cells) -> before.put(code(cells.get(0)), cells.get(2)));
		StringBuilder text = new StringBuilder("| Fact | Rules | What else reads it |\n| --- | --- | --- |\n");
		for (FactKind kind : FactKind.values()) {
			Set<String> rules = read.get(kind.name());
			if (rules != null) {
				text.append("| `%s` | %s | %s |\n".formatted(kind.name(), String.join(", ", rules),
						before.getOrDefault(kind.name(), rules.isEmpty() ? "the chronology" : "")));
			}
		}
		write("readers", text.toString());
	}

	private static void write(String part, String table) throws IOException {
		String document = Files.readString(DOCUMENT);
		String before = document.split("<!-- " + part + " -->", -1)[0];
		String after = document.split("<!-- /" + part + " -->", -1)[1];
		Files.writeString(DOCUMENT, before + "<!-- " + part + " -->\n\n" + table.replace("|  |", "| |") + "\n<!-- /"
				+ part + " -->" + after);
	}

	private static Map<Row, List<String>> events() throws IOException {
		Map<Row, List<String>> events = new LinkedHashMap<>();
		String agency = "";
		for (String line : part("events").lines().toList()) {
			if (line.startsWith("### ")) {
				agency = line.substring(4);
			}
			else if (line.startsWith("| `")) {
				List<String> cells = cells(line);
				events.put(new Row(agency, code(cells.get(0)), code(cells.get(1))), cells);
			}
		}
		return events;
	}

	private static List<List<String>> rows(String part) throws IOException {
		return part(part).lines().filter((line) -> line.startsWith("| `")).map(FactsDocumentTest::cells).toList();
	}

	/** What stands between the marks of a part. */
	private static String part(String name) throws IOException {
		return Files.readString(DOCUMENT).split("<!-- " + name + " -->", -1)[1].split("<!-- /" + name + " -->", -1)[0];
	}

	private static List<String> cells(String line) {
		return Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList();
	}

	private static String code(String cell) {
		return String.join(" ", codes(cell));
	}

	private static Set<String> codes(String cell) {
		return CODE.matcher(cell).results().map((code) -> code.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static String quoted(Set<String> names) {
		return names.stream().map((name) -> "`" + name + "`").collect(Collectors.joining(", "));
	}

	private static Set<String> words(String cell) {
		return Arrays.stream(cell.split("[, ]+", -1))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String agency(Contract contract) {
		return contract.topic().substring(0, contract.topic().indexOf('.'));
	}

	private static boolean byAgency(Contract contract) {
		return !agency(contract).equals("hub");
	}

	/**
	 * A row of the table of events.
	 *
	 * @param agency whose event
	 * @param event name of the contract
	 * @param fact name of the fact
	 */
	private record Row(String agency, String event, String fact) {
	}

	/**
	 * What a filled event says in facts of one kind.
	 *
	 * @param attributes keys of all their attributes
	 * @param subjects refs of the people of each fact
	 * @param people everybody in the event
	 */
	private record Told(Set<String> attributes, List<List<String>> subjects, List<PersonMention> people) {

		void add(Fact fact) {
			fact.getAttributes()
				.keySet()
				.forEach((key) -> this.attributes.add(key.equals("answer." + WORD) ? "answer.<item>" : key));
			this.subjects.add(fact.getSubjects());
		}

		/** A proposal for the column that people may put better. */
		String saidOf() {
			Set<PersonRole> roles = this.people.stream()
				.filter((person) -> this.subjects.stream().anyMatch((refs) -> refs.contains(person.getRef())))
				.map(PersonMention::getRole)
				.collect(Collectors.toCollection(TreeSet::new));
			if (roles.size() == this.people.size()) {
				return (this.subjects.size() > 1) ? "each person, one fact each" : "everybody named";
			}
			if (roles.equals(Set.of(PersonRole.CHILD))) {
				return "the children";
			}
			if (roles.size() > this.people.size() / 2) {
				Set<PersonRole> others = this.people.stream()
					.map(PersonMention::getRole)
					.filter((role) -> !roles.contains(role))
					.collect(Collectors.toCollection(TreeSet::new));
				return "everybody but whoever has the role " + words(others);
			}
			return roles.isEmpty() ? "nobody in particular" : "whoever has the role " + words(roles);
		}

		private static String words(Set<PersonRole> roles) {
			return roles.stream()
				.map((role) -> role.name().toLowerCase(Locale.UK).replace('_', ' '))
				.collect(Collectors.joining(", "));
		}

	}

}
