package org.mashhub.correlation.state;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.SourceRecordId;

/**
 * What lay open about a child at the moments when a proposal to close the case, or the
 * closure, answered it. It cannot be told from the records afterwards: what was recorded
 * long ago of somebody comes to speak of the child on the day on which the two are
 * connected. A version that answers one item more leaves the answers before it as they
 * were.
 *
 * @param items what was answered, each under a key of its own
 */
public record AnsweredItems(List<Item> items) {

	public AnsweredItems {
		items = List.copyOf(items);
	}

	/**
	 * What was answered under a key.
	 * @param key key of the item
	 * @return the item, null when nobody answered it
	 */
	public @Nullable Item of(String key) {
		return this.items.stream().filter((item) -> item.key().equals(key)).findFirst().orElse(null);
	}

	/**
	 * Something that was answered.
	 *
	 * @param key key by which it is answered
	 * @param words the answer
	 * @param sequence offset in the area log of the version that gave the answer: the
	 * first to give this one
	 * @param at the area's time then
	 * @param records records that the item rested on, none where it was not open
	 * @param alerts alerts that it was
	 */
	public record Item(String key, String words, long sequence, Instant at, List<SourceRecordId> records,
			List<UUID> alerts) {

		public Item {
			records = List.copyOf(records);
			alerts = List.copyOf(alerts);
		}

	}

}
