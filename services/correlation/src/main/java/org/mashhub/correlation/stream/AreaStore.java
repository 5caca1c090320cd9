package org.mashhub.correlation.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The kept tables of all areas of one partition, once, as objects. What the processor
 * changes on the heap passes through here to the changelog and is not kept a second time;
 * what the changelog restores, also in a standby, goes straight into the tables.
 */
final class AreaStore implements KeyValueStore<Bytes, byte[]> {

	private final String name;

	private final Supplier supplier;

	private final StateCodec codec = new StateCodec();

	private final Map<String, KeptTables> areas = new TreeMap<>();

	private final Position position = Position.emptyPosition();

	private @Nullable TaskId task;

	private boolean open;

	private AreaStore(String name, Supplier supplier) {
		this.name = name;
		this.supplier = supplier;
	}

	/** The areas that the changelog told of. */
	Map<String, KeptTables> areas() {
		return this.areas;
	}

	/** The tables of an area, empty ones when there are none yet. */
	KeptTables area(String area) {
		return this.areas.computeIfAbsent(area, (unknown) -> new KeptTables());
	}

	@Override
	public void init(StateStoreContext context, StateStore root) {
		this.task = context.taskId();
		this.supplier.stores.put(context.taskId(), this);
		context.register(root, this::restore);
		this.open = true;
	}

	private void restore(byte[] key, byte @Nullable [] value) {
		StateKey stateKey = StateKey.of(new String(key, StandardCharsets.UTF_8));
		area(stateKey.area()).restore(stateKey, value, this.codec);
	}

	@Override
	public void put(Bytes key, byte @Nullable [] value) {
		// On the heap already: the table that changed is one of those above.
	}

	@Override
	public byte @Nullable [] delete(Bytes key) {
		return null;
	}

	@Override
	public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
		// As for one.
	}

	@Override
	public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
		throw new UnsupportedOperationException("what is there is asked of the tables");
	}

	@Override
	public byte @Nullable [] get(Bytes key) {
		throw new UnsupportedOperationException("the tables are read, not the store");
	}

	@Override
	public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
		throw new UnsupportedOperationException("the tables are read, not the store");
	}

	@Override
	public KeyValueIterator<Bytes, byte[]> all() {
		throw new UnsupportedOperationException("the tables are read, not the store");
	}

	@Override
	public long approximateNumEntries() {
		return this.areas.values().stream().mapToLong((kept) -> kept.links().size() + kept.records().size()).sum();
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	@SuppressWarnings("deprecation")
	public void flush() {
		// Nothing is held back.
	}

	/** Nobody queries the store from outside, so nobody asks how far it has come. */
	@Override
	public Position getPosition() {
		return this.position;
	}

	@Override
	public boolean persistent() {
		return false;
	}

	@Override
	public boolean isOpen() {
		return this.open;
	}

	@Override
	public void close() {
		this.open = false;
		if (this.task != null) {
			this.supplier.stores.remove(this.task, this);
		}
		this.areas.clear();
	}

	/** Makes the store of each task, and finds it again for the task's processor. */
	static final class Supplier implements KeyValueBytesStoreSupplier {

		private final String name;

		private final Map<TaskId, AreaStore> stores = new ConcurrentHashMap<>();

		Supplier(String name) {
			this.name = name;
		}

		/** The store of a task that has been initialised. */
		AreaStore of(TaskId task) {
			AreaStore store = this.stores.get(task);
			if (store == null) {
				throw new IllegalStateException("task " + task + " has no store");
			}
			return store;
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public KeyValueStore<Bytes, byte[]> get() {
			return new AreaStore(this.name, this);
		}

		@Override
		public String metricsScope() {
			return "area-store";
		}

	}

}
