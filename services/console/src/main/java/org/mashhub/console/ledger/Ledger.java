package org.mashhub.console.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.ledger.LedgerBatch.Arrivals;
import org.mashhub.console.ledger.LedgerBatch.Change;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the books, a batch at a time, in the caller's transaction. A receipt is open
 * from the first that is seen of it until it was accepted, every entry of it is in the
 * log, and every entry is applied or in quarantine; or until intake has put it into
 * quarantine. The first outcome of an entry counts: a new epoch applies all of them
 * again.
 */
@Component
public class Ledger {

	private final JdbcClient jdbc;

	Ledger(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Enters a batch.
	 * @param batch what it says
	 */
	public void enter(LedgerBatch batch) {
		// What a crash takes back is read again, with its positions.
		this.jdbc.sql("SET LOCAL synchronous_commit = off").update();
		Map<FeedName, Long> ids = arrived(batch.arrivals());
		batch.declarations().forEach(this::declare);
		if (!batch.changes().isEmpty()) {
			open(batch.changes(), ids);
			settle(batch.changes().keySet());
		}
	}

	/** Forgets everything. */
	public void clear() {
		this.jdbc.sql("TRUNCATE feed, open_receipt, ledger_position").update();
	}

	private Map<FeedName, Long> arrived(Map<FeedName, Arrivals> arrivals) {
		Map<FeedName, Long> ids = new HashMap<>();
		if (arrivals.isEmpty()) {
			return ids;
		}
		Collection<FeedName> feeds = arrivals.keySet();
		Collection<Arrivals> times = arrivals.values();
		this.jdbc
			.sql("""
					INSERT INTO feed AS f (agency, organisation, event_type, last_received, last_received_live, last_occurred)
					SELECT * FROM unnest(:agencies, :organisations, :types, CAST(:received AS timestamptz[]),
					                     CAST(:live AS timestamptz[]), CAST(:occurred AS timestamptz[]))
					ON CONFLICT (agency, organisation, event_type) DO UPDATE
					SET last_received = greatest(f.last_received, excluded.last_received),
					    last_received_live = greatest(f.last_received_live, excluded.last_received_live),
					    last_occurred = greatest(f.last_occurred, excluded.last_occurred)
					RETURNING feed_id, agency, organisation, event_type
					""")
			.param("agencies", texts(feeds, FeedName::agency))
			.param("organisations", texts(feeds, FeedName::organisation))
			.param("types", texts(feeds, FeedName::eventType))
			.param("received", texts(times, (each) -> each.received))
			.param("live", texts(times, (each) -> each.receivedLive))
			.param("occurred", texts(times, (each) -> each.occurred))
			.query((row) -> {
				ids.put(new FeedName(row.getString(2), row.getString(3), row.getString(4)), row.getLong(1));
			});
		return ids;
	}

	private void declare(FeedName feed, LedgerBatch.Declaration declaration) {
		this.jdbc.sql("""
				INSERT INTO feed (agency, organisation, event_type, declared_at, expected_every_hours, ended)
				VALUES (:agency, :organisation, :type, CAST(:at AS timestamptz), :hours, :ended)
				ON CONFLICT (agency, organisation, event_type) DO UPDATE
				SET declared_at = excluded.declared_at, expected_every_hours = excluded.expected_every_hours,
				    ended = excluded.ended
				""")
			.param("agency", feed.agency())
			.param("organisation", feed.organisation())
			.param("type", feed.eventType())
			.param("at", text(declaration.at()))
			.param("hours", declaration.expectedEveryHours(), java.sql.Types.INTEGER)
			.param("ended", declaration.ended())
			.update();
	}

	private void open(Map<UUID, Change> changes, Map<FeedName, Long> ids) {
		Collection<Change> all = changes.values();
		this.jdbc
			.sql("""
					INSERT INTO open_receipt AS o (receipt_id, feed_id, event, since, expected, refused, unrouted, logged,
					                               applied, quarantined)
					SELECT n.receipt, n.feed, n.event, n.since, n.expected, n.refused, n.unrouted,
					       CAST(n.logged AS bigint[]), CAST(n.applied AS bigint[]), CAST(n.quarantined AS bigint[])
					FROM unnest(CAST(:receipts AS uuid[]), CAST(:feeds AS bigint[]), CAST(:events AS boolean[]),
					            CAST(:since AS timestamptz[]), CAST(:expected AS integer[]), CAST(:refused AS boolean[]),
					            CAST(:unrouted AS boolean[]), CAST(:first AS boolean[]), :logged, :applied, :quarantined)
					     AS n (receipt, feed, event, since, expected, refused, unrouted, first, logged, applied, quarantined)
					WHERE n.first OR EXISTS (SELECT 1 FROM open_receipt x WHERE x.receipt_id = n.receipt)
					ON CONFLICT (receipt_id) DO UPDATE
					SET feed_id = coalesce(o.feed_id, excluded.feed_id), event = o.event AND excluded.event,
					    since = least(o.since, excluded.since), expected = greatest(o.expected, excluded.expected),
					    refused = o.refused OR excluded.refused, unrouted = o.unrouted OR excluded.unrouted,
					    logged = o.logged || excluded.logged, applied = o.applied || excluded.applied,
					    quarantined = o.quarantined || excluded.quarantined
					""")
			.param("receipts", texts(changes.keySet(), Function.identity()))
			.param("feeds", texts(all, (each) -> (each.feed != null) ? ids.get(each.feed) : null))
			.param("events", texts(all, (each) -> each.event))
			.param("since", texts(all, (each) -> each.since))
			.param("expected", texts(all, (each) -> each.expected))
			.param("refused", texts(all, (each) -> each.refused))
			.param("unrouted", texts(all, (each) -> each.unrouted))
			.param("first", texts(all, (each) -> each.mayBeFirst))
			.param("logged", texts(all, (each) -> array(each.logged)))
			.param("applied", texts(all, (each) -> array(each.applied)))
			.param("quarantined", texts(all, (each) -> array(each.quarantined)))
			.update();
	}

	private void settle(Collection<UUID> receipts) {
		this.jdbc
			.sql("""
					WITH settled AS (
					  DELETE FROM open_receipt
					  WHERE receipt_id = ANY(CAST(:receipts AS uuid[]))
					  AND ((event AND feed_id IS NOT NULL AND refused)
					       OR ((NOT event OR feed_id IS NOT NULL) AND expected > 0 AND cardinality(logged) >= expected
					           AND (applied || quarantined) @> logged))
					  RETURNING feed_id, event, refused, logged, applied),
					sums AS (
					  SELECT s.feed_id, count(*) AS receipts, sum(cardinality(s.logged)) AS entries,
					         sum((SELECT count(*) FROM unnest(s.logged) l WHERE l = ANY(s.applied))) AS applied,
					         sum(CASE WHEN s.refused THEN 1 ELSE 0 END
					             + (SELECT count(*) FROM unnest(s.logged) l WHERE l <> ALL(s.applied))) AS quarantined
					  FROM settled s WHERE s.event GROUP BY s.feed_id)
					UPDATE feed f
					SET receipts = f.receipts + s.receipts, entries = f.entries + s.entries, applied = f.applied + s.applied,
					    quarantined = f.quarantined + s.quarantined
					FROM sums s WHERE f.feed_id = s.feed_id
					""")
			.param("receipts", texts(receipts, Function.identity()))
			.update();
	}

	private static <T> String[] texts(Collection<T> values, Function<T, ? extends @Nullable Object> column) {
		List<@Nullable String> texts = new ArrayList<>(values.size());
		values.forEach((value) -> texts.add(text(column.apply(value))));
		return texts.toArray(String[]::new);
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value != null) ? value.toString() : null;
	}

	private static String array(List<Long> places) {
		return places.isEmpty() ? "{}"
				: places.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
	}

}
