package org.mashhub.adapter.kit;

import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What the log keeps of an adapter's own records: an adapter has no other memory. */
public interface KeptRecords {

	/**
	 * Reads all records of a type, one by one: whoever reads keeps what it needs.
	 * @param <T> type of the records
	 * @param type type of the records, whose contract names their topic
	 * @param keyPrefix what their keys begin with
	 * @param reader takes each record, those of one key in the order in which they were
	 * written
	 * @throws LogUnavailableException when broker or registry do not answer in time
	 */
	<T extends SpecificRecord> void read(Class<T> type, String keyPrefix, Reader<T> reader);

	/**
	 * The newest record of each key; for what is small.
	 * @param <T> type of the records
	 * @param type type of the records, whose contract names their topic
	 * @param keyPrefix what their keys begin with
	 * @return records by key, in the order in which the keys came first
	 * @throws LogUnavailableException when broker or registry do not answer in time
	 */
	default <T extends SpecificRecord> Map<String, T> newest(Class<T> type, String keyPrefix) {
		Map<String, T> found = new LinkedHashMap<>();
		read(type, keyPrefix, (key, record) -> {
			if (record != null) {
				found.put(key, record);
			}
			else {
				found.remove(key);
			}
		});
		return found;
	}

	/**
	 * Takes records one by one.
	 *
	 * @param <T> type of the records
	 */
	@FunctionalInterface
	interface Reader<T extends SpecificRecord> {

		/**
		 * Takes a record.
		 * @param key its key
		 * @param record the record; null where the one of this key was deleted
		 */
		void take(String key, @Nullable T record);

	}

}
