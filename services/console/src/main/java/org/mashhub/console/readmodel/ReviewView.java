package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Two people may be one: an officer should look.
 *
 * @param mention the mention of one that agrees best, null when its record is gone
 * @param otherMention the mention of the other
 */
public record ReviewView(UUID reviewId, String area, boolean open, UUID personId, UUID otherPersonId, double bits,
		List<ComparisonView> comparisons, String text, Instant askedAt, @Nullable ReviewedMentionView mention,
		@Nullable ReviewedMentionView otherMention) {

	/**
	 * The mentions that it is about, as far as their records are still there.
	 * @return at most two
	 */
	List<ReviewedMentionView> mentions() {
		return Stream.of(this.mention, this.otherMention).filter(Objects::nonNull).toList();
	}

	ReviewView with(@Nullable ReviewedMentionView one, @Nullable ReviewedMentionView other) {
		return new ReviewView(this.reviewId, this.area, this.open, this.personId, this.otherPersonId, this.bits,
				this.comparisons, this.text, this.askedAt, one, other);
	}
}
