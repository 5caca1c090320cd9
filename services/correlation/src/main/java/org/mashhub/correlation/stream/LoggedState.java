package org.mashhub.correlation.stream;

import org.apache.kafka.streams.state.KeyValueStore;

import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.HeapTable;

/**
 * One area's state on the heap, the changes of its kept tables written to a store with a
 * changelog.
 */
final class LoggedState {

	private LoggedState() {
	}

	/**
	 * The state over tables that may have been restored.
	 * @param area code of the area
	 * @param kept its tables
	 * @param store takes the changes
	 * @param codec writes values
	 * @return the state, its derived tables empty
	 */
	static AreaState over(String area, KeptTables kept, KeyValueStore<String, byte[]> store, StateCodec codec) {
		Logging logging = new Logging(area, store, codec);
		return new HeapState(logging.table(kept.records(), StateKey.RECORDS),
				logging.table(kept.links(), StateKey.LINKS), logging.table(kept.alerts(), StateKey.ALERTS),
				logging.table(kept.reviews(), StateKey.REVIEWS), logging.table(kept.answers(), StateKey.ANSWERS),
				logging.table(kept.notices(), StateKey.NOTICES),
				logging.table(kept.answeredItems(), StateKey.ANSWERED_ITEMS),
				logging.table(kept.pictures(), StateKey.PICTURES), logging.table(kept.feeds(), StateKey.FEEDS),
				logging.table(kept.values(), StateKey.VALUES));
	}

	private record Logging(String area, KeyValueStore<String, byte[]> store, StateCodec codec) {

		<K, V> LoggedTable<K, V> table(HeapTable<K, V> kept, char table) {
			return new LoggedTable<>(kept, this.store, StateKey.prefix(this.area, table), this.codec);
		}

	}

}
