package org.mashhub.correlation.stream;

import java.util.function.BiConsumer;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.state.HeapTable;
import org.mashhub.correlation.state.Table;

/**
 * A table on the heap whose changes also go to a store with a changelog.
 *
 * @param <K> key; its text is its key in the store
 * @param <V> value
 */
final class LoggedTable<K, V> implements Table<K, V> {

	private final HeapTable<K, V> heap;

	private final KeyValueStore<String, byte[]> store;

	private final String prefix;

	private final StateCodec codec;

	LoggedTable(HeapTable<K, V> heap, KeyValueStore<String, byte[]> store, String prefix, StateCodec codec) {
		this.heap = heap;
		this.store = store;
		this.prefix = prefix;
		this.codec = codec;
	}

	@Override
	public @Nullable V get(K key) {
		return this.heap.get(key);
	}

	@Override
	public void put(K key, V value) {
		if (!value.equals(this.heap.get(key))) {
			this.heap.put(key, value);
			this.store.put(this.prefix + key, this.codec.encode(value));
		}
	}

	@Override
	public void remove(K key) {
		if (this.heap.get(key) != null) {
			this.heap.remove(key);
			this.store.delete(this.prefix + key);
		}
	}

	@Override
	public void forEach(BiConsumer<K, V> visitor) {
		this.heap.forEach(visitor);
	}

}
