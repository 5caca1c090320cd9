package org.mashhub.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the pages in docs/connect together: whoever connects an agency has one page,
 * finds every endpoint, field and code on it that the adapter takes, and the same steps
 * in the same order as on any other.
 */
class ConnectPagesTest {

	static final List<String> AGENCIES = List.copyOf(DemoOrganisations.BY_AGENCY.keySet());

	private static final JsonMapper JSON = new JsonMapper();

	private static final Path DOCUMENTS = Path.of("..", "..", "docs");

	/** What is set as code: blocks, and words in backticks, which a line may break. */
	private static final Pattern CODE = Pattern.compile("^```.*?^```|`[^`]+`", Pattern.DOTALL | Pattern.MULTILINE);

	private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

	private static final List<String> STEPS = List.of("What you need", "The smallest record", "What you can send",
			"Batches", "Corrections and withdrawals", "What may be shared", "Errors");

	/** Said by leaving them out, or of police alone. */
	private static final Set<String> NEED_NOT_STAND = Set.of("ACTIVE", "CORRECTED", "organisation", "POLICE_MASH_ONLY",
			"UNKNOWN", "specversion");

	@ParameterizedTest
	@FieldSource("AGENCIES")
	void sayTheSameStepsInTheSameOrder(String agency) throws IOException {
		List<String> headings = page(agency).lines()
			.filter((line) -> line.startsWith("## "))
			.map((line) -> line.replaceFirst("## \\d+\\. ", ""))
			.filter((heading) -> STEPS.stream().anyMatch(heading::startsWith))
			.map((heading) -> heading.replaceFirst("^Batches .*", "Batches"))
			.toList();

		assertThat(headings).isEqualTo(STEPS);
	}

	@ParameterizedTest
	@FieldSource("AGENCIES")
	void sayEverythingThatIsTaken(String agency) throws IOException {
		Set<String> unsaid = taken(agency);
		unsaid.removeAll(wordsInCode(page(agency)));
		unsaid.removeAll(NEED_NOT_STAND);

		assertThat(unsaid).isEmpty();
	}

	@ParameterizedTest
	@FieldSource("AGENCIES")
	void sayHowToBeginAndHowToMend(String agency) throws IOException {
		assertThat(page(agency)).contains("./mash token " + agency, "./mash doctor " + agency, "oauth2/token",
				"./mash publish " + agency + "/", "--dry-run", "--historic", "Windows-1252", "`ignore`", "`constants`",
				"Sort by the number of the record", "with curl", "higher `record.version`", "record.state: RETRACTED",
				"/v3/api-docs");
		if (!agency.equals("single-point-of-access")) {
			assertThat(page(agency)).contains("./mash rejected list " + agency, "resend " + agency + " ID --file FILE");
		}
	}

	@Test
	void aFieldThatIsNotSaidIsNoticed() throws IOException {
		assertThat(taken("police")).contains("sourceEvaluation", "NOT_RELIABLE", "nominal", "recordedAt")
			.doesNotContain("receiptId", "rejectionId");
	}

	@Test
	void aWordOfASentenceSaysNoField() {
		assertThat(wordsInCode("Their role and `persons[].surname`.\n```json\n{ \"sex\": 1 }\n```\nAnd name `a\nb`"))
			.containsExactlyInAnyOrder("persons", "surname", "json", "sex", "1", "a", "b");
	}

	private static Set<String> wordsInCode(String page) {
		return CODE.matcher(page)
			.results()
			.flatMap((code) -> WORD.matcher(code.group()).results())
			.map((word) -> word.group())
			.collect(Collectors.toSet());
	}

	/** Names and codes of all that can be sent, whatever it is a part of. */
	private static Set<String> taken(String agency) throws IOException {
		JsonNode document = JSON.readTree(Files.readString(DOCUMENTS.resolve("openapi").resolve(agency + ".json")));
		Set<String> names = new TreeSet<>();
		Set<String> seen = new LinkedHashSet<>();
		document.path("paths").properties().forEach((path) -> {
			if (!path.getKey().contains("/rejected") && !path.getKey().endsWith("/feeds")) {
				collect(document, path.getValue().path("post").path("requestBody"), names, seen);
			}
		});
		return names;
	}

	private static void collect(JsonNode document, JsonNode part, Set<String> names, Set<String> seen) {
		part.path("properties").properties().forEach((field) -> names.add(field.getKey()));
		part.path("enum").forEach((code) -> names.add(code.asString("")));
		String reference = part.path("$ref").asString("");
		if (!reference.isEmpty() && seen.add(reference)) {
			collect(document, document.at(reference.substring(1)), names, seen);
		}
		part.forEach((inner) -> {
			if (inner.isContainer()) {
				collect(document, inner, names, seen);
			}
		});
	}

	private static String page(String agency) throws IOException {
		return Files.readString(DOCUMENTS.resolve("connect").resolve(agency + ".md"));
	}

}
