package org.mashhub.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.publish.FilePublisher;
import org.mashhub.standalone.publish.RefusedRecords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What was refused, from the broker and back to it, mended. */
@ExtendWith(HubExtension.class)
class RefusedRecordsIT {

	private final HubClient client;

	private final RefusedRecords refused;

	RefusedRecordsIT(RunningHub hub) {
		this.client = hub.client();
		this.refused = new RefusedRecords(hub.client(), "hospital");
	}

	@Test
	void aRefusedMessageIsKeptAsItWasSentUntilItIsMended() throws IOException {
		byte[] wrong = cancellation().replace("Ava", "Zo\u00eb").getBytes(StandardCharsets.ISO_8859_1);
		int before = this.refused.list().size();

		Answer answer = this.client.post("hospital", this.client.addresses().edge().resolve("/hospital/hl7"), wrong,
				Map.of());

		assertThat(answer.problem()).contains("400", "MSH-18");
		JsonNode listed = this.refused.list();
		assertThat(listed).hasSize(before + 1);
		UUID id = UUID.fromString(listed.path(before).path("id").asString());
		assertThat(answer.body()).contains("Kept for 30 days as " + id);
		assertThat(RefusedRecords.body(this.refused.show(id))).isEqualTo(wrong);
		assertThatExceptionOfType(CannotProceedException.class).isThrownBy(() -> this.refused.resend(id, null))
			.withMessageContaining("MSH-18");
		assertThat(this.refused.list()).as("what is refused again is not kept twice").hasSize(before + 1);

		List<UUID> receipts = this.refused.resend(id, cancellation().getBytes(StandardCharsets.UTF_8));

		assertThat(receipts).as("the admission and the attendance").hasSize(2).doesNotHaveDuplicates();
		assertThat(this.refused.list().findValuesAsString("id")).doesNotContain(id.toString());
		assertThat(receipts).allSatisfy((receipt) -> assertThat(this.client.awaitApplied(receipt).isEmpty()).isFalse());
	}

	@Test
	void whatIsRefusedIsListedInTheOrderOfTheFile() {
		String lines = "{\"record\":{\"id\":\"x\"}}\n".repeat(20);

		Answer answer = this.client.post("hospital", this.client.addresses().edge().resolve("/hospital/discharges"),
				lines.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/x-ndjson"));

		assertThat(answer.isGood()).isTrue();
		assertThat(this.refused.list()
			.valueStream()
			.filter((record) -> record.path("path").asString("").endsWith("/discharges"))
			.map((record) -> record.path("line").asInt(0))).hasSize(20).isSorted();
	}

	@Test
	void aFileOfMessagesIsPublishedOneByOneAndWhatIsRefusedIsKept(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("day.hl7"),
				cancellation() + cancellation().replace("SPELL-77120", "") + cancellation().replace("A11", "A13"));
		int before = this.refused.list().size();
		List<String> told = new ArrayList<>();

		FilePublisher.Outcome outcome = new FilePublisher(this.client, directory)
			.send(new FilePublisher.Order("hospital", "/hospital/hl7", file, null, false, false, null), new Told(told));

		assertThat(outcome).isEqualTo(new FilePublisher.Outcome(2, 1));
		assertThat(told).containsExactly("line 1 good", "line 5 PV1-19", "line 9 good");
		assertThat(this.refused.list()).hasSize(before + 1);
	}

	@Test
	void nothingOfATableGoesOutUntilItsRecordsAreWhole(@TempDir Path directory) throws IOException {
		Path examples = RunningHub.scenarios()
			.resolveSibling("services/police-adapter/src/main/resources/examples/police");
		List<String> rows = Files.readAllLines(examples.resolve("incidents.csv"));
		String other = rows.get(1).replace("LOG-2025-0311-0482", "LOG-2025-0311-0999");
		Path torn = Files.write(directory.resolve("torn.csv"), List.of(rows.get(0), rows.get(1), other, rows.get(2)));
		Path whole = Files.write(directory.resolve("whole.csv"), List.of(rows.get(0), rows.get(1), rows.get(2), other));
		List<String> told = new ArrayList<>();
		FilePublisher publisher = new FilePublisher(this.client, directory);

		for (boolean dryRun : List.of(true, false)) {
			assertThatExceptionOfType(CannotProceedException.class)
				.isThrownBy(() -> publisher.send(incidents(torn, examples, dryRun), new Told(told)))
				.withMessageContaining("line 4 (first on line 2)")
				.withMessageContaining("Nothing was sent")
				.satisfies((refused) -> assertThat(refused.remedy()).contains("Sort"));
		}
		assertThat(told).isEmpty();

		assertThat(publisher.send(incidents(whole, examples, false), new Told(told)))
			.isEqualTo(new FilePublisher.Outcome(2, 0));
		assertThat(told).containsExactly("line 2 good", "line 4 good");
	}

	private static FilePublisher.Order incidents(Path file, Path examples, boolean dryRun) {
		return new FilePublisher.Order("police", "/police/incidents", file, examples.resolve("incidents-mapping.yml"),
				false, dryRun, null);
	}

	/** Of a visit that may have been either kind, so that it takes back two records. */
	private static String cancellation() throws IOException {
		return Files.readString(RunningHub.scenarios()
			.resolveSibling("services/hospital-adapter/src/main/resources/examples/hospital/adt-a11-cancel-admit.hl7"))
			.replace("PV1|1|I", "PV1|1|U");
	}

	/** Writes down what it is told of each message. */
	private record Told(List<String> told) implements FilePublisher.Listener {

		@Override
		public void goesOn(long line) {
			this.told.add("goes on at " + line);
		}

		@Override
		public void result(long line, boolean good, JsonNode result) {
			this.told.add("line " + line + " "
					+ (good ? "good" : result.path("errors").path(0).path("field").asString("nothing said")));
		}

		@Override
		public void sent(long accepted, long refused) {
		}

	}

}
