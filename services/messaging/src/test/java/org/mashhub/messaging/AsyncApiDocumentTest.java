package org.mashhub.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds docs/asyncapi.yaml, which describes every topic to clients that are not ours, to
 * the contracts and to the AsyncAPI specification. It is written anew with <pre>
 * mvn test -pl services/messaging -am -Dtest=AsyncApiDocumentTest
 *     -Dsurefire.failIfNoSpecifiedTests=false -Dasyncapi.write=true
 * </pre>
 */
class AsyncApiDocumentTest {

	private static final Path DOCUMENT = Path.of("..", "..", "docs", "asyncapi.yaml");

	private static final Path CONTRACTS = Path.of("..", "..", "schemas", "src", "main", "avro");

	private static final String FORMAT = "application/vnd.apache.avro+json;version=1.9.0";

	@BeforeAll
	static void write() throws IOException {
		if (Boolean.getBoolean("asyncapi.write")) {
			Files.writeString(DOCUMENT, document());
		}
	}

	@Test
	void describesEveryTopicAsItIs() throws IOException {
		assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
	}

	@Test
	void isAnAsyncApiDocument() throws IOException {
		Schema specification = com.networknt.schema.SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
			.getSchema(AsyncApiDocumentTest.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.schema.json"));

		assertThat(specification.validate(Files.readString(DOCUMENT), InputFormat.YAML)).isEmpty();
	}

	@Test
	void namesOnlyContractFilesThatExist() throws IOException {
		assertThat(Files.readString(DOCUMENT).lines().filter((line) -> line.contains(".avsc"))).isNotEmpty()
			.allSatisfy((line) -> assertThat(
					DOCUMENT.resolveSibling(line.substring(line.indexOf("../"), line.indexOf(".avsc") + 5)))
				.exists());
	}

	private static String document() {
		Map<String, Object> channels = new LinkedHashMap<>();
		Map<String, Object> operations = new LinkedHashMap<>();
		Map<String, Object> messages = new LinkedHashMap<>();
		Map<String, Path> files = files();
		for (Contract contract : Contracts.all().stream().sorted(Comparator.comparing(Contract::topic)).toList()) {
			String id = contract.topic().replace('.', '_');
			channels.put(id, ordered("address", contract.topic(), "description", "Key: "
					+ contract.schema().getProp("key") + ". "
					+ (contract.compacted() ? "The newest record of a key is kept."
							: (contract.retention() != null) ? "Kept for " + contract.retention().toDays() + " days."
									: "Kept for ever."),
					"messages", Map.of(contract.type().getSimpleName(), ref("#/components/messages/" + id))));
			messages.put(id,
					ordered("name", contract.schema().getFullName(), "title", contract.schema().getName(), "summary",
							contract.schema().getDoc(), "contentType", "application/vnd.confluent.avro", "payload",
							ordered("schemaFormat", FORMAT, "schema",
									ref("../schemas/src/main/avro/" + files.get(contract.schema().getFullName())))));
			operations.put((contract.topic().startsWith("hub.") ? "read_" : "publish_") + id, ordered("action",
					contract.topic().startsWith("hub.") ? "receive" : "send", "channel", ref("#/channels/" + id)));
		}
		return dump(ordered("asyncapi", "3.0.0", "info",
				ordered("title", "MASH Hub: topics", "version", "1", "description",
						"Values are in Confluent's wire format: byte 0, the schema's id in the registry as four bytes, "
								+ "then Avro. Types that a contract names but does not define are in other files of "
								+ "schemas/src/main/avro; the registry has each contract whole.",
						"license", ordered("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")),
				"defaultContentType", "application/vnd.confluent.avro", "channels", channels, "operations", operations,
				"components", ordered("messages", messages)));
	}

	private static Map<String, Path> files() {
		Map<String, Path> byName = new TreeMap<>();
		try (Stream<Path> files = Files.walk(CONTRACTS)) {
			for (Path file : files.filter((candidate) -> candidate.toString().endsWith(".avsc")).toList()) {
				String text = Files.readString(file);
				byName.put(field(text, "namespace") + "." + field(text, "name"), CONTRACTS.relativize(file));
			}
			return byName;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String field(String contract, String name) {
		String marker = "\"" + name + "\": \"";
		int from = contract.indexOf(marker) + marker.length();
		return contract.substring(from, contract.indexOf('"', from));
	}

	private static Map<String, Object> ref(String target) {
		return Map.of("$ref", target);
	}

	private static Map<String, Object> ordered(Object... keysAndValues) {
		Map<String, Object> map = new LinkedHashMap<>();
		for (int at = 0; at < keysAndValues.length; at += 2) {
			map.put((String) keysAndValues[at], keysAndValues[at + 1]);
		}
		return map;
	}

	private static String dump(Map<String, Object> document) {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setWidth(130);
		List<String> lines = new ArrayList<>();
		lines.add("# Generated from the contracts; see AsyncApiDocumentTest.");
		lines.add(new Yaml(options).dump(document).stripTrailing());
		return String.join("\n", lines) + "\n";
	}

}
