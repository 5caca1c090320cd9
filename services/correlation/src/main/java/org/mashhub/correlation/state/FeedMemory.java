package org.mashhub.correlation.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.FeedId;

/**
 * What the area remembers of a feed. That something came stays true when the agency
 * withdraws what came: this is about the feed, and says nothing of anybody.
 *
 * @param id which feed
 * @param declaration what its organisation has said of it, null when it has said nothing,
 * or that it publishes this no longer
 * @param heardAt area time at which the log had something of it last, less than a minute
 * behind; null when it never had
 */
public record FeedMemory(FeedId id, @Nullable Declaration declaration, @Nullable Instant heardAt) {

	/** Feeds are measured in hours: not every record needs to be remembered. */
	private static final Duration PRECISION = Duration.ofMinutes(1);

	/**
	 * A feed of which nothing came and nothing was said.
	 * @param id which feed
	 * @return a memory of nothing
	 */
	public static FeedMemory of(FeedId id) {
		return new FeedMemory(id, null, null);
	}

	/**
	 * The same feed, and something came.
	 * @param at area time
	 * @return itself while it was heard within the last minute
	 */
	public FeedMemory heard(Instant at) {
		boolean lately = this.heardAt != null && at.isBefore(this.heardAt.plus(PRECISION));
		return lately ? this : new FeedMemory(this.id, this.declaration, at);
	}

	/**
	 * The same feed as its organisation describes it.
	 * @param kinds facts that its events say
	 * @param everyHours longest normal silence in hours, null when silence says nothing
	 * @param at area time
	 * @return itself when the same was declared before: that restarts no silence
	 */
	public FeedMemory declared(List<FactKind> kinds, @Nullable Integer everyHours, Instant at) {
		Declaration said = new Declaration(kinds, everyHours, (this.declaration != null) ? this.declaration.at() : at);
		return said.equals(this.declaration) ? this
				: new FeedMemory(this.id, new Declaration(kinds, everyHours, at), this.heardAt);
	}

	/**
	 * The same feed, published no longer.
	 * @return a copy that is not declared
	 */
	public FeedMemory ended() {
		return new FeedMemory(this.id, null, this.heardAt);
	}

	/**
	 * Whether less came than was declared.
	 * @param now area time
	 * @return true when longer than the longest normal silence has passed since the
	 * declaration and since something came
	 */
	public boolean silentAt(Instant now) {
		if (this.declaration == null || this.declaration.everyHours() == null) {
			return false;
		}
		Instant since = (this.heardAt != null && this.heardAt.isAfter(this.declaration.at())) ? this.heardAt
				: this.declaration.at();
		return now.isAfter(since.plus(Duration.ofHours(this.declaration.everyHours())));
	}

	/**
	 * What an organisation has said of a feed.
	 *
	 * @param kinds facts that its events say
	 * @param everyHours longest normal silence in hours, null when silence says nothing
	 * @param at area time at which it was first declared so
	 */
	public record Declaration(List<FactKind> kinds, @Nullable Integer everyHours, Instant at) {

		public Declaration {
			kinds = List.copyOf(kinds);
		}

	}

}
