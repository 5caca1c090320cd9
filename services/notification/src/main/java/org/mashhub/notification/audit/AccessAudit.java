package org.mashhub.notification.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who saw, was refused, acknowledged or was sent what. Entries are only ever added, and
 * each holds the hash of the one before, so that a change is noticed.
 */
@Component
public class AccessAudit {

	/** What the first entry takes for the one before it. */
	private static final String BEGINNING = "0".repeat(64);

	/** Any number will do, as long as every writer takes the same. */
	private static final long ONE_WRITER_AT_A_TIME = 0x6d617368_61756474L;

	private final JdbcClient jdbc;

	private final Clock clock;

	AccessAudit(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds an entry, in the caller's transaction where there is one.
	 * @param actor user or client
	 * @param action what was done
	 * @param subject id of what it was done to
	 */
	@Transactional(propagation = Propagation.REQUIRED)
	public void record(String actor, Action action, String subject) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
			.param("lock", ONE_WRITER_AT_A_TIME)
			.query((result, number) -> 1)
			.single();
		Entry last = this.jdbc.sql("SELECT * FROM access_audit ORDER BY entry DESC LIMIT 1")
			.query(AccessAudit::entry)
			.optional()
			.orElse(Entry.BEFORE_THE_FIRST);
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Entry next = new Entry(last.entry() + 1, at, actor, action.name(), subject, last.hash(), "");
		this.jdbc.sql("""
				INSERT INTO access_audit (entry, at, actor, action, subject, previous_hash, hash)
				VALUES (:entry, :at, :actor, :action, :subject, :previousHash, :hash)
				""")
			.param("entry", next.entry())
			.param("at", Timestamp.from(at))
			.param("actor", actor)
			.param("action", action.name())
			.param("subject", subject)
			.param("previousHash", last.hash())
			.param("hash", next.computedHash())
			.update();
	}

	/**
	 * Recomputes the chain.
	 * @return what it found
	 */
	@Transactional(readOnly = true)
	public Verification verify() {
		Chain chain = new Chain();
		this.jdbc.sql("SELECT * FROM access_audit ORDER BY entry").withFetchSize(1000).query(chain);
		return new Verification(chain.entries, chain.brokenAt == null, chain.brokenAt);
	}

	private static Entry entry(ResultSet result, int number) throws SQLException {
		return new Entry(result.getLong("entry"), result.getTimestamp("at").toInstant(), result.getString("actor"),
				result.getString("action"), result.getString("subject"), result.getString("previous_hash"),
				result.getString("hash"));
	}

	/** What was done. */
	public enum Action {

		/** A recipient read an item. */
		READ,
		/** Somebody asked for an item that is not theirs. */
		REFUSED,
		/** A recipient acknowledged an item. */
		ACKNOWLEDGED,
		/** A client of the hub listed or fetched items, without their content. */
		LISTED,
		/** A message left for a recipient. */
		SENT

	}

	/** Follows the entries one by one, and remembers the first that does not follow. */
	private static final class Chain implements RowCallbackHandler {

		private Entry last = Entry.BEFORE_THE_FIRST;

		private long entries;

		private @Nullable Long brokenAt;

		@Override
		public void processRow(ResultSet result) throws SQLException {
			Entry next = entry(result, 0);
			if (this.brokenAt == null && !next.follows(this.last)) {
				this.brokenAt = next.entry();
			}
			this.last = next;
			this.entries++;
		}

	}

	private record Entry(long entry, Instant at, String actor, String action, String subject, String previousHash,
			String hash) {

		static final Entry BEFORE_THE_FIRST = new Entry(0, Instant.EPOCH, "", "", "", "", BEGINNING);

		boolean follows(Entry before) {
			return this.entry == before.entry + 1 && this.previousHash.equals(before.hash)
					&& this.hash.equals(computedHash());
		}

		String computedHash() {
			try {
				MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
				for (String part : new String[] { String.valueOf(this.entry), this.at.toString(), this.actor,
						this.action, this.subject, this.previousHash }) {
					byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
					sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
					sha256.update(bytes);
				}
				return HexFormat.of().formatHex(sha256.digest());
			}
			catch (NoSuchAlgorithmException ex) {
				throw new IllegalStateException("every JDK has SHA-256", ex);
			}
		}

	}

}
