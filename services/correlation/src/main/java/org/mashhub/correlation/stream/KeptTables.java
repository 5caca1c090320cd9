package org.mashhub.correlation.stream;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AnsweredItems;
import org.mashhub.correlation.state.FeedMemory;
import org.mashhub.correlation.state.HeapTable;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.NoticeMemory;
import org.mashhub.correlation.state.ReviewMemory;

/**
 * The kept tables of one area on the heap, as the changelog tells them.
 *
 * @param records see {@link org.mashhub.correlation.state.AreaState#records()}
 * @param links see {@link org.mashhub.correlation.state.AreaState#links()}
 * @param alerts see {@link org.mashhub.correlation.state.AreaState#alerts()}
 * @param reviews see {@link org.mashhub.correlation.state.AreaState#reviews()}
 * @param answers see {@link org.mashhub.correlation.state.AreaState#answers()}
 * @param notices see {@link org.mashhub.correlation.state.AreaState#notices()}
 * @param answeredItems see
 * {@link org.mashhub.correlation.state.AreaState#answeredItems()}
 * @param pictures see {@link org.mashhub.correlation.state.AreaState#pictures()}
 * @param feeds see {@link org.mashhub.correlation.state.AreaState#feeds()}
 * @param values see {@link org.mashhub.correlation.state.AreaState#values()}
 */
record KeptTables(HeapTable<SourceRecordId, SourceRecord> records, HeapTable<MentionId, Link> links,
		HeapTable<UUID, AlertMemory> alerts, HeapTable<UUID, ReviewMemory> reviews, HeapTable<UUID, LinkAnswer> answers,
		HeapTable<UUID, NoticeMemory> notices, HeapTable<MentionId, AnsweredItems> answeredItems,
		HeapTable<MentionId, Long> pictures, HeapTable<FeedId, FeedMemory> feeds, HeapTable<String, Long> values) {

	KeptTables() {
		this(new HeapTable<>(), new HeapTable<>(), new HeapTable<>(), new HeapTable<>(), new HeapTable<>(),
				new HeapTable<>(), new HeapTable<>(), new HeapTable<>(), new HeapTable<>(), new HeapTable<>());
	}

	/**
	 * Takes one change out of the changelog.
	 * @param key table and key
	 * @param value the value, null when it was removed
	 * @param codec reads values
	 */
	void restore(StateKey key, byte @Nullable [] value, StateCodec codec) {
		switch (key.table()) {
			case StateKey.RECORDS -> restoreRecord(key, value, codec);
			case StateKey.LINKS -> set(this.links, mention(key), value, Link.class, codec);
			case StateKey.ALERTS -> set(this.alerts, UUID.fromString(key.key()), value, AlertMemory.class, codec);
			case StateKey.REVIEWS -> set(this.reviews, UUID.fromString(key.key()), value, ReviewMemory.class, codec);
			case StateKey.ANSWERS -> set(this.answers, UUID.fromString(key.key()), value, LinkAnswer.class, codec);
			case StateKey.NOTICES -> set(this.notices, UUID.fromString(key.key()), value, NoticeMemory.class, codec);
			case StateKey.ANSWERED_ITEMS -> set(this.answeredItems, mention(key), value, AnsweredItems.class, codec);
			case StateKey.PICTURES -> set(this.pictures, mention(key), value, Long.class, codec);
			case StateKey.FEEDS -> restoreFeed(key, value, codec);
			case StateKey.VALUES -> set(this.values, key.key(), value, Long.class, codec);
			default -> throw new IllegalStateException("the changelog holds a table that this build does not know");
		}
	}

	/** A record's key is its id as text, which is not taken apart again. */
	private void restoreRecord(StateKey key, byte @Nullable [] value, StateCodec codec) {
		if (value == null) {
			this.records.removeIf((id) -> id.toString().equals(key.key()));
		}
		else {
			SourceRecord record = codec.decode(value, SourceRecord.class);
			this.records.put(record.id(), record);
		}
	}

	private void restoreFeed(StateKey key, byte @Nullable [] value, StateCodec codec) {
		if (value == null) {
			this.feeds.removeIf((id) -> id.toString().equals(key.key()));
		}
		else {
			FeedMemory feed = codec.decode(value, FeedMemory.class);
			this.feeds.put(feed.id(), feed);
		}
	}

	private static MentionId mention(StateKey key) {
		return new MentionId(UUID.fromString(key.key()));
	}

	private static <K, V> void set(HeapTable<K, V> table, K key, byte @Nullable [] value, Class<V> type,
			StateCodec codec) {
		if (value == null) {
			table.remove(key);
		}
		else {
			table.put(key, codec.decode(value, type));
		}
	}

}
