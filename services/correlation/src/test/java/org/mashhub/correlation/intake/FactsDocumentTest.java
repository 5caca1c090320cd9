package org.mashhub.correlation.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.Fact;
import org.mashhub.hub.v1.FactKind;
import org.mashhub.hub.v1.Observation;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds docs/facts.md to what intake writes and rules read. */
class FactsDocumentTest {

	private static final Path DOCUMENT = Path.of("..", "..", "docs", "facts.md");

	private static final Path RULES = Path.of("src", "main", "java", "org", "mashhub", "correlation", "rules");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

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
		Map<String, Set<String>> told = new TreeMap<>();
		for (Contract contract : Contracts.all()) {
			boolean byAgency = !contract.topic().startsWith("hub.");
			if (byAgency || Set.of(AlertAcknowledged.class, AlertDecided.class).contains(contract.type())) {
				for (Fact fact : facts(FilledRecords.of(contract.type(), WORD), byAgency)) {
					told.computeIfAbsent(contract.type().getSimpleName() + " " + fact.getKind(),
							(unknown) -> new TreeSet<>())
						.addAll(fact.getAttributes().keySet());
				}
			}
		}
		told.replaceAll((fact, keys) -> keys.stream()
			.map((key) -> key.equals("answer." + WORD) ? "answer.<item>" : key)
			.collect(Collectors.toCollection(TreeSet::new)));

		Map<String, Set<String>> documented = new TreeMap<>();
		rows("What an event says").forEach((cells) -> documented.put(
				String.join(" ", codes(cells.get(0))) + " " + String.join(" ", codes(cells.get(1))),
				codes(cells.get(3))));

		assertThat(documented).isEqualTo(told).isNotEmpty();
	}

	@Test
	void namesTheRulesThatReadEachFactOfTheVocabulary() throws IOException {
		Map<String, Set<String>> read = new TreeMap<>();
		for (FactKind kind : FactKind.values()) {
			if (kind != FactKind.UNKNOWN) {
				read.put(kind.name(), new TreeSet<>());
			}
		}
		for (Rule rule : new RuleBook(new Thresholds(Map.of())).rules()) {
			String source = Files.readString(RULES.resolve(rule.getClass().getSimpleName() + ".java"));
			if (source.contains("RiskEvents")) {
				source += Files.readString(RULES.resolve("RiskEvents.java"));
			}
			Matcher named = Pattern.compile("FactKind\\.([A-Z_]+)").matcher(source);
			while (named.find()) {
				read.computeIfAbsent(named.group(1), (unknown) -> new TreeSet<>()).add(rule.id());
			}
		}

		Map<String, Set<String>> documented = new TreeMap<>();
		rows("Who reads a fact")
			.forEach((cells) -> documented.put(String.join(" ", codes(cells.get(0))), words(cells.get(1))));

		assertThat(documented).isEqualTo(read).isNotEmpty();
	}

	private List<Fact> facts(SpecificRecord record, boolean byAgency) {
		Observation observation = byAgency ? this.factory.observe(record, AREA, Events.AT)
				: this.factory.observeHubRecord(record, AREA, Events.AT).orElseThrow();
		return observation.getFacts();
	}

	/** The rows of the table below a heading, without its head. */
	private static List<List<String>> rows(String heading) throws IOException {
		String section = Files.readString(DOCUMENT).split("## " + heading + "\n", -1)[1].split("\n## ", -1)[0];
		List<List<String>> rows = new ArrayList<>();
		section.lines()
			.filter((line) -> line.startsWith("| `"))
			.forEach((line) -> rows.add(Arrays.stream(line.split("\\|", -1)).skip(1).map(String::strip).toList()));
		return rows;
	}

	private static Set<String> codes(String cell) {
		return CODE.matcher(cell).results().map((code) -> code.group(1)).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> words(String cell) {
		return Arrays.stream(cell.split("[, ]+", -1))
			.filter((word) -> !word.isEmpty())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
