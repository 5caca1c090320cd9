package org.mashhub.correlation.observation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One entry of the area log, as the engine takes it. */
public sealed interface Entry {

	/**
	 * Offset in the area log.
	 * @return the offset
	 */
	long sequence();

	/**
	 * Key in the area log.
	 * @return the receipt
	 */
	UUID receiptId();

	/**
	 * The area's time at the entry; entries from the wall and from people may lag, and
	 * never turn the clock back.
	 * @return the time
	 */
	Instant clock();

	/**
	 * An agency's record.
	 *
	 * @param record the record in this version
	 * @param withdraws the record that is withdrawn, null when none is
	 */
	record Event(SourceRecord record, @Nullable SourceRecordId withdraws) implements Entry {

		@Override
		public long sequence() {
			return this.record.sequence();
		}

		@Override
		public UUID receiptId() {
			return this.record.receiptId();
		}

		@Override
		public Instant clock() {
			return this.record.clock();
		}

	}

	/**
	 * A tick of the area's clock.
	 *
	 * @param sequence offset
	 * @param receiptId key
	 * @param clock the time
	 */
	record Tick(long sequence, UUID receiptId, Instant clock) implements Entry {
	}

	/**
	 * Something done in the hub: an alert acknowledged, taken or ended.
	 *
	 * @param sequence offset
	 * @param receiptId key
	 * @param clock the time
	 * @param facts what was done
	 */
	record HubRecord(long sequence, UUID receiptId, Instant clock, List<Fact> facts) implements Entry {

		public HubRecord {
			facts = List.copyOf(facts);
		}

	}

}
