package org.mashhub.console.ledger;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A feed as it is now.
 *
 * @param agency kind of agency
 * @param organisation the organisation's code
 * @param eventType name of the contract
 * @param state how it is
 * @param silentSince since when it is silent; null when it is not
 * @param lastReceived when the broker had its newest record; null when nothing came
 * @param lastOccurred when the newest of what it tells happened
 * @param declaredAt when it was declared; null when it was not
 * @param expectedEveryHours how often something comes at least; null when irregular or
 * not declared
 * @param accepted records on its topic
 * @param logged entries in the area log; a record of two areas has two
 * @param applied entries applied
 * @param quarantined records and entries in quarantine
 * @param waiting records that are not settled yet
 * @param waitingSince since when the oldest of them waits; null when none does
 */
public record FeedView(String agency, String organisation, String eventType, FeedState state,
		@Nullable Instant silentSince, @Nullable Instant lastReceived, @Nullable Instant lastOccurred,
		@Nullable Instant declaredAt, @Nullable Integer expectedEveryHours, long accepted, long logged, long applied,
		long quarantined, long waiting, @Nullable Instant waitingSince) {

	/**
	 * Since when a feed is silent.
	 * @param declaredAt when it was declared
	 * @param expectedEveryHours what was declared
	 * @param ended whether it is declared to be over
	 * @param lastReceivedLive when something real came last
	 * @param now the wall's time
	 * @return the time, null when it is not silent
	 */
	static @Nullable Instant silentSince(@Nullable Instant declaredAt, @Nullable Integer expectedEveryHours,
			boolean ended, @Nullable Instant lastReceivedLive, Instant now) {
		if (declaredAt == null || expectedEveryHours == null || ended) {
			return null;
		}
		Instant since = (lastReceivedLive != null && lastReceivedLive.isAfter(declaredAt)) ? lastReceivedLive
				: declaredAt;
		return now.isAfter(since.plus(Duration.ofHours(expectedEveryHours))) ? since : null;
	}

	static FeedState stateOf(@Nullable Instant declaredAt, @Nullable Integer expectedEveryHours, boolean ended,
			@Nullable Instant silentSince) {
		if (declaredAt == null) {
			return FeedState.NOT_DECLARED;
		}
		if (ended) {
			return FeedState.ENDED;
		}
		if (expectedEveryHours == null) {
			return FeedState.IRREGULAR;
		}
		return (silentSince != null) ? FeedState.SILENT : FeedState.ALIVE;
	}
}
