package org.mashhub.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.hub.v1.Observation;
import org.mashhub.messaging.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kafka clients that are not ours read our topics and write events that intake takes. The
 * programs lie in {@code src/test/interop}; their libraries come from npm.
 */
@ExtendWith(HubExtension.class)
@EnabledIfSystemProperty(named = "mash.interop", matches = "true",
		disabledReason = "only ./mash test --interop asks for it")
class ClientInteropIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Path SOURCE = Path.of("src", "test", "interop");

	private static final Path PLACE = Path.of("target", "interop");

	private static final int MINUTES = 10;

	private final RunningHub hub;

	ClientInteropIT(RunningHub hub) {
		this.hub = hub;
	}

	@BeforeAll
	static void install() throws IOException, InterruptedException {
		Assumptions.assumeTrue(isThere("node") && isThere("npm"), "node and npm are not on the PATH");
		Files.createDirectories(PLACE);
		for (String file : List.of("package.json", "package-lock.json", "interop.mjs")) {
			Files.copy(SOURCE.resolve(file), PLACE.resolve(file), StandardCopyOption.REPLACE_EXISTING);
		}
		run(Map.of(), "npm", "ci", "--no-audit", "--no-fund");
	}

	@ParameterizedTest
	@CsvSource({ "kafkajs, kafkajs", "kafkajs, confluent", "confluent, confluent" })
	void readsOurRecordsAndWritesWhatIntakeTakes(String client, String serde) throws IOException, InterruptedException {
		Assumptions.assumeTrue(
				client.equals("kafkajs")
						|| Files.isDirectory(PLACE.resolve("node_modules/@confluentinc/kafka-javascript")),
				"npm could not build @confluentinc/kafka-javascript here");
		String area = this.hub.openArea("interop", Instant.parse("2025-11-30T12:00:00Z"));
		String id = "INTEROP-" + client + "-" + serde;
		String body = Files
			.readString(RunningHub.scenarios().resolve("first-light").resolve("04-incident-violence.json"));
		String recordId = JSON.readTree(body).path("record").path("id").asString();
		this.hub.send(area, "police", "/police/incidents", body.replace("\"" + recordId + "\"", "\"" + id + "\""));

		JsonNode told = JSON.readTree(run(environment(id), "node", "interop.mjs", client, serde));

		assertThat(told.path("read").path("recordId").asString()).isEqualTo(id);
		assertThat(told.path("read").path("people").asInt()).isPositive();
		UUID receipt = UUID.fromString(told.path("written").path("receiptId").asString());
		assertThat(this.hub.client().awaitApplied(receipt).path("state").asString()).isEqualTo("APPLIED");
		List<Observation> entries = new TopicReader(this.hub.hub().ports()).values(Observation.class)
			.filter((entry) -> entry.getArea().equals(area))
			.toList();
		Observation ours = entryOf(entries, id);
		Observation theirs = entryOf(entries, id + "-COPY");
		assertThat(theirs.getReceiptId()).isEqualTo(receipt);
		assertThat(theirs.getPeople()).extracting(Golden::json)
			.isNotEmpty()
			.isEqualTo(ours.getPeople().stream().map(Golden::json).toList());
		assertThat(theirs.getFacts()).extracting(Golden::json)
			.isNotEmpty()
			.isEqualTo(ours.getFacts().stream().map(Golden::json).toList());
	}

	private static Observation entryOf(List<Observation> entries, String recordId) {
		return entries.stream()
			.filter((entry) -> entry.getHeader()
				.filter((header) -> header.getSourceRecordId().equals(recordId))
				.isPresent())
			.findFirst()
			.orElseThrow();
	}

	private Map<String, String> environment(String recordId) {
		Ports ports = this.hub.hub().ports();
		return Map.of("BROKER", "127.0.0.1:" + ports.broker(), "REGISTRY",
				"http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7", "TOPIC",
				Contracts.topicOf(IncidentLogged.class), "RECORD", recordId, "COPY", recordId + "-COPY");
	}

	private static boolean isThere(String program) {
		return List.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1))
			.stream()
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, program)));
	}

	/** The last line that a program prints. */
	private static String run(Map<String, String> environment, String... command)
			throws IOException, InterruptedException {
		Path output = Files.createTempFile(PLACE, "output", ".log");
		ProcessBuilder builder = new ProcessBuilder(command).directory(PLACE.toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().putAll(environment);
		Process process = builder.start();
		if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
			process.destroyForcibly();
		}
		String text = Files.readString(output, StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(text).isZero();
		return text.lines().reduce("", (earlier, line) -> line);
	}

}
