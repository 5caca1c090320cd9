package org.mashhub.correlation.stream;

import java.util.UUID;

import org.apache.kafka.streams.state.KeyValueStore;

import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.FeedMemory;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.NoticeMemory;
import org.mashhub.correlation.state.ReviewMemory;

/**
 * One area's state on the heap, its kept tables written through to a store with a
 * changelog. Keys in the store are area, table and key, parted by a character that none
 * of them holds.
 */
final class LoggedState {

	private static final char PART = '\u001f';

	private final StateCodec codec;

	private final LoggedTable<SourceRecordId, SourceRecord> records;

	private final LoggedTable<MentionId, Link> links;

	private final LoggedTable<UUID, AlertMemory> alerts;

	private final LoggedTable<UUID, ReviewMemory> reviews;

	private final LoggedTable<UUID, NoticeMemory> notices;

	private final LoggedTable<MentionId, Long> pictures;

	private final LoggedTable<FeedId, FeedMemory> feeds;

	private final LoggedTable<String, Long> values;

	private final HeapState state;

	LoggedState(String area, KeyValueStore<String, byte[]> store, StateCodec codec) {
		this.codec = codec;
		this.records = new LoggedTable<>(store, prefix(area, "r"), codec);
		this.links = new LoggedTable<>(store, prefix(area, "l"), codec);
		this.alerts = new LoggedTable<>(store, prefix(area, "a"), codec);
		this.reviews = new LoggedTable<>(store, prefix(area, "q"), codec);
		this.notices = new LoggedTable<>(store, prefix(area, "n"), codec);
		this.pictures = new LoggedTable<>(store, prefix(area, "p"), codec);
		this.feeds = new LoggedTable<>(store, prefix(area, "f"), codec);
		this.values = new LoggedTable<>(store, prefix(area, "v"), codec);
		this.state = new HeapState(this.records, this.links, this.alerts, this.reviews, this.notices, this.pictures,
				this.feeds, this.values);
	}

	AreaState state() {
		return this.state;
	}

	/** The area that a key in the store belongs to. */
	static String areaOf(String storeKey) {
		return storeKey.substring(0, storeKey.indexOf(PART));
	}

	/** Takes an entry of the store back onto the heap. */
	void load(String storeKey, byte[] value) {
		int table = storeKey.indexOf(PART) + 1;
		String key = storeKey.substring(table + 2);
		switch (storeKey.charAt(table)) {
			case 'r' -> {
				SourceRecord record = this.codec.decode(value, SourceRecord.class);
				this.records.load(record.id(), record);
			}
			case 'l' -> {
				Link link = this.codec.decode(value, Link.class);
				this.links.load(link.mention(), link);
			}
			case 'a' -> this.alerts.load(UUID.fromString(key), this.codec.decode(value, AlertMemory.class));
			case 'q' -> this.reviews.load(UUID.fromString(key), this.codec.decode(value, ReviewMemory.class));
			case 'n' -> this.notices.load(UUID.fromString(key), this.codec.decode(value, NoticeMemory.class));
			case 'p' -> this.pictures.load(new MentionId(UUID.fromString(key)), this.codec.decode(value, Long.class));
			case 'f' -> {
				FeedMemory feed = this.codec.decode(value, FeedMemory.class);
				this.feeds.load(feed.id(), feed);
			}
			case 'v' -> this.values.load(key, this.codec.decode(value, Long.class));
			default -> throw new IllegalStateException("the store holds a table that this build does not know");
		}
	}

	private static String prefix(String area, String table) {
		return area + PART + table + PART;
	}

}
