package org.mashhub.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.Fact;
import org.mashhub.hub.v1.FactKind;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.ObservedPerson;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.hub.v1.StandardisedPerson;

import static org.assertj.core.api.Assertions.assertThat;

/** A day that cannot be brought about for a family passes, and shows in quarantine. */
class FailedDayTest {

	private static final LocalDate SIXTEENTH = LocalDate.parse("2025-12-20");

	private final List<Observation> golden = new Golden("first-light").log();

	@Test
	void passesAndIsSetAsideOnce() {
		List<Observation> log = List.of(event("BirthVisitRecorded"), wantedAtNobodyKnowsWhen(), tick("2025-12-19"),
				tick("2025-12-20"), tick("2025-12-21"));

		Map<String, List<CorrelationReplay.Output>> outputs = CorrelationReplay.run(log, "any");

		assertThat(outputs.get("applied")).extracting((output) -> ((ObservationApplied) output.value()).getOutcome())
			.hasSize(log.size())
			.containsOnly(AppliedOutcome.APPLIED);
		assertThat(outputs.get("quarantine")).singleElement().satisfies((output) -> {
			QuarantinedRecord aside = (QuarantinedRecord) output.value();
			assertThat(aside.getStage()).isEqualTo("correlation");
			assertThat(aside.getOffset()).isEqualTo(3);
			assertThat(aside.getReason()).contains("DateTimeParseException");
		});
	}

	/**
	 * Of a boy of the baby's home, who stands among the adults from his 16th birthday.
	 */
	private Observation wantedAtNobodyKnowsWhen() {
		Observation custody = event("CustodyStatusChanged");
		ObservedPerson man = custody.getPeople().getFirst();
		StandardisedPerson standard = StandardisedPerson.newBuilder(man.getStandardised())
			.setBirthDate(SIXTEENTH.minusYears(16))
			.setBirthYear(SIXTEENTH.getYear() - 16)
			.setHomeKeys(event("BirthVisitRecorded").getPeople().getFirst().getStandardised().getHomeKeys())
			.build();
		return Observation.newBuilder(custody)
			.setPeople(List.of(ObservedPerson.newBuilder(man).setStandardised(standard).build()))
			.setFacts(List.of(new Fact(FactKind.CUSTODY_CHANGED, List.of(man.getRecorded().getRef()),
					Map.of("status", "NO_LONGER_WANTED", "on", "no date at all"))))
			.build();
	}

	private Observation tick(String day) {
		Observation tick = this.golden.stream()
			.filter((entry) -> entry.getKind() == ObservationKind.TICK)
			.findFirst()
			.orElseThrow();
		return Observation.newBuilder(tick)
			.setReceiptId(UUID.nameUUIDFromBytes(day.getBytes(StandardCharsets.UTF_8)))
			.setClock(Instant.parse(day + "T09:00:00Z"))
			.build();
	}

	private Observation event(String type) {
		return this.golden.stream()
			.filter((entry) -> entry.getKind() == ObservationKind.EVENT && entry.getEventType().equals(type))
			.findFirst()
			.orElseThrow();
	}

}
