package org.mashhub.correlation.state;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.mashhub.correlation.observation.SourceRecordId;

/**
 * What lay open about a child at the moment when a proposal to close the case, or the
 * closure, answered it. It cannot be told from the records afterwards: what was recorded
 * long ago of somebody comes to speak of the child on the day on which the two are
 * connected.
 *
 * @param sequence offset in the area log of the version that gave the answers: the first
 * to say what it says
 * @param at the area's time then
 * @param items what lay open, key by key
 */
public record AnsweredItems(long sequence, Instant at, List<Item> items) {

	public AnsweredItems {
		items = List.copyOf(items);
	}

	/**
	 * Whether a record stood behind an open item.
	 * @param key key of the item
	 * @param record the record
	 * @return false where it has come to the item since
	 */
	public boolean rested(String key, SourceRecordId record) {
		return this.items.stream().anyMatch((item) -> item.key().equals(key) && item.records().contains(record));
	}

	/**
	 * Whether an alert was an open item.
	 * @param key key of the item
	 * @param alert the alert
	 * @return false where it has come to the child since
	 */
	public boolean rested(String key, UUID alert) {
		return this.items.stream().anyMatch((item) -> item.key().equals(key) && item.alerts().contains(alert));
	}

	/**
	 * Something that lay open.
	 *
	 * @param key key by which it is answered
	 * @param records records that it rested on
	 * @param alerts the alert that it was
	 */
	public record Item(String key, List<SourceRecordId> records, List<UUID> alerts) {

		public Item {
			records = List.copyOf(records);
			alerts = List.copyOf(alerts);
		}

	}

}
