package org.mashhub.correlation.state;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * A table in a hash map.
 *
 * @param <K> key
 * @param <V> value
 */
public final class HeapTable<K, V> implements Table<K, V> {

	private final Map<K, V> entries = new HashMap<>();

	@Override
	public @Nullable V get(K key) {
		return this.entries.get(key);
	}

	@Override
	public void put(K key, V value) {
		this.entries.put(key, value);
	}

	@Override
	public void remove(K key) {
		this.entries.remove(key);
	}

	@Override
	public void forEach(BiConsumer<K, V> visitor) {
		this.entries.forEach(visitor);
	}

	/**
	 * Removes the entries whose key is among those meant.
	 * @param meant says which keys are meant
	 */
	public void removeIf(Predicate<K> meant) {
		this.entries.keySet().removeIf(meant);
	}

	/**
	 * How many entries there are.
	 * @return the number
	 */
	public int size() {
		return this.entries.size();
	}

}
