package org.mashhub.console.decisions;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.readmodel.AlertView;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.AlertOutcome;
import org.mashhub.messaging.NameUuid;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what officers decide and sees to it that it is published. */
@Component
public class Decisions {

	private static final Set<AlertOutcome> WANT_A_REASON = EnumSet.of(AlertOutcome.WRONG_PERSON,
			AlertOutcome.WRONG_HOUSEHOLD);

	private final JdbcClient jdbc;

	private final Outbox outbox;

	private final InstantSource clock;

	Decisions(JdbcClient jdbc, Outbox outbox, InstantSource clock) {
		this.jdbc = jdbc;
		this.outbox = outbox;
		this.clock = clock;
	}

	/**
	 * Whether an outcome is nothing without a reason.
	 * @param outcome the outcome
	 * @return true when a reason must be given
	 */
	public static boolean wantsReason(AlertOutcome outcome) {
		return WANT_A_REASON.contains(outcome);
	}

	/**
	 * Records a decision and puts it into the outbox, both or neither. The same sender's
	 * id a second time, about the same alert, does nothing.
	 * @param sentId what its sender calls it
	 * @param alert the alert
	 * @param decided what was decided
	 * @return its receipt: never what its sender chose, which might be that of something
	 * else that the hub has accepted
	 */
	@Transactional
	public UUID record(UUID sentId, AlertView alert, Decided decided) {
		UUID receiptId = receiptOf(sentId, alert.alertId());
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		boolean first = this.jdbc.sql("""
				INSERT INTO decision (receipt_id, alert_id, area, outcome, reason, decided_by, decided_at)
				VALUES (:receipt, :alert, :area, :outcome, :reason, :by, :at) ON CONFLICT DO NOTHING
				""")
			.param("receipt", receiptId)
			.param("alert", alert.alertId())
			.param("area", alert.area())
			.param("outcome", decided.outcome().name())
			.param("reason", decided.reason())
			.param("by", decided.by())
			.param("at", Timestamp.from(at))
			.update() == 1;
		if (first) {
			this.outbox.add(alert.alertId().toString(),
					AlertDecided.newBuilder()
						.setReceiptId(receiptId)
						.setArea(alert.area())
						.setAlertId(alert.alertId())
						.setOutcome(decided.outcome())
						.setReason(decided.reason())
						.setBy(decided.by())
						.setAt(at)
						.setRevision(decided.seen() ? alert.revision() : null)
						.setEpoch(decided.seen() ? alert.provenance().epoch() : null)
						.setClock(decided.seen() ? alert.provenance().clock() : null)
						.build());
		}
		return receiptId;
	}

	/**
	 * Whether a decision is recorded already, whatever has become of the alert since.
	 * @param sentId what its sender calls it
	 * @param alertId the alert
	 * @return its receipt, if it is
	 */
	public Optional<UUID> recorded(UUID sentId, UUID alertId) {
		return this.jdbc.sql("SELECT receipt_id FROM decision WHERE receipt_id = :receipt")
			.param("receipt", receiptOf(sentId, alertId))
			.query(UUID.class)
			.optional();
	}

	private static UUID receiptOf(UUID sentId, UUID alertId) {
		return NameUuid.of("decision", alertId, sentId);
	}

	/**
	 * What was decided about an alert here.
	 * @param alertId the alert
	 * @return decisions, oldest first
	 */
	public List<DecisionView> about(UUID alertId) {
		return this.jdbc.sql("""
				SELECT d.receipt_id, d.outcome, d.reason, d.decided_by, d.decided_at, a.outcome
				FROM decision d LEFT JOIN applied a ON a.receipt_id = d.receipt_id
				WHERE d.alert_id = :alert ORDER BY d.decided_at, d.receipt_id
				""")
			.param("alert", alertId)
			.query((row, number) -> new DecisionView(row.getObject(1, UUID.class),
					AlertOutcome.valueOf(row.getString(2)), row.getString(3), row.getString(4),
					row.getTimestamp(5).toInstant(), row.getString(6)))
			.list();
	}

	/**
	 * What somebody has decided about an alert.
	 *
	 * @param outcome the outcome
	 * @param reason why, in the officer's words
	 * @param by who decided
	 * @param seen whether it is known that they had before them what the alert says; the
	 * hub then does nothing if something newer has renewed it meanwhile
	 */
	public record Decided(AlertOutcome outcome, @Nullable String reason, String by, boolean seen) {
	}

}
