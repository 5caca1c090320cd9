package org.mashhub.adapter.kit;

import java.util.Map;

import org.apache.avro.specific.SpecificRecord;

/** What the log keeps of an adapter's own records: an adapter has no other memory. */
public interface KeptRecords {

	/**
	 * The newest record of each key.
	 * @param <T> type of the records
	 * @param type type of the records, whose contract names their topic
	 * @param keyPrefix what their keys begin with
	 * @return records by key, in the order in which the keys came first
	 * @throws LogUnavailableException when broker or registry do not answer in time
	 */
	<T extends SpecificRecord> Map<String, T> newest(Class<T> type, String keyPrefix);

}
