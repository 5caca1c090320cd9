package org.mashhub.notification.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.notification.notice.Channel;
import org.mashhub.notification.notice.MessageKey;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The attempts to deliver sealed messages; always inside the caller's transaction. */
@Repository
class DeliveryStore {

	private final JdbcClient jdbc;

	DeliveryStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The next message of a channel, locked for as long as the attempt takes; a crash
	 * gives it free. Whether it is needed is looked up for this one alone (OFFSET 0):
	 * left to itself, PostgreSQL reads the entries of all messages ever sent, each time.
	 */
	Optional<Due> nextDue(Channel channel, Instant now) {
		return this.jdbc.sql("""
				SELECT delivery.notice_id, delivery.revision, attempts, sealed_at, subject, body, recipient_email,
					recipient_organisation,
					EXISTS (SELECT FROM message_entry JOIN notice_entry USING (notice_id, subject_id)
						WHERE (withdrawal OR NOT acknowledged) AND message_entry.notice_id = delivery.notice_id
						AND message_entry.revision = delivery.revision OFFSET 0) AS needed
				FROM delivery JOIN message USING (notice_id, revision) JOIN notice USING (notice_id)
				WHERE channel = :channel AND state = 'WAITING' AND next_attempt_at <= :now AND sealed_at IS NOT NULL
				ORDER BY next_attempt_at LIMIT 1 FOR UPDATE OF delivery SKIP LOCKED
				""")
			.param("channel", channel.name())
			.param("now", Timestamp.from(now))
			.query((result, number) -> new Due(
					new MessageKey(result.getObject("notice_id", UUID.class), result.getInt("revision")),
					result.getInt("attempts"), result.getTimestamp("sealed_at").toInstant(),
					result.getString("subject"), result.getString("body"), result.getString("recipient_email"),
					result.getString("recipient_organisation"), result.getBoolean("needed")))
			.optional();
	}

	void attempted(MessageKey message, Channel channel, String state, @Nullable String failure, Instant next) {
		this.jdbc.sql("""
				UPDATE delivery SET attempts = attempts + 1, state = :state, failure = :failure, next_attempt_at = :next
				WHERE notice_id = :id AND revision = :revision AND channel = :channel
				""")
			.param("state", state)
			.param("failure", failure)
			.param("next", Timestamp.from(next))
			.param("id", message.noticeId())
			.param("revision", message.revision())
			.param("channel", channel.name())
			.update();
	}

	/** What led to the entries of a message. */
	List<Cause> causes(MessageKey message) {
		return this.jdbc.sql("""
				SELECT accepted_at, traceparent FROM message_entry WHERE notice_id = :id AND revision = :revision
				ORDER BY subject_id
				""").param("id", message.noticeId()).param("revision", message.revision()).query((result, number) -> {
			Timestamp acceptedAt = result.getTimestamp("accepted_at");
			return new Cause((acceptedAt != null) ? acceptedAt.toInstant() : null, result.getString("traceparent"));
		}).list();
	}

	/**
	 * When the oldest telling of an alert that still waits should have left; empty when
	 * none does. Whether it is needed is looked up for those that wait alone.
	 */
	Optional<Instant> oldestWaiting(Channel channel, Instant now) {
		return this.jdbc
			.sql("""
					SELECT min(release_at) FROM delivery JOIN message USING (notice_id, revision) JOIN notice USING (notice_id)
					WHERE channel = :channel AND state = 'WAITING' AND kind = 'ALERT' AND release_at <= :now
					AND EXISTS (SELECT FROM message_entry JOIN notice_entry USING (notice_id, subject_id)
						WHERE (withdrawal OR NOT acknowledged) AND message_entry.notice_id = delivery.notice_id
						AND message_entry.revision = delivery.revision OFFSET 0)
					""")
			.param("channel", channel.name())
			.param("now", Timestamp.from(now))
			.query((result, number) -> Optional.ofNullable(result.getTimestamp(1)).map(Timestamp::toInstant))
			.single();
	}

	void notNeeded(MessageKey message, Channel channel) {
		this.jdbc.sql("""
				UPDATE delivery SET state = 'NOT_NEEDED'
				WHERE notice_id = :id AND revision = :revision AND channel = :channel
				""")
			.param("id", message.noticeId())
			.param("revision", message.revision())
			.param("channel", channel.name())
			.update();
	}

}
