package org.mashhub.console.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.ledger.OpenReceipt.WaitsFor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What the books say, as they are at one moment. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class Feeds {

	/** Open receipts that are shown at most, the oldest first. */
	public static final int MOST_OPEN = 20;

	private final JdbcClient jdbc;

	private final InstantSource clock;

	Feeds(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All feeds.
	 * @return the silent ones first
	 */
	public List<FeedView> all() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				SELECT f.agency, f.organisation, f.event_type, f.declared_at, f.expected_every_hours, f.ended,
				       f.last_received, f.last_received_live, f.last_occurred,
				       f.receipts + coalesce(o.receipts, 0), f.entries + coalesce(o.entries, 0),
				       f.applied + coalesce(o.applied, 0), f.quarantined + coalesce(o.quarantined, 0),
				       coalesce(o.receipts, 0), o.since
				FROM feed f LEFT JOIN (
				  SELECT feed_id, count(*) AS receipts, sum(cardinality(logged)) AS entries, min(since) AS since,
				         sum((SELECT count(*) FROM unnest(logged) l WHERE l = ANY(applied))) AS applied,
				         sum((SELECT count(*) FROM unnest(logged) l WHERE l = ANY(quarantined)
				              AND l <> ALL(applied))) AS quarantined
				  FROM open_receipt GROUP BY feed_id) o ON o.feed_id = f.feed_id
				""")
			.query((row, number) -> view(row, now))
			.list()
			.stream()
			.sorted(Comparator.comparing(FeedView::state)
				.thenComparing(FeedView::agency)
				.thenComparing(FeedView::organisation)
				.thenComparing(FeedView::eventType))
			.toList();
	}

	/**
	 * Receipts that are not settled.
	 * @return the oldest, at most {@value #MOST_OPEN}
	 */
	public List<OpenReceipt> open() {
		return this.jdbc.sql("""
				SELECT o.receipt_id, o.since, f.agency, f.organisation, f.event_type, o.unrouted, cardinality(o.logged)
				FROM open_receipt o LEFT JOIN feed f ON f.feed_id = o.feed_id
				ORDER BY o.since, o.receipt_id LIMIT :most
				""")
			.param("most", MOST_OPEN)
			.query((row, number) -> new OpenReceipt(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant(),
					row.getString(3), row.getString(4), row.getString(5),
					waitsFor(row.getString(3), row.getBoolean(6), row.getInt(7))))
			.list();
	}

	/**
	 * How much is open, over all feeds.
	 * @return how many receipts, and since when the oldest is
	 */
	public Open howMuchIsOpen() {
		return this.jdbc.sql("SELECT count(*), min(since) FROM open_receipt")
			.query((row, number) -> new Open(row.getLong(1), at(row.getTimestamp(2))))
			.single();
	}

	/**
	 * How much waits that should wait for moments only: to be logged, or to be applied.
	 * What belongs to no known area waits for somebody.
	 * @return how many receipts, and since when the oldest is
	 */
	public Open onItsWay() {
		return this.jdbc.sql(
				"SELECT count(*), min(since) FROM open_receipt WHERE feed_id IS NOT NULL AND NOT (unrouted AND logged = '{}')")
			.query((row, number) -> new Open(row.getLong(1), at(row.getTimestamp(2))))
			.single();
	}

	private static FeedView view(ResultSet row, Instant now) throws SQLException {
		Instant declaredAt = at(row.getTimestamp(4));
		Integer hours = row.getObject(5, Integer.class);
		boolean ended = row.getBoolean(6);
		Instant silentSince = FeedView.silentSince(declaredAt, hours, ended, at(row.getTimestamp(8)), now);
		return new FeedView(row.getString(1), row.getString(2), row.getString(3),
				FeedView.stateOf(declaredAt, hours, ended, silentSince), silentSince, at(row.getTimestamp(7)),
				at(row.getTimestamp(9)), declaredAt, hours, row.getLong(10), row.getLong(11), row.getLong(12),
				row.getLong(13), row.getLong(14), at(row.getTimestamp(15)));
	}

	private static WaitsFor waitsFor(@Nullable String agency, boolean unrouted, int logged) {
		if (agency == null) {
			return WaitsFor.RECORD;
		}
		if (logged > 0) {
			return WaitsFor.CORRELATION;
		}
		return unrouted ? WaitsFor.AREA : WaitsFor.LOG;
	}

	private static @Nullable Instant at(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * How much is open.
	 *
	 * @param receipts how many receipts
	 * @param since since when the oldest is; null when none is
	 */
	public record Open(long receipts, @Nullable Instant since) {
	}

}
