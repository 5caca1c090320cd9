package org.mashhub.console.readmodel;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes rows so that the newest of what was said stands, in whatever order and however
 * often it is said: alerts by revision, all else by the place in the log. Runs in the
 * caller's transaction.
 */
@Component
public class ReadModelWriter {

	private final JdbcClient jdbc;

	private final NamedParameterJdbcTemplate batches;

	ReadModelWriter(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
		this.jdbc = jdbc;
		this.batches = batches;
	}

	/**
	 * Keeps an alert when it is the newest by area time and revision, and the revision in
	 * its history. Another epoch numbers revisions by itself: what it makes of the past
	 * changes nothing that is shown.
	 * @param alert the alert
	 * @param key its key in the topic
	 * @param offset its place in the topic
	 */
	public void alert(AlertView alert, String key, long offset) {
		boolean newest = this.jdbc
			.sql("""
					INSERT INTO alert (alert_id, record_key, area, child_id, state, colour, due_at, raised_at, revision, body,
					                   log_offset)
					VALUES (:id, :key, :area, :child, :state, :colour, :due, :raised, :revision, CAST(:body AS jsonb), :offset)
					ON CONFLICT (alert_id) DO UPDATE
					SET area = excluded.area, child_id = excluded.child_id, state = excluded.state, colour = excluded.colour,
					    due_at = excluded.due_at, raised_at = excluded.raised_at, revision = excluded.revision,
					    body = excluded.body, log_offset = excluded.log_offset
					WHERE ((alert.body #>> '{provenance,clock}')::timestamptz, alert.revision, alert.log_offset)
					      < ((excluded.body #>> '{provenance,clock}')::timestamptz, excluded.revision, excluded.log_offset)
					""")
			.param("id", alert.alertId())
			.param("key", key)
			.param("area", alert.area())
			.param("child", alert.childId())
			.param("state", alert.state().name())
			.param("colour", alert.colour().name())
			.param("due", at(alert.dueAt()))
			.param("raised", at(alert.raisedAt()))
			.param("revision", alert.revision())
			.param("body", Json.write(alert))
			.param("offset", offset)
			.update() == 1;
		revision(alert, newest);
	}

	private void revision(AlertView alert, boolean newest) {
		RevisionView revision = new RevisionView(alert.revision(), alert.provenance().epoch(), alert.state(),
				alert.colour(), alert.provenance().clock(), alert.dueAt(),
				alert.statements().stream().findFirst().orElse(""), alert.takenBy(), alert.closedBecause(),
				alert.outcome());
		this.jdbc.sql("""
				INSERT INTO alert_revision (alert_id, epoch, revision, receipt_id, body)
				VALUES (:id, :epoch, :revision, :receipt, CAST(:body AS jsonb))
				ON CONFLICT (alert_id, epoch, revision) DO UPDATE
				SET body = excluded.body, receipt_id = excluded.receipt_id WHERE :newest
				""")
			.param("receipt", alert.provenance().receiptId())
			.param("id", alert.alertId())
			.param("epoch", alert.provenance().epoch())
			.param("revision", alert.revision())
			.param("body", Json.write(revision))
			.param("newest", newest)
			.update();
	}

	/**
	 * Keeps a child's picture.
	 * @param child the picture
	 * @param key its key in the topic
	 * @param offset its place in the topic
	 */
	public void child(ChildView child, String key, long offset) {
		this.jdbc
			.sql("""
					INSERT INTO child (child_id, record_key, area, family, withdrawn, body, log_offset)
					VALUES (:id, :key, :area, :family, :withdrawn, CAST(:body AS jsonb), :offset)
					ON CONFLICT (child_id) DO UPDATE
					SET area = excluded.area, family = excluded.family, withdrawn = excluded.withdrawn, body = excluded.body,
					    log_offset = excluded.log_offset
					WHERE child.log_offset < excluded.log_offset
					""")
			.param("id", child.childId())
			.param("key", key)
			.param("area", child.area())
			.param("family", child.family())
			.param("withdrawn", child.withdrawn())
			.param("body", Json.write(child))
			.param("offset", offset)
			.update();
	}

	/**
	 * Keeps which person a mention speaks of.
	 * @param identity the decision
	 * @param key its key in the topic
	 * @param offset its place in the topic
	 */
	public void identity(IdentityView identity, String key, long offset) {
		this.jdbc.sql("""
				INSERT INTO person_link (mention_id, record_key, area, person_id, body, log_offset)
				VALUES (:id, :key, :area, CAST(:person AS uuid), CAST(:body AS jsonb), :offset)
				ON CONFLICT (mention_id) DO UPDATE
				SET area = excluded.area, person_id = excluded.person_id, body = excluded.body,
				    log_offset = excluded.log_offset
				WHERE person_link.log_offset < excluded.log_offset
				""")
			.param("id", identity.mentionId())
			.param("key", key)
			.param("area", identity.area())
			.param("person", text(identity.personId()))
			.param("body", Json.write(identity))
			.param("offset", offset)
			.update();
	}

	/**
	 * Keeps a line of the chronology.
	 * @param entry the line
	 * @param withdrawn true when the agency has withdrawn it
	 * @param key its key in the topic
	 * @param offset its place in the topic
	 */
	public void chronology(ChronologyView entry, boolean withdrawn, String key, long offset) {
		this.jdbc
			.sql("""
					INSERT INTO chronology_entry (area, source_record, record_key, withdrawn, occurred_at, mentions, body,
					                              log_offset)
					VALUES (:area, :record, :key, :withdrawn, :occurred, CAST(:mentions AS uuid[]), CAST(:body AS jsonb), :offset)
					ON CONFLICT (area, source_record) DO UPDATE
					SET withdrawn = excluded.withdrawn, occurred_at = excluded.occurred_at, mentions = excluded.mentions,
					    body = excluded.body, log_offset = excluded.log_offset
					WHERE chronology_entry.log_offset < excluded.log_offset
					""")
			.param("area", entry.area())
			.param("record", entry.sourceRecord())
			.param("key", key)
			.param("withdrawn", withdrawn)
			.param("occurred", at(entry.occurredAt()))
			.param("mentions", array(entry.mentions()))
			.param("body", Json.write(entry))
			.param("offset", offset)
			.update();
	}

	/**
	 * Keeps a question about two people.
	 * @param review the question
	 * @param key its key in the topic
	 * @param offset its place in the topic
	 */
	public void review(ReviewView review, String key, long offset) {
		this.jdbc.sql("""
				INSERT INTO link_review (review_id, record_key, area, open, body, log_offset)
				VALUES (:id, :key, :area, :open, CAST(:body AS jsonb), :offset)
				ON CONFLICT (review_id) DO UPDATE
				SET area = excluded.area, open = excluded.open, body = excluded.body, log_offset = excluded.log_offset
				WHERE link_review.log_offset < excluded.log_offset
				""")
			.param("id", review.reviewId())
			.param("key", key)
			.param("area", review.area())
			.param("open", review.open())
			.param("body", Json.write(review))
			.param("offset", offset)
			.update();
	}

	/**
	 * Keeps how far a notification has come.
	 * @param told the notification
	 * @param key its key in the topic
	 * @param offset its place in the topic
	 */
	public void notification(NotificationView told, String key, long offset) {
		this.jdbc.sql("""
				INSERT INTO notification (notification_id, record_key, area, alert_id, child_id, at, body, log_offset)
				VALUES (:id, :key, :area, CAST(:alert AS uuid), :child, :at, CAST(:body AS jsonb), :offset)
				ON CONFLICT (notification_id) DO UPDATE
				SET area = excluded.area, alert_id = excluded.alert_id, child_id = excluded.child_id, at = excluded.at,
				    body = excluded.body, log_offset = excluded.log_offset
				WHERE notification.log_offset < excluded.log_offset
				""")
			.param("id", told.notificationId())
			.param("key", key)
			.param("area", told.area())
			.param("alert", text(told.alertId()))
			.param("child", told.childId())
			.param("at", at(told.at()))
			.param("body", Json.write(told))
			.param("offset", offset)
			.update();
	}

	/**
	 * Keeps an area.
	 * @param area the area
	 * @param key its key in the topic
	 * @param offset its place in the topic
	 */
	public void area(AreaView area, String key, long offset) {
		this.jdbc
			.sql("""
					INSERT INTO area (area, record_key, body, log_offset) VALUES (:area, :key, CAST(:body AS jsonb), :offset)
					ON CONFLICT (area) DO UPDATE SET body = excluded.body, log_offset = excluded.log_offset
					WHERE area.log_offset < excluded.log_offset
					""")
			.param("area", area.area())
			.param("key", key)
			.param("body", Json.write(area))
			.param("offset", offset)
			.update();
	}

	/**
	 * Keeps something that could not be processed.
	 * @param record what and why
	 */
	public void quarantined(QuarantineView record) {
		this.jdbc.sql("""
				INSERT INTO quarantined (topic, partition_no, offset_no, stage, area, receipt_id, reason, at)
				VALUES (:topic, :partition, :offset, :stage, :area, :receipt, :reason, :at)
				ON CONFLICT DO NOTHING
				""")
			.param("topic", record.topic())
			.param("partition", record.partition())
			.param("offset", record.offset())
			.param("stage", record.stage())
			.param("area", record.area())
			.param("receipt", record.receiptId())
			.param("reason", record.reason())
			.param("at", at(record.at()))
			.update();
	}

	/**
	 * Keeps what became of entries of the area log, and how late it is in their areas.
	 * @param applied one or more of them; the last of the same receipt stands
	 */
	public void applied(List<Applied> applied) {
		Map<UUID, Applied> last = new LinkedHashMap<>();
		applied.forEach((one) -> last.merge(one.receipt().receiptId(), one,
				(before, after) -> (after.offset() > before.offset()) ? after : before));
		this.batches.batchUpdate("""
				INSERT INTO applied (receipt_id, area, outcome, alerts, log_offset)
				VALUES (:receipt, :area, :outcome, :alerts, :offset)
				ON CONFLICT (receipt_id) DO UPDATE
				SET area = excluded.area, outcome = excluded.outcome, alerts = excluded.alerts,
				    log_offset = excluded.log_offset, written_at = now()
				WHERE applied.log_offset < excluded.log_offset
				""", last.values()
			.stream()
			.map((one) -> new MapSqlParameterSource("receipt", one.receipt().receiptId()).addValue("area", one.area())
				.addValue("outcome", one.receipt().state().name())
				.addValue("alerts",
						one.receipt().alerts().stream().map(UUID::toString).collect(Collectors.joining(",")))
				.addValue("offset", one.offset()))
			.toArray(SqlParameterSource[]::new));
		Map<String, Instant> latest = applied.stream()
			.collect(Collectors.toMap(Applied::area, Applied::clock, (one, other) -> one.isAfter(other) ? one : other));
		latest.forEach(this::areaTime);
	}

	/**
	 * Keeps how late it is in an area.
	 * @param area the area
	 * @param now its time; it never goes back
	 */
	public void areaTime(String area, Instant now) {
		this.jdbc.sql("""
				INSERT INTO area_time (area, now) VALUES (:area, :now)
				ON CONFLICT (area) DO UPDATE SET now = greatest(area_time.now, excluded.now)
				""").param("area", area).param("now", at(now)).update();
	}

	/**
	 * Forgets what stood under a key: its content has been erased.
	 * @param table table that the topic fills
	 * @param key the key
	 */
	public void erase(Table table, String key) {
		if (table == Table.ALERT) {
			this.jdbc.sql(
					"DELETE FROM alert_revision WHERE alert_id IN (SELECT alert_id FROM alert WHERE record_key = :key)")
				.param("key", key)
				.update();
		}
		this.jdbc.sql("DELETE FROM " + table.sqlName + " WHERE record_key = :key").param("key", key).update();
	}

	/** Empties every table that is made from topics; officers' decisions stay. */
	public void clear() {
		this.jdbc.sql("""
				TRUNCATE alert, child, person_link, chronology_entry, link_review, notification, applied, area_time,
				         quarantined, area, feed_position
				""").update();
	}

	private static Timestamp at(Instant instant) {
		return Timestamp.from(instant);
	}

	private static @Nullable String text(@Nullable UUID id) {
		return (id != null) ? id.toString() : null;
	}

	static String array(List<UUID> ids) {
		return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
	}

	/**
	 * What became of an entry of the area log.
	 *
	 * @param area its area
	 * @param clock the area's time at it
	 * @param receipt what became of it
	 * @param offset place in the topic
	 */
	public record Applied(String area, Instant clock, ReceiptView receipt, long offset) {
	}

	/** Tables whose rows can be erased by key. */
	public enum Table {

		/** Alerts. */
		ALERT("alert"),
		/** Pictures. */
		CHILD("child"),
		/** Identity. */
		PERSON_LINK("person_link"),
		/** Chronology. */
		CHRONOLOGY("chronology_entry"),
		/** Reviews. */
		REVIEW("link_review"),
		/** Notifications. */
		NOTIFICATION("notification"),
		/** Areas. */
		AREA("area");

		private final String sqlName;

		Table(String sqlName) {
			this.sqlName = sqlName;
		}

	}

}
