package org.mashhub.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.rehearsal.Mailbox;
import org.mashhub.standalone.scenario.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every scenario of the repository, from what agencies send over HTTP to what stands in
 * the chronologies and in whose mailbox: exactly what its {@code expected.yml} says. What
 * was found instead stands in {@code target/found}, to be compared.
 */
@ExtendWith(HubExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioE2ETest {

	/** Fields of the agencies' formats that hold what identifies somebody. */
	private static final Pattern PERSONAL = Pattern
		.compile("forenames|surname|family|given|lines?|postcode|postalCode|dateOfBirth|birthDate|nhsNumber|pncId|"
				+ "uprn|laChildId|value|name|text|knownAs|nickname|description");

	private final RunningHub hub;

	ScenarioE2ETest(RunningHub hub) {
		this.hub = hub;
		hub.begin(scenarios());
	}

	static List<String> scenarios() {
		return Scenario.names(RunningHub.scenarios());
	}

	@ParameterizedTest
	@MethodSource("scenarios")
	void givesWhatIsExpectedAfterEachStep(String scenario) throws IOException {
		ToldStory told = this.hub.told(scenario);
		Expectation found = told.found();
		Path kept = Files.createDirectories(Path.of("target", "found")).resolve(scenario + ".yml");
		Files.writeString(kept, found.toYaml());

		Expectation expected = Expectation.read(told.folder());

		SoftAssertions.assertSoftly((softly) -> {
			softly.assertThat(found.alerts()).containsExactlyElementsOf(expected.alerts());
			softly.assertThat(found.statuses()).containsExactlyElementsOf(expected.statuses());
			softly.assertThat(found.mails()).containsExactlyElementsOf(expected.mails());
			softly.assertThat(found.chronology()).containsExactlyElementsOf(expected.chronology());
		});
	}

	@ParameterizedTest
	@MethodSource("scenarios")
	void mailsCarryNoPersonalDetail(String scenario) throws IOException {
		ToldStory told = this.hub.told(scenario);

		Set<String> personal = personalDetails(told.folder());

		assertThat(personal).hasSizeGreaterThan(20);
		assertThat(told.mails()).isNotEmpty();
		for (Mailbox.Mail mail : told.mails()) {
			String text = mail.subject() + "\n" + mail.body();
			assertThat(personal)
				.noneMatch((detail) -> Pattern.compile("\\b" + Pattern.quote(detail) + "\\b").matcher(text).find());
		}
	}

	@ParameterizedTest
	@MethodSource("scenarios")
	void whoeverToldTheFrontDoorIsOnNoPageAndInNoAlert(String scenario) {
		ToldStory told = this.hub.told(scenario);
		StringBuilder shown = new StringBuilder();
		JsonNode children = this.hub.client().read("/api/children?area=" + told.area());
		children.forEach(
				(child) -> shown.append(this.hub.client().read("/api/children/" + child.path("childId").asString())));
		shown.append(this.hub.client().read("/api/alerts?state=all&area=" + told.area()));

		Set<String> sealed = sealedReferrers(told.scenario());

		assertThat(children).isNotEmpty();
		assertThat(sealed).noneMatch((detail) -> shown.toString().contains(detail));
	}

	/** Names and telephone numbers of the public who told the front door. */
	private static Set<String> sealedReferrers(Scenario scenario) {
		Set<String> sealed = new TreeSet<>();
		scenario.steps()
			.stream()
			.map(Scenario.Step::delivery)
			.filter(Objects::nonNull)
			.filter((delivery) -> delivery.agency().equals("single-point-of-access"))
			.forEach((delivery) -> {
				JsonNode referrer = new JsonMapper().readTree(delivery.body()).path("referrer");
				for (String field : List.of("forenames", "surname", "phone")) {
					sealed.add(referrer.path(field).asString());
				}
			});
		sealed.remove("");
		return sealed;
	}

	/** Names, addresses, birth dates and numbers of everybody in the scenario. */
	private static Set<String> personalDetails(Path folder) throws IOException {
		Set<String> details = new TreeSet<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((candidate) -> candidate.toString().endsWith(".json")).toList()) {
				collect(new JsonMapper().readTree(Files.readString(file)), "", details);
			}
		}
		return details;
	}

	private static void collect(JsonNode node, String field, Set<String> details) {
		if (node.isString() && PERSONAL.matcher(field).matches()) {
			details.addAll(forms(node.asString()));
		}
		node.properties().forEach((property) -> collect(property.getValue(), property.getKey(), details));
		node.values().forEach((value) -> {
			if (node.isArray()) {
				collect(value, field, details);
			}
		});
	}

	private static List<String> forms(String value) {
		List<String> forms = new ArrayList<>(List.of(value));
		if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
			LocalDate date = LocalDate.parse(value);
			forms.add(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(date));
			forms.add(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK).format(date));
		}
		else {
			Stream.of(value.split("[^\\p{L}']+", -1))
				.filter((word) -> word.length() > 2 && Character.isUpperCase(word.charAt(0)))
				.forEach(forms::add);
		}
		return forms;
	}

}
