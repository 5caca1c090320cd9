package org.mashhub.console.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What one batch of records says, put together by feed and by receipt, in the order of
 * their ids: two writers never wait for each other crosswise.
 */
public final class LedgerBatch {

	/** Times further from a record's arrival than this are taken for mistakes. */
	private static final Duration CREDIBLE = Duration.ofDays(366L * 150);

	private static final int PARTITION_BITS = 48;

	private final Map<FeedName, Arrivals> arrivals = new TreeMap<>();

	private final Map<UUID, Change> changes = new TreeMap<>();

	private final Map<FeedName, Declaration> declarations = new TreeMap<>();

	/**
	 * An agency topic has a record.
	 * @param receiptId its receipt
	 * @param feed its feed
	 * @param receivedAt the broker's time
	 * @param occurredAt when it happened; null when it cannot be read
	 * @param live false for what a scenario sends
	 */
	public void accepted(UUID receiptId, FeedName feed, Instant receivedAt, @Nullable Instant occurredAt,
			boolean live) {
		Change change = change(receiptId, receivedAt);
		change.feed = feed;
		change.mayBeFirst = true;
		this.arrivals.computeIfAbsent(feed, (unseen) -> new Arrivals()).add(receivedAt, occurredAt, live);
	}

	/**
	 * The area log has an entry.
	 * @param receiptId its receipt
	 * @param at the broker's time
	 * @param entries how many entries this receipt has
	 * @param partition the entry's partition
	 * @param offset its offset
	 */
	public void logged(UUID receiptId, Instant at, int entries, int partition, long offset) {
		Change change = change(receiptId, at);
		change.expected = Math.max(change.expected, entries);
		change.logged.add(place(partition, offset));
		change.mayBeFirst = true;
	}

	/**
	 * Correlation has dealt with an entry.
	 * @param receiptId its receipt
	 * @param at the broker's time
	 * @param outcome what came of it
	 * @param partition the entry's partition
	 * @param offset its offset
	 * @param entryIsRead true when the entry has been read before: what is not open now
	 * was settled then
	 */
	public void dealtWith(UUID receiptId, Instant at, Outcome outcome, int partition, long offset,
			boolean entryIsRead) {
		Change change = change(receiptId, at);
		switch (outcome) {
			case APPLIED -> change.applied.add(place(partition, offset));
			case QUARANTINED -> change.quarantined.add(place(partition, offset));
			case NO_EVENT -> {
				change.applied.add(place(partition, offset));
				change.event = false;
			}
		}
		change.mayBeFirst |= !entryIsRead;
	}

	/**
	 * Intake has set a record aside.
	 * @param receiptId its receipt
	 * @param at the broker's time
	 */
	public void refused(UUID receiptId, Instant at) {
		Change change = change(receiptId, at);
		change.refused = true;
		change.mayBeFirst = true;
	}

	/**
	 * Intake has shown that it keeps a record that belongs to no area yet.
	 * @param receiptId its receipt
	 * @param at the broker's time
	 */
	public void unrouted(UUID receiptId, Instant at) {
		change(receiptId, at).unrouted = true;
	}

	/**
	 * An organisation has said what it publishes.
	 * @param feed the feed
	 * @param declaration what it said; the last of a batch stands
	 */
	public void declared(FeedName feed, Declaration declaration) {
		this.declarations.put(feed, declaration);
	}

	/**
	 * Whether a time can be meant.
	 * @param stated the time as stated
	 * @param receivedAt the broker's time
	 * @return false when it is further away than any life
	 */
	public static boolean isCredible(Instant stated, Instant receivedAt) {
		return Duration.between(stated, receivedAt).abs().compareTo(CREDIBLE) < 0;
	}

	Map<FeedName, Arrivals> arrivals() {
		return this.arrivals;
	}

	Map<UUID, Change> changes() {
		return this.changes;
	}

	Map<FeedName, Declaration> declarations() {
		return this.declarations;
	}

	private Change change(UUID receiptId, Instant at) {
		Change change = this.changes.computeIfAbsent(receiptId, (unseen) -> new Change(at));
		change.since = at.isBefore(change.since) ? at : change.since;
		return change;
	}

	private static long place(int partition, long offset) {
		return ((long) partition << PARTITION_BITS) | offset;
	}

	/** What became of an entry. */
	public enum Outcome {

		/** It was applied, or said nothing new. */
		APPLIED,
		/** It could not be applied. */
		QUARANTINED,
		/** It was no agency's event. */
		NO_EVENT

	}

	/**
	 * What an organisation has said.
	 *
	 * @param at when; null when it is taken back
	 * @param expectedEveryHours how often something comes at least; null when irregular
	 * @param ended true when nothing comes any more
	 */
	public record Declaration(@Nullable Instant at, @Nullable Integer expectedEveryHours, boolean ended) {
	}

	/** The newest of what a feed has sent. */
	static final class Arrivals {

		@Nullable Instant received;

		@Nullable Instant receivedLive;

		@Nullable Instant occurred;

		private void add(Instant receivedAt, @Nullable Instant occurredAt, boolean live) {
			this.received = later(this.received, receivedAt);
			if (live) {
				this.receivedLive = later(this.receivedLive, receivedAt);
			}
			if (occurredAt != null && isCredible(occurredAt, receivedAt)) {
				this.occurred = later(this.occurred, occurredAt);
			}
		}

		private static Instant later(@Nullable Instant one, Instant other) {
			return (one != null && one.isAfter(other)) ? one : other;
		}

	}

	/** What a batch says of a receipt. */
	static final class Change {

		final List<Long> logged = new ArrayList<>(1);

		final List<Long> applied = new ArrayList<>(1);

		final List<Long> quarantined = new ArrayList<>(0);

		@Nullable FeedName feed;

		Instant since;

		int expected;

		boolean event = true;

		boolean refused;

		boolean unrouted;

		/** False when a receipt that is not open must have been settled. */
		boolean mayBeFirst;

		private Change(Instant since) {
			this.since = since;
		}

	}

}
