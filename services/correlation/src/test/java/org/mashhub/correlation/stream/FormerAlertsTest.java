package org.mashhub.correlation.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Audience;
import org.mashhub.hub.v1.Colour;
import org.mashhub.hub.v1.Provenance;

import static org.assertj.core.api.Assertions.assertThat;

class FormerAlertsTest {

	private static final String AREA = "tarnley";

	private static final Instant RAISED = Instant.parse("2025-10-01T09:00:00Z");

	private static final Instant NOW = Instant.parse("2025-10-08T09:00:00Z");

	private static final UUID ID = new UUID(0, 1);

	private final FormerAlerts former = new FormerAlerts((id) -> Optional.of(open()).filter((alert) -> id.equals(ID)));

	@Test
	void anOfficerEndsWhatTheEpochBeforeHasLeftOpen() {
		assertThat(after(decided("WRONG_PERSON"))).hasValueSatisfying((alert) -> {
			assertThat(alert.getState()).isEqualTo(AlertState.CLOSED);
			assertThat(alert.getOutcome()).contains("WRONG_PERSON");
			assertThat(alert.getTakenBy()).contains("officer");
			assertThat(alert.getRevision()).isEqualTo(8);
			assertThat(alert.getText()).isEqualTo("All of it.");
			assertThat(alert.getProvenance().getEpoch()).as("whose it is").isEqualTo("first-1");
			assertThat(alert.getProvenance().getClock()).isEqualTo(NOW);
		});
	}

	@Test
	void anOfficerTakesIt() {
		assertThat(after(decided("TAKEN"))).hasValueSatisfying((alert) -> {
			assertThat(alert.getState()).isEqualTo(AlertState.REVISED);
			assertThat(alert.getTakenBy()).contains("officer");
			assertThat(alert.getOutcome()).isEmpty();
		});
	}

	@Test
	void whoeverHasSeenItAcknowledgesItOnce() {
		assertThat(after(acknowledged("LEAD_PROFESSIONAL", RAISED))).hasValueSatisfying(
				(alert) -> assertThat(alert.getAcknowledgedBy()).containsExactly("DUTY_DESK", "LEAD_PROFESSIONAL"));
		assertThat(after(acknowledged("DUTY_DESK", RAISED))).isEmpty();
		assertThat(after(acknowledged("LEAD_PROFESSIONAL", RAISED.minusMillis(1)))).isEmpty();
	}

	@Test
	void whatTheEpochHasRaisedItselfIsNotLookedUp() {
		FormerAlerts never = new FormerAlerts((id) -> {
			throw new AssertionError("looked up");
		});

		assertThat(never.after(AREA, decided("TAKEN"), NOW, ID::equals)).isEmpty();
	}

	@Test
	void whatStandsInAnotherAreaIsNotEndedFromThisOne() {
		assertThat(this.former.after("elsewhere", decided("TAKEN"), NOW, (id) -> false)).isEmpty();
	}

	/** The topic shows nothing of what is not committed yet. */
	@Test
	void goesOnFromWhatItHasGivenOutItself() {
		after(acknowledged("LEAD_PROFESSIONAL", RAISED));
		assertThat(after(acknowledged("TEAM_MANAGER", RAISED))).hasValueSatisfying((alert) -> {
			assertThat(alert.getAcknowledgedBy()).containsExactly("DUTY_DESK", "LEAD_PROFESSIONAL", "TEAM_MANAGER");
			assertThat(alert.getRevision()).isEqualTo(9);
		});
		assertThat(after(decided("WRONG_PERSON"))).isPresent();
		assertThat(after(acknowledged("GP", RAISED))).as("it has ended").isEmpty();

		this.former.startAgain();

		assertThat(after(acknowledged("GP", RAISED))).isPresent();
	}

	@Test
	void whatHasEndedIsNotEndedAgain() {
		FormerAlerts ended = new FormerAlerts(
				(id) -> Optional.of(Alert.newBuilder(open()).setState(AlertState.CLOSED).build()));

		assertThat(ended.after(AREA, decided("PASSED_TO_WORKER"), NOW, (id) -> false)).isEmpty();
	}

	private Optional<Alert> after(Entry.HubRecord done) {
		return this.former.after(AREA, done, NOW, (id) -> false);
	}

	private static Entry.HubRecord decided(String outcome) {
		return done(FactKind.ALERT_DECIDED, Map.of("alertId", ID.toString(), "by", "officer", "outcome", outcome));
	}

	private static Entry.HubRecord acknowledged(String role, Instant seenAt) {
		return done(FactKind.ALERT_ACKNOWLEDGED, Map.of("alertId", ID.toString(), "by", "somebody", "role", role,
				"epoch", "first-1", "seenAt", seenAt.toString()));
	}

	private static Entry.HubRecord done(FactKind kind, Map<String, String> attributes) {
		return new Entry.HubRecord(9, new UUID(0, 9), Instant.EPOCH, List.of(new Fact(kind, List.of(), attributes)));
	}

	private static Alert open() {
		return Alert.newBuilder()
			.setProvenance(new Provenance(AREA, "first-1", new UUID(0, 2), RAISED.plusSeconds(60)))
			.setAlertId(ID)
			.setChildId(new UUID(0, 3))
			.setChildFoundingMention(new UUID(0, 4))
			.setFamily(new UUID(0, 5))
			.setRule("A11")
			.setRuleName("House move")
			.setState(AlertState.REVISED)
			.setRevision(7)
			.setColour(Colour.AMBER)
			.setAudience(Audience.LEAD_AND_MASH)
			.setRaisedAt(RAISED)
			.setRenewedAt(RAISED)
			.setDueAt(RAISED.plusSeconds(86400))
			.setChildLabel("Child A, 2 years")
			.setFamilyAdvice("Ask first.")
			.setDisclaimer("It does not say more.")
			.setText("All of it.")
			.setAcknowledgedBy(List.of("DUTY_DESK"))
			.build();
	}

}
