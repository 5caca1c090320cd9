package org.mashhub.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the documents in docs/openapi, one for each agency and one of the console, to
 * {@link OpenApiRules}. That they say what is served is for the services' own tests.
 */
class OpenApiDocumentsTest {

	static final List<String> ALL = Stream.concat(DemoOrganisations.BY_AGENCY.keySet().stream(), Stream.of("console"))
		.toList();

	private static final Path DOCUMENTS = Path.of("..", "..", "docs", "openapi");

	@Test
	void everyAgencyAndTheConsoleHaveOneAndNobodyElse() throws IOException {
		try (Stream<Path> files = Files.list(DOCUMENTS)) {
			assertThat(files.map((file) -> file.getFileName().toString().replace(".json", "")))
				.containsExactlyInAnyOrderElementsOf(ALL);
		}
	}

	@ParameterizedTest
	@FieldSource("ALL")
	void keepsTheRules(String agency) throws IOException {
		assertThat(OpenApiRules.complaints(agency, document(agency))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
			"summary" : "An incident was logged", ~ `` ~ summary is missing
			"operationId" : "police-custody" ~ "operationId" : "police-incidents" ~ is there twice
			schemas/org.mashhub.adapter.kit.Problem" ~ schemas/Gone" ~ does not resolve
			"securitySchemes" ~ "noSchemes" ~ is not declared
			"application/problem+json" ~ "application/json" ~ neither a problem detail
			"recordedAt" : ~ "writtenAt" : ~ does not fit its schema
			"openapi" : "3.1.0" ~ "openapi" : "3.0.1" ~ not OpenAPI 3.1
			""")
	void aBrokenRuleIsNoticed(String right, String wrong, String complaint) throws IOException {
		String document = document("police");
		assertThat(document).contains(right);

		assertThat(OpenApiRules.complaints("police", document.replace(right, wrong)))
			.anySatisfy((found) -> assertThat(found).contains(complaint));
	}

	private static String document(String agency) throws IOException {
		return Files.readString(DOCUMENTS.resolve(agency + ".json"));
	}

}
