package org.mashhub.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.standalone.scenario.Replay;
import org.mashhub.standalone.scenario.Scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Scenarios whose payloads make more than one record each. */
@ExtendWith(HubExtension.class)
class ReplayIT {

	private static final Path SERVICES = RunningHub.scenarios().resolveSibling("services");

	private static final Path HOSPITAL = SERVICES.resolve("hospital-adapter/src/main/resources/examples/hospital");

	private static final Path GP = SERVICES.resolve("gp-adapter/src/main/resources/examples/gp");

	@TempDir
	private Path folder;

	private final RunningHub hub;

	ReplayIT(RunningHub hub) {
		this.hub = hub;
	}

	@Test
	void awaitsEveryRecordThatAMessageMakes() throws IOException {
		Files.writeString(this.folder.resolve("cancelled.hl7"),
				Files.readString(HOSPITAL.resolve("adt-a11-cancel-admit.hl7")).replace("PV1|1|I", "PV1|1|U"));
		write("hospital /hospital/fhir/Encounter " + HOSPITAL.resolve("fhir-encounter-self-discharge.json"),
				"gp /gp/fhir/Bundle " + GP.resolve("bundle-message.json"), "hospital /hospital/hl7 cancelled.hl7");

		Replay.Outcome outcome = new Replay(this.hub.client(), Scenario.read(this.folder)).run(new Silent());

		assertThat(outcome.sent()).isEqualTo(6);
		TopicReader topics = new TopicReader(this.hub.hub().ports());
		Set<UUID> logged = topics.values(Observation.class)
			.filter((entry) -> entry.getArea().equals(outcome.area()) && entry.getKind() == ObservationKind.EVENT)
			.map(Observation::getReceiptId)
			.collect(Collectors.toSet());
		Map<UUID, AppliedOutcome> applied = topics.values(ObservationApplied.class)
			.filter((entry) -> logged.contains(entry.getProvenance().getReceiptId()))
			.collect(Collectors.toMap((entry) -> entry.getProvenance().getReceiptId(), ObservationApplied::getOutcome));
		assertThat(applied).hasSize(6).containsOnlyKeys(logged);
		assertThat(applied.values()).containsOnly(AppliedOutcome.APPLIED);
	}

	@Test
	void stopsWhereTheHubDoesNotTakeAllOfABundle() throws IOException {
		Files.writeString(this.folder.resolve("wrong.json"),
				Files.readString(GP.resolve("bundle-message.json")).replace("9990000034", "9990000035"));
		write("gp /gp/fhir/Bundle wrong.json");
		Replay replay = new Replay(this.hub.client(), Scenario.read(this.folder));

		assertThatExceptionOfType(CannotProceedException.class).isThrownBy(() -> replay.run(new Silent()))
			.withMessageContaining("identifier")
			.withMessageNotContaining("9990000035");
	}

	private void write(String... deliveries) throws IOException {
		StringBuilder story = new StringBuilder("title: Several at once\nsummary: As systems send them.\nsteps:\n");
		for (String delivery : deliveries) {
			String[] words = delivery.split(" ", 3);
			story.append("""
					  - at: "2025-12-10T08:00:00Z"
					    agency: %s
					    send: %s
					    payload: "%s"
					    says: "Something was recorded."
					""".formatted(words[0], words[1], words[2]));
		}
		Files.writeString(this.folder.resolve("scenario.yml"), story);
	}

	/** Says nothing. */
	private static final class Silent implements Replay.Teller {

		@Override
		public void begins(Scenario scenario, String area) {
		}

		@Override
		public void happened(Scenario.Step step) {
		}

		@Override
		public void alerted(JsonNode shown) {
		}

		@Override
		public void ends(Replay.Outcome outcome) {
		}

	}

}
