package org.mashhub.standalone.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the topics prove.
 *
 * @param balanced true when nothing is missing, nothing is there twice, and nothing is in
 * the log that nobody sent
 * @param feeds the sums of each feed
 * @param missing records that are neither applied nor set aside, at most
 * {@value #MOST_SHOWN}
 * @param missingCount how many there are
 * @param parked records that intake keeps because they belong to no known area, as many
 * @param parkedCount how many there are
 * @param unexpected entries of the log that were applied though no agency topic has them,
 * as many
 * @param unexpectedCount how many there are
 * @param quarantined what is in quarantine, as many
 * @param quarantinedCount how many there are
 * @param repeated records that have the receipt of another one
 * @param milliseconds how long it took
 */
public record AuditReport(boolean balanced, List<Sums> feeds, List<Found> missing, long missingCount,
		List<Found> parked, long parkedCount, List<Found> unexpected, long unexpectedCount, List<Found> quarantined,
		long quarantinedCount, long repeated, long milliseconds) {

	/** How many of a kind are shown. */
	public static final int MOST_SHOWN = 20;

	/** How many records were accepted. */
	public long accepted() {
		return this.feeds.stream().mapToLong(Sums::accepted).sum();
	}

	/**
	 * The sums of a feed.
	 *
	 * @param agency kind of agency
	 * @param organisation the organisation's code
	 * @param eventType name of the contract
	 * @param accepted records on its topic
	 * @param logged entries in the area log; a record of two areas has two
	 * @param applied entries applied
	 * @param quarantined records and entries in quarantine
	 * @param parked records that belong to no known area
	 * @param missing records that are neither
	 */
	public record Sums(String agency, String organisation, String eventType, long accepted, long logged, long applied,
			long quarantined, long parked, long missing) {
	}

	/**
	 * Something that a person should see.
	 *
	 * @param receiptId its receipt, when it has one
	 * @param place topic, partition and offset of the record
	 * @param what what is the matter
	 */
	public record Found(@Nullable String receiptId, String place, String what) {
	}

}
