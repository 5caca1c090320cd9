package org.mashhub.correlation.state;

import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * One keyed table of an area's state. Values are immutable.
 *
 * @param <K> key
 * @param <V> value
 */
public interface Table<K, V> {

	/**
	 * Looks up a value.
	 * @param key the key
	 * @return the value, null when there is none
	 */
	@Nullable V get(K key);

	/**
	 * Sets a value.
	 * @param key the key
	 * @param value the value
	 */
	void put(K key, V value);

	/**
	 * Removes a value; removing what is not there does nothing.
	 * @param key the key
	 */
	void remove(K key);

	/**
	 * Visits all entries, in no particular order.
	 * @param visitor takes each
	 */
	void forEach(BiConsumer<K, V> visitor);

}
