package org.mashhub.console.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looked at what, when. Rows can only be added, and each carries the hash of the one
 * before, so that a row altered, taken out or slipped in is noticed.
 */
@Component
public class AccessAudit {

	private static final String START = "0".repeat(64);

	/** Any fixed number: writers of the trail wait for each other on it. */
	private static final long LOCK = 0x6d617368L;

	private final JdbcClient jdbc;

	private final InstantSource clock;

	AccessAudit(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds a row.
	 * @param who user or client id
	 * @param action what they did
	 * @param subject what they did it to; an id, never a name
	 */
	@Transactional
	public void record(String who, Action action, String subject) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row) -> {
		});
		Row last = last();
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		long seq = last.seq() + 1;
		this.jdbc.sql("""
				INSERT INTO access_audit (seq, at, who, action, subject, previous_hash, hash)
				VALUES (:seq, :at, :who, :action, :subject, :previous, :hash)
				""")
			.param("seq", seq)
			.param("at", Timestamp.from(at))
			.param("who", who)
			.param("action", action.name())
			.param("subject", subject)
			.param("previous", last.hash())
			.param("hash", hash(seq, at, who, action.name(), subject, last.hash()))
			.update();
	}

	/**
	 * Checks the whole trail.
	 * @return number of the first row that does not follow from the one before; empty
	 * when all is well
	 */
	@Transactional(readOnly = true)
	public OptionalLong firstBroken() {
		Row before = new Row(0, Instant.EPOCH, "", "", "", "", START);
		for (Row row : all()) {
			boolean sound = row.seq() == before.seq() + 1 && row.previousHash().equals(before.hash()) && row.hash()
				.equals(hash(row.seq(), row.at(), row.who(), row.action(), row.subject(), before.hash()));
			if (!sound) {
				return OptionalLong.of(row.seq());
			}
			before = row;
		}
		return OptionalLong.empty();
	}

	private Row last() {
		return this.jdbc.sql("""
				SELECT seq, at, who, action, subject, previous_hash, hash FROM access_audit ORDER BY seq DESC LIMIT 1
				""").query(AccessAudit::row).optional().orElse(new Row(0, Instant.EPOCH, "", "", "", "", START));
	}

	private List<Row> all() {
		return this.jdbc.sql("SELECT seq, at, who, action, subject, previous_hash, hash FROM access_audit ORDER BY seq")
			.query(AccessAudit::row)
			.list();
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3), row.getString(4),
				row.getString(5), row.getString(6), row.getString(7));
	}

	private static String hash(long seq, Instant at, String who, String action, String subject, String previous) {
		String line = String.join("\n", Long.toString(seq), at.toString(), who, action, subject, previous);
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-256", ex);
		}
	}

	/** What somebody did. */
	public enum Action {

		/** Saw the list of alerts. */
		ALERTS_LISTED,
		/** Opened an alert. */
		ALERT_VIEWED,
		/** Decided about an alert. */
		ALERT_DECIDED,
		/** Opened a child's page. */
		CHILD_VIEWED,
		/** Saw the list of children. */
		CHILDREN_LISTED,
		/** Saw the links to be checked. */
		REVIEWS_LISTED,
		/** Opened a link to be checked. */
		REVIEW_VIEWED,
		/** Answered whether two people are one. */
		REVIEW_ANSWERED,
		/** Saw why records are taken to be about one person. */
		LINKS_VIEWED,
		/** Saw what was set aside. */
		QUARANTINE_LISTED,
		/** Saw who was told. */
		NOTIFICATIONS_LISTED,
		/** Saw which person a mention speaks of. */
		IDENTITY_VIEWED,
		/** Had the read model made anew. */
		READ_MODEL_REBUILT

	}

	private record Row(long seq, Instant at, String who, String action, String subject, String previousHash,
			String hash) {
	}

}
