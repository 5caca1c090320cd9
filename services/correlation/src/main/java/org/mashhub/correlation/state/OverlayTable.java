package org.mashhub.correlation.state;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Changes to a table that have not been applied to it: reads see them, the table below
 * does not, until {@link #apply()}.
 *
 * @param <K> key
 * @param <V> value
 */
final class OverlayTable<K, V> implements Table<K, V> {

	private final Table<K, V> base;

	/** Most tables are not changed by most events: made when the first change comes. */
	private @Nullable Map<K, Optional<V>> changes;

	OverlayTable(Table<K, V> base) {
		this.base = base;
	}

	@Override
	public @Nullable V get(K key) {
		Optional<V> changed = (this.changes != null) ? this.changes.get(key) : null;
		return (changed != null) ? changed.orElse(null) : this.base.get(key);
	}

	@Override
	public void put(K key, V value) {
		changes().put(key, Optional.of(value));
	}

	@Override
	public void remove(K key) {
		changes().put(key, Optional.empty());
	}

	@Override
	public void forEach(BiConsumer<K, V> visitor) {
		Map<K, Optional<V>> changed = (this.changes != null) ? this.changes : Map.of();
		this.base.forEach((key, value) -> {
			if (!changed.containsKey(key)) {
				visitor.accept(key, value);
			}
		});
		changed.forEach((key, value) -> value.ifPresent((present) -> visitor.accept(key, present)));
	}

	void apply() {
		if (this.changes != null) {
			this.changes.forEach((key, value) -> value.ifPresentOrElse((present) -> this.base.put(key, present),
					() -> this.base.remove(key)));
			this.changes = null;
		}
	}

	private Map<K, Optional<V>> changes() {
		Map<K, Optional<V>> present = this.changes;
		if (present == null) {
			present = new LinkedHashMap<>();
			this.changes = present;
		}
		return present;
	}

}
