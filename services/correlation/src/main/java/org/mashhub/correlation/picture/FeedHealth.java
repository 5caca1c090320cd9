package org.mashhub.correlation.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.FeedMemory;

/**
 * What an area can expect to hear at one moment of its clock, and what it goes without.
 * That nothing came means something only where somebody has declared to publish it, and
 * is not silent.
 *
 * @param declared feeds that are declared, in the order of their ids
 * @param at the area's time
 */
public record FeedHealth(List<FeedMemory> declared, Instant at) {

	public FeedHealth {
		declared = declared.stream()
			.filter((feed) -> feed.declaration() != null)
			.sorted(Comparator.comparing(FeedMemory::id))
			.toList();
	}

	/**
	 * Reads it from the area's state.
	 * @param state the state
	 * @param at the area's time
	 * @return the feeds as they are then
	 */
	static FeedHealth of(AreaState state, Instant at) {
		List<FeedMemory> feeds = new ArrayList<>();
		state.feeds().forEach((id, feed) -> feeds.add(feed));
		return new FeedHealth(feeds, at);
	}

	/**
	 * Feeds that would say something.
	 * @param kind kind of fact
	 * @param agency kind of agency
	 * @param organisation one organisation, null for all of the area
	 * @return feeds that are declared
	 */
	public List<FeedMemory> of(FactKind kind, String agency, @Nullable String organisation) {
		return this.declared.stream()
			.filter((feed) -> feed.id().agency().equals(agency))
			.filter((feed) -> organisation == null || feed.id().organisation().equals(organisation))
			.filter((feed) -> feed.declaration() != null && feed.declaration().kinds().contains(kind))
			.toList();
	}

	/**
	 * Whether the area hears of something: only then does it mean anything that nothing
	 * came.
	 * @param kind kind of fact
	 * @param agency kind of agency
	 * @param organisation one organisation, null for all of the area: then one silent
	 * feed of any of them is silence
	 * @return how it is
	 */
	public Hearing hearing(FactKind kind, String agency, @Nullable String organisation) {
		List<FeedMemory> feeds = of(kind, agency, organisation);
		if (feeds.isEmpty()) {
			return new Hearing.NotPublished();
		}
		List<FeedMemory> silent = feeds.stream().filter((feed) -> feed.silentAt(this.at)).toList();
		return silent.isEmpty() ? new Hearing.Alive() : new Hearing.Silent(silent);
	}

}
