package org.mashhub.correlation.stream;

import java.util.Optional;

import org.apache.kafka.streams.state.KeyValueStore;

import org.mashhub.correlation.intake.Routes;
import org.mashhub.correlation.observation.SourceRecordId;

/**
 * Routes in a store with a changelog. Keys are the parts of a record's number, parted by
 * a character that none but the last may hold, so that no two records share one.
 */
final class StoredRoutes implements Routes {

	private static final String PART = "\u001f";

	private final KeyValueStore<String, byte[]> store;

	private final StateCodec codec;

	StoredRoutes(KeyValueStore<String, byte[]> store, StateCodec codec) {
		this.store = store;
		this.codec = codec;
	}

	@Override
	public Optional<Sent> of(SourceRecordId record) {
		return Optional.ofNullable(this.store.get(key(record))).map((value) -> this.codec.decode(value, Sent.class));
	}

	@Override
	public void remember(SourceRecordId record, Sent sent) {
		this.store.put(key(record), this.codec.encode(sent));
	}

	private static String key(SourceRecordId record) {
		return String.join(PART, record.agency(), record.organisation(), record.system(), record.record());
	}

}
