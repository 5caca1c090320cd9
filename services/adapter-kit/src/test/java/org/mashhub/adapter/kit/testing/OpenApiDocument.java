package org.mashhub.adapter.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an adapter says of itself at {@code /v3/api-docs}, as it stands in
 * {@code docs/openapi}: an integrator reads the one and calls the other. All are written
 * anew with <pre>
 * mvn package -pl services/standalone -am -Dtest='*AdapterTest'
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write=true
 * </pre>
 */
public final class OpenApiDocument {

	private static final Path DOCUMENTS = Path.of("..", "..", "docs", "openapi");

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private OpenApiDocument() {
	}

	/**
	 * Checks that an adapter serves what its document says, or writes the document when
	 * that is asked for.
	 * @param agency the agency
	 * @param client fetches the description
	 */
	public static void assertServed(String agency, AgencyClient client) {
		String served = served(client);
		Path document = DOCUMENTS.resolve(agency + ".json");
		try {
			if (Boolean.getBoolean("openapi.write")) {
				Files.createDirectories(DOCUMENTS);
				Files.writeString(document, served);
			}
			assertThat(document).hasContent(served);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String served(AgencyClient client) {
		MvcTestResult answer = client.fetch("/v3/api-docs");
		assertThat(answer).hasStatusOk();
		try {
			return JSON.writeValueAsString(sorted(JSON.readTree(answer.getResponse().getContentAsString()))) + "\n";
		}
		catch (UnsupportedEncodingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The order of keys says nothing but in examples, which are for people. */
	private static JsonNode sorted(JsonNode node) {
		return switch (node) {
			case ObjectNode object -> {
				ObjectNode sorted = JSON.createObjectNode();
				TreeMap<String, JsonNode> byKey = new TreeMap<>();
				object.properties().forEach((property) -> byKey.put(property.getKey(), property.getValue()));
				byKey.forEach((key, value) -> sorted.set(key, key.equals("examples") ? value : sorted(value)));
				yield sorted;
			}
			case ArrayNode array -> {
				ArrayNode sorted = JSON.createArrayNode();
				array.forEach((item) -> sorted.add(sorted(item)));
				yield sorted;
			}
			default -> node;
		};
	}

}
