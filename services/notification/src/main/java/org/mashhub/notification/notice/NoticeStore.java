package org.mashhub.notification.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.Colour;
import org.mashhub.messaging.KeptRecords;
import org.mashhub.notification.recipient.Recipient;
import org.mashhub.notification.recipient.RecipientRole;
import org.mashhub.tracing.Step;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Items, what they are about and their tellings; always inside the caller's transaction.
 */
@Repository
class NoticeStore {

	private final JdbcClient jdbc;

	NoticeStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Claims a revision of an alert: true once, and never again for it or an older one.
	 * Area time comes first: another epoch numbers its revisions by itself, and what it
	 * makes of the past is no news.
	 * @param alert the revision
	 * @param known area time of the revision that is known, null where none is: rows of
	 * long ago do not tell it themselves
	 */
	boolean claim(Alert alert, @Nullable Instant known) {
		return this.jdbc.sql("""
				INSERT INTO alert (alert_id, revision, clock, record) VALUES (:id, :revision, :clock, :record)
				ON CONFLICT (alert_id) DO UPDATE
				SET revision = excluded.revision, clock = excluded.clock, record = excluded.record
				WHERE (coalesce(alert.clock, CAST(:known AS timestamptz), excluded.clock), alert.revision)
				      < (excluded.clock, excluded.revision)
				""")
			.param("id", alert.getAlertId())
			.param("revision", alert.getRevision())
			.param("clock", Timestamp.from(alert.getProvenance().getClock()))
			.param("known", (known != null) ? Timestamp.from(known) : null)
			.param("record", KeptRecords.write(alert))
			.update() == 1;
	}

	Optional<Alert> alert(UUID alertId) {
		return this.jdbc.sql("SELECT record FROM alert WHERE alert_id = :id")
			.param("id", alertId)
			.query((result, number) -> KeptRecords.read(result.getBytes("record"), Alert.class))
			.optional();
	}

	Optional<String> statusText(UUID statusNoticeId) {
		return this.jdbc.sql("SELECT text FROM status_notice WHERE status_notice_id = :id")
			.param("id", statusNoticeId)
			.query(String.class)
			.optional();
	}

	/**
	 * Claims a version of a status notice: later by area time, then by place in its
	 * topic.
	 */
	boolean claimStatus(UUID statusNoticeId, Instant clock, long offset, String text) {
		return this.jdbc
			.sql("""
					INSERT INTO status_notice (status_notice_id, clock, log_offset, text) VALUES (:id, :clock, :offset, :text)
					ON CONFLICT (status_notice_id) DO UPDATE
					SET clock = excluded.clock, log_offset = excluded.log_offset, text = excluded.text
					WHERE (status_notice.clock, status_notice.log_offset) < (excluded.clock, excluded.log_offset)
					""")
			.param("id", statusNoticeId)
			.param("clock", Timestamp.from(clock))
			.param("offset", offset)
			.param("text", text)
			.update() == 1;
	}

	/**
	 * The open item of this family, recipient and bundle, opened if there is none;
	 * locked.
	 */
	Notice open(Notice proposed, String bundle) {
		insert(proposed, bundle);
		return this.jdbc
			.sql("""
					SELECT * FROM notice WHERE area = :area AND family = :family AND recipient_key = :key AND bundle = :bundle
					AND acknowledged_at IS NULL FOR UPDATE
					""")
			.param("area", proposed.area())
			.param("family", proposed.family())
			.param("key", proposed.recipient().key())
			.param("bundle", bundle)
			.query(NoticeStore::notice)
			.optional()
			.orElseGet(() -> reopened(proposed, bundle));
	}

	/** Acknowledged between our two statements: nobody else opens it now, so we do. */
	private Notice reopened(Notice proposed, String bundle) {
		insert(proposed, bundle);
		return lock(proposed.id());
	}

	private void insert(Notice proposed, String bundle) {
		Recipient recipient = proposed.recipient();
		this.jdbc
			.sql("""
					INSERT INTO notice (notice_id, kind, area, family, bundle, recipient_role, recipient_key, recipient_name,
						recipient_email, recipient_organisation, opened_at)
					VALUES (:id, :kind, :area, :family, :bundle, :role, :key, :name, :email, :organisation, :openedAt)
					ON CONFLICT DO NOTHING
					""")
			.param("id", proposed.id())
			.param("kind", proposed.kind().name())
			.param("area", proposed.area())
			.param("family", proposed.family())
			.param("bundle", bundle)
			.param("role", recipient.role().name())
			.param("key", recipient.key())
			.param("name", recipient.name())
			.param("email", recipient.email())
			.param("organisation", recipient.organisation())
			.param("openedAt", Timestamp.from(proposed.openedAt()))
			.update();
	}

	Notice lock(UUID noticeId) {
		return this.jdbc.sql("SELECT * FROM notice WHERE notice_id = :id FOR UPDATE")
			.param("id", noticeId)
			.query(NoticeStore::notice)
			.single();
	}

	/** Finds an item by its own id, or by that of a notification that belongs to it. */
	Optional<Notice> find(UUID id) {
		return this.jdbc.sql("""
				SELECT * FROM notice WHERE notice_id = :id
				UNION SELECT notice.* FROM notice JOIN notification USING (notice_id) WHERE notification_id = :id
				""").param("id", id).query(NoticeStore::notice).optional();
	}

	List<Notice> list(@Nullable String recipient, @Nullable String area, int limit) {
		return this.jdbc.sql("""
				SELECT * FROM notice
				WHERE (:recipient::text IS NULL OR lower(recipient_email) = lower(:recipient)
					OR recipient_role = :recipient) AND (:area::text IS NULL OR area = :area)
				ORDER BY opened_at DESC LIMIT :limit
				""")
			.param("recipient", recipient)
			.param("area", area)
			.param("limit", limit)
			.query(NoticeStore::notice)
			.list();
	}

	/** Of each subject of items, the newest revision that has been sent. */
	Map<UUID, Map<UUID, Integer>> toldRevisions(Set<UUID> noticeIds) {
		Map<UUID, Map<UUID, Integer>> told = new HashMap<>();
		if (noticeIds.isEmpty()) {
			return told;
		}
		this.jdbc.sql("""
				SELECT notice_id, subject_id, max(subject_revision) AS told
				FROM message_entry JOIN delivery USING (notice_id, revision)
				WHERE notice_id IN (:ids) AND state = 'SENT' GROUP BY notice_id, subject_id
				""").param("ids", noticeIds).query((result) -> {
			told.computeIfAbsent(result.getObject("notice_id", UUID.class), (absent) -> new HashMap<>())
				.put(result.getObject("subject_id", UUID.class), result.getInt("told"));
		});
		return told;
	}

	void acknowledge(UUID noticeId, String by, Instant at) {
		this.jdbc.sql("UPDATE notice SET acknowledged_at = :at, acknowledged_by = :by WHERE notice_id = :id")
			.param("at", Timestamp.from(at))
			.param("by", by)
			.param("id", noticeId)
			.update();
	}

	/** An entry has been acknowledged: whatever of it is not sealed need not be sent. */
	void acknowledge(UUID noticeId, UUID subjectId) {
		this.jdbc.sql("""
				UPDATE notice_entry SET acknowledged = true, acknowledgements = acknowledgements + 1,
					told = told OR NOT withdrawn
				WHERE notice_id = :notice AND subject_id = :subject
				""").param("notice", noticeId).param("subject", subjectId).update();
		untell(noticeId, subjectId);
	}

	/** What an item holds of which the newest telling has been sent on some channel. */
	Set<Seen> sent(UUID noticeId) {
		return Set.copyOf(this.jdbc
			.sql("""
					SELECT notice_entry.* FROM notice_entry JOIN (
						SELECT notice_id, subject_id, max(revision) AS newest FROM message_entry GROUP BY notice_id, subject_id
					) telling USING (notice_id, subject_id)
					WHERE notice_id = :id AND EXISTS (SELECT FROM delivery WHERE state = 'SENT'
						AND delivery.notice_id = telling.notice_id AND delivery.revision = newest)
					""")
			.param("id", noticeId)
			.query((result, number) -> Seen.of(entry(result, number).subject()))
			.list());
	}

	/** The newest item in which a recipient was, or is to be, told of a subject. */
	Optional<UUID> newestWith(UUID subjectId, String recipientKey) {
		return this.jdbc.sql("""
				SELECT notice_id FROM notice_entry JOIN notice USING (notice_id)
				WHERE subject_id = :subject AND recipient_key = :key
				ORDER BY entered_at DESC, revision DESC LIMIT 1
				""").param("subject", subjectId).param("key", recipientKey).query(UUID.class).optional();
	}

	/**
	 * The newest item of each recipient that holds a subject; leads first, so that locks
	 * are taken in one order.
	 */
	List<UUID> newestWith(UUID subjectId) {
		return this.jdbc.sql("""
				SELECT notice_id FROM (
					SELECT DISTINCT ON (recipient_key) notice_id, recipient_role, recipient_key
					FROM notice_entry JOIN notice USING (notice_id) WHERE subject_id = :subject
					ORDER BY recipient_key, entered_at DESC, revision DESC) newest
				ORDER BY recipient_role DESC, recipient_key
				""").param("subject", subjectId).query(UUID.class).list();
	}

	List<Entry> entries(UUID noticeId) {
		return entries(Set.of(noticeId)).getOrDefault(noticeId, List.of());
	}

	Map<UUID, List<Entry>> entries(Set<UUID> noticeIds) {
		Map<UUID, List<Entry>> entries = new HashMap<>();
		if (noticeIds.isEmpty()) {
			return entries;
		}
		this.jdbc
			.sql("""
					SELECT * FROM notice_entry WHERE notice_id IN (:ids) ORDER BY acknowledged, withdrawn, colour = 'RED' DESC NULLS LAST,
						colour = 'AMBER' DESC NULLS LAST, due_at, entered_at, subject_id
					""")
			.param("ids", noticeIds)
			.query((result) -> {
				entries.computeIfAbsent(result.getObject("notice_id", UUID.class), (absent) -> new ArrayList<>())
					.add(entry(result, 0));
			});
		return entries;
	}

	Optional<Entry> entry(UUID noticeId, UUID subjectId) {
		return this.jdbc.sql("SELECT * FROM notice_entry WHERE notice_id = :id AND subject_id = :subject")
			.param("id", noticeId)
			.param("subject", subjectId)
			.query(NoticeStore::entry)
			.optional();
	}

	/**
	 * Puts a subject into an item, or its newer version in the place of the older; under
	 * the item's lock, or it waits for whoever has that lock and comes for it later.
	 */
	void put(UUID noticeId, Subject subject, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO notice_entry (notice_id, subject_id, child_id, revision, epoch, clock, colour, due_at, overdue,
						for_action, withdrawn, content, held_back, entered_at)
					VALUES (:notice, :id, :child, :revision, :epoch, :clock, :colour, :dueAt, :overdue, :forAction,
						:withdrawn, :content, :heldBack, :now)
					ON CONFLICT (notice_id, subject_id) DO UPDATE
					SET revision = excluded.revision, epoch = excluded.epoch, clock = excluded.clock, colour = excluded.colour, due_at = excluded.due_at,
						overdue = excluded.overdue, for_action = excluded.for_action, withdrawn = excluded.withdrawn,
						content = excluded.content, held_back = excluded.held_back
					""")
			.param("notice", noticeId)
			.param("id", subject.id())
			.param("child", subject.childId())
			.param("revision", subject.revision())
			.param("epoch", (subject.given() != null) ? subject.given().epoch() : null)
			.param("clock", (subject.given() != null) ? Timestamp.from(subject.given().clock()) : null)
			.param("colour", (subject.colour() != null) ? subject.colour().name() : null)
			.param("dueAt", (subject.dueAt() != null) ? Timestamp.from(subject.dueAt()) : null)
			.param("overdue", subject.overdue())
			.param("forAction", subject.forAction())
			.param("withdrawn", subject.withdrawn())
			.param("content", subject.content())
			.param("heldBack", String.join("\n", subject.heldBack()))
			.param("now", Timestamp.from(now))
			.update();
	}

	/**
	 * The telling that is not sealed yet, or a new one, with its deliveries; under the
	 * item's lock.
	 */
	MessageKey compose(UUID noticeId, Instant releaseAt, @Nullable Instant areaReleaseAt, List<Channel> channels) {
		Optional<Integer> unsealed = this.jdbc
			.sql("SELECT revision FROM message WHERE notice_id = :id AND sealed_at IS NULL")
			.param("id", noticeId)
			.query(Integer.class)
			.optional();
		if (unsealed.isPresent()) {
			hasten(new MessageKey(noticeId, unsealed.get()), areaReleaseAt);
			return new MessageKey(noticeId, unsealed.get());
		}
		int revision = this.jdbc.sql("""
				INSERT INTO message (notice_id, revision, release_at, area_release_at)
				SELECT :id, coalesce(max(revision), 0) + 1, :releaseAt, :areaReleaseAt::timestamptz
				FROM message WHERE notice_id = :id
				RETURNING revision
				""")
			.param("id", noticeId)
			.param("releaseAt", Timestamp.from(releaseAt))
			.param("areaReleaseAt", (areaReleaseAt != null) ? Timestamp.from(areaReleaseAt) : null)
			.query(Integer.class)
			.single();
		channels.forEach((channel) -> this.jdbc.sql("""
				INSERT INTO delivery (notice_id, revision, channel, state, next_attempt_at)
				VALUES (:id, :revision, :channel, 'WAITING', :releaseAt)
				""")
			.param("id", noticeId)
			.param("revision", revision)
			.param("channel", channel.name())
			.param("releaseAt", Timestamp.from(releaseAt))
			.update());
		return new MessageKey(noticeId, revision);
	}

	private void hasten(MessageKey message, @Nullable Instant areaReleaseAt) {
		this.jdbc.sql("""
				UPDATE message SET area_release_at = CASE WHEN :at::timestamptz IS NULL THEN NULL
					ELSE least(area_release_at, :at::timestamptz) END
				WHERE notice_id = :id AND revision = :revision AND area_release_at IS NOT NULL
				""")
			.param("at", (areaReleaseAt != null) ? Timestamp.from(areaReleaseAt) : null)
			.param("id", message.noticeId())
			.param("revision", message.revision())
			.update();
	}

	/**
	 * Puts a subject into a telling: it is to be read, whatever was acknowledged before.
	 * Keeps when the record that led to it was accepted, the earliest of several, and the
	 * trace that this thread is in.
	 */
	void tell(MessageKey message, Subject subject, @Nullable Instant acceptedAt) {
		this.jdbc
			.sql("""
					INSERT INTO message_entry (notice_id, revision, subject_id, subject_revision, withdrawal, accepted_at, traceparent)
					VALUES (:id, :revision, :subject, :subjectRevision, :withdrawal, :acceptedAt::timestamptz, :traceparent::text)
					ON CONFLICT (notice_id, revision, subject_id) DO UPDATE
					SET subject_revision = excluded.subject_revision, withdrawal = excluded.withdrawal,
						accepted_at = least(message_entry.accepted_at, excluded.accepted_at),
						traceparent = coalesce(excluded.traceparent, message_entry.traceparent)
					""")
			.param("id", message.noticeId())
			.param("revision", message.revision())
			.param("subject", subject.id())
			.param("subjectRevision", subject.revision())
			.param("withdrawal", subject.withdrawn())
			.param("acceptedAt", (acceptedAt != null) ? Timestamp.from(acceptedAt) : null)
			.param("traceparent", Step.current().traceparent())
			.update();
		this.jdbc.sql("""
				UPDATE notice_entry SET acknowledged = false WHERE notice_id = :id AND subject_id = :subject
				""").param("id", message.noticeId()).param("subject", subject.id()).update();
	}

	/** Takes a subject out of a telling that is not sealed; a telling of nothing goes. */
	void untell(UUID noticeId, UUID subjectId) {
		this.jdbc.sql("""
				DELETE FROM message_entry USING message
				WHERE message.notice_id = message_entry.notice_id AND message.revision = message_entry.revision
				AND sealed_at IS NULL AND message.notice_id = :id AND subject_id = :subject
				""").param("id", noticeId).param("subject", subjectId).update();
		this.jdbc.sql("""
				DELETE FROM message WHERE notice_id = :id AND sealed_at IS NULL
				AND NOT EXISTS (SELECT FROM message_entry
					WHERE message_entry.notice_id = message.notice_id AND message_entry.revision = message.revision)
				""").param("id", noticeId).update();
	}

	/** A telling whose time has come, its item locked. */
	Optional<MessageKey> nextToSeal(Instant now) {
		return this.jdbc.sql("""
				SELECT message.notice_id, message.revision
				FROM message JOIN notice USING (notice_id) LEFT JOIN area_clock USING (area)
				WHERE sealed_at IS NULL AND release_at <= :now AND (area_release_at IS NULL OR area_release_at <= clock)
				ORDER BY release_at LIMIT 1 FOR UPDATE OF notice SKIP LOCKED
				""")
			.param("now", Timestamp.from(now))
			.query((result, number) -> new MessageKey(result.getObject("notice_id", UUID.class),
					result.getInt("revision")))
			.optional();
	}

	/** What a telling is about, as its item holds it now; not what is acknowledged. */
	List<Subject> toldBy(MessageKey message) {
		return this.jdbc.sql("""
				SELECT notice_entry.* FROM notice_entry JOIN message_entry USING (notice_id, subject_id)
				WHERE notice_id = :id AND message_entry.revision = :revision AND (NOT acknowledged OR withdrawal)
				ORDER BY subject_id
				""")
			.param("id", message.noticeId())
			.param("revision", message.revision())
			.query(NoticeStore::entry)
			.list()
			.stream()
			.map(Entry::subject)
			.toList();
	}

	boolean seal(MessageKey message, EmailText text, Instant now) {
		return this.jdbc.sql("""
				UPDATE message SET sealed_at = :now, subject = :subject, body = :body
				WHERE notice_id = :id AND revision = :revision AND sealed_at IS NULL
				""")
			.param("now", Timestamp.from(now))
			.param("subject", text.subject())
			.param("body", text.body())
			.param("id", message.noticeId())
			.param("revision", message.revision())
			.update() == 1;
	}

	void markTold(MessageKey message) {
		this.jdbc.sql("""
				UPDATE notice_entry SET told = true FROM message_entry
				WHERE message_entry.notice_id = notice_entry.notice_id
				AND message_entry.subject_id = notice_entry.subject_id
				AND message_entry.notice_id = :id AND message_entry.revision = :revision
				""").param("id", message.noticeId()).param("revision", message.revision()).update();
		this.jdbc.sql("""
				UPDATE message_entry SET subject_revision = notice_entry.revision FROM notice_entry
				WHERE message_entry.notice_id = notice_entry.notice_id
				AND message_entry.subject_id = notice_entry.subject_id
				AND message_entry.notice_id = :id AND message_entry.revision = :revision
				""").param("id", message.noticeId()).param("revision", message.revision()).update();
	}

	Map<UUID, List<DeliveryView>> deliveries(Set<UUID> noticeIds) {
		Map<UUID, List<DeliveryView>> deliveries = new HashMap<>();
		if (noticeIds.isEmpty()) {
			return deliveries;
		}
		this.jdbc.sql("""
				SELECT notice_id, revision, channel, state, attempts, failure FROM delivery WHERE notice_id IN (:ids)
				ORDER BY revision, channel
				""").param("ids", noticeIds).query((result) -> {
			deliveries.computeIfAbsent(result.getObject("notice_id", UUID.class), (absent) -> new ArrayList<>())
				.add(new DeliveryView(result.getInt("revision"), Channel.valueOf(result.getString("channel")),
						result.getString("state"), result.getInt("attempts"), result.getString("failure")));
		});
		return deliveries;
	}

	/** Remembers a notification's id: true when it is new. */
	boolean remember(UUID notificationId, @Nullable UUID noticeId) {
		return this.jdbc.sql("""
				INSERT INTO notification (notification_id, notice_id) VALUES (:id, :notice) ON CONFLICT DO NOTHING
				""").param("id", notificationId).param("notice", noticeId).update() == 1;
	}

	private static Notice notice(ResultSet result, int number) throws SQLException {
		Timestamp acknowledgedAt = result.getTimestamp("acknowledged_at");
		return new Notice(result.getObject("notice_id", UUID.class), Notice.Kind.valueOf(result.getString("kind")),
				result.getString("area"), result.getObject("family", UUID.class),
				new Recipient(RecipientRole.valueOf(result.getString("recipient_role")),
						result.getString("recipient_key"), result.getString("recipient_name"),
						result.getString("recipient_email"), result.getString("recipient_organisation")),
				result.getTimestamp("opened_at").toInstant(),
				(acknowledgedAt != null) ? acknowledgedAt.toInstant() : null, result.getString("acknowledged_by"));
	}

	private static Entry entry(ResultSet result, int number) throws SQLException {
		String colour = result.getString("colour");
		Timestamp dueAt = result.getTimestamp("due_at");
		return new Entry(
				new Subject(result.getObject("subject_id", UUID.class), result.getObject("child_id", UUID.class),
						result.getInt("revision"), given(result), (colour != null) ? Colour.valueOf(colour) : null,
						(dueAt != null) ? dueAt.toInstant() : null, result.getBoolean("overdue"),
						result.getBoolean("for_action"), result.getBoolean("withdrawn"), result.getString("content"),
						result.getString("held_back").lines().toList()),
				result.getBoolean("told"), result.getBoolean("acknowledged"), result.getInt("acknowledgements"));
	}

	private static @Nullable Given given(ResultSet result) throws SQLException {
		String epoch = result.getString("epoch");
		Timestamp clock = result.getTimestamp("clock");
		return (epoch != null && clock != null) ? new Given(epoch, clock.toInstant()) : null;
	}

}
