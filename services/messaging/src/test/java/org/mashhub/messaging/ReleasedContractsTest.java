package org.mashhub.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every contract against every version of it that was released: each must read what
 * the other wrote, since logs are kept for ever and services are upgraded one by one.
 * <p>
 * A release writes its contracts with
 * {@code mvn test -pl services/messaging -am -Dtest=ReleasedContractsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dcontracts.release=0.1.0}. The files of a
 * version are written anew only until that version is released.
 */
class ReleasedContractsTest {

	private static final Path RELEASED = Path.of("src", "main", "resources", "released");

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@BeforeAll
	static void release() throws IOException {
		String version = System.getProperty("contracts.release");
		if (version != null) {
			Path folder = Files.createDirectories(RELEASED.resolve(version));
			for (Contract contract : Contracts.all()) {
				JsonNode content = JSON.readTree(contract.schema().toString());
				withoutJava(content);
				Files.writeString(folder.resolve(contract.schema().getFullName() + ".avsc"),
						JSON.writeValueAsString(content) + "\n");
			}
		}
	}

	static List<Path> released() throws IOException {
		try (Stream<Path> files = Files.walk(RELEASED)) {
			return files.filter((file) -> file.toString().endsWith(".avsc")).sorted().toList();
		}
	}

	@ParameterizedTest
	@MethodSource("released")
	void readsAndIsReadByEveryReleasedVersion(Path file) throws IOException {
		Schema before = new Schema.Parser().parse(Files.readString(file));

		assertThat(Contracts.all())
			.filteredOn((contract) -> contract.schema().getFullName().equals(before.getFullName()))
			.as("contracts are never removed, but replaced by a v2 beside them")
			.singleElement()
			.satisfies((now) -> {
				assertThat(incompatibilities(now.schema(), before)).as("reads what was written before").isEmpty();
				assertThat(incompatibilities(before, now.schema())).as("is read by what runs already").isEmpty();
				assertThat(now.topic()).isEqualTo(before.getProp("topic"));
			});
	}

	@Test
	void missesNoContract() throws IOException {
		TreeSet<String> names = new TreeSet<>();
		for (Path file : released()) {
			String name = String.valueOf(file.getFileName());
			names.add(name.substring(0, name.length() - ".avsc".length()));
		}

		assertThat(Contracts.all()).extracting((contract) -> contract.schema().getFullName())
			.as("a new contract is written with -Dcontracts.release=<version>, see this class")
			.allMatch(names::contains);
	}

	@Test
	void noticesAFieldWithoutDefaultAndAFieldThatChangedItsType() {
		Schema released = SchemaBuilder.record("Sample").fields().requiredString("name").endRecord();
		Schema nullable = SchemaBuilder.record("Sample")
			.fields()
			.requiredString("name")
			.optionalString("note")
			.endRecord();
		Schema required = SchemaBuilder.record("Sample")
			.fields()
			.requiredString("name")
			.requiredString("note")
			.endRecord();
		Schema retyped = SchemaBuilder.record("Sample").fields().requiredLong("name").endRecord();

		assertThat(incompatibilities(nullable, released)).isEmpty();
		assertThat(incompatibilities(released, nullable)).isEmpty();
		assertThat(incompatibilities(required, released)).isNotEmpty();
		assertThat(incompatibilities(retyped, released)).isNotEmpty();
	}

	private static List<String> incompatibilities(Schema reader, Schema writer) {
		SchemaCompatibility.SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader,
				writer);
		return (pair.getType() == SchemaCompatibilityType.COMPATIBLE) ? List.of()
				: pair.getResult().getIncompatibilities().stream().map(Object::toString).toList();
	}

	/** The hint for Java strings is nobody else's business. */
	private static void withoutJava(JsonNode node) {
		if (node instanceof ObjectNode object) {
			object.remove("avro.java.string");
		}
		node.forEach(ReleasedContractsTest::withoutJava);
	}

}
