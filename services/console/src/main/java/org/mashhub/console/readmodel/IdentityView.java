package org.mashhub.console.readmodel;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.LinkOutcome;

/** Which person a mention speaks of, why, and who was next best. */
public record IdentityView(UUID mentionId, String area, String sourceRecord, String ref, @Nullable UUID personId,
		@Nullable UUID previousPersonId, LinkOutcome outcome, @Nullable Double bits, List<ComparisonView> comparisons,
		String explanation, @Nullable NextBestView nextBest) {

	IdentityView unexplained() {
		return new IdentityView(this.mentionId, this.area, this.sourceRecord, this.ref, this.personId,
				this.previousPersonId, this.outcome, null, List.of(), "", null);
	}

	IdentityView withoutNextBest() {
		return new IdentityView(this.mentionId, this.area, this.sourceRecord, this.ref, this.personId,
				this.previousPersonId, this.outcome, this.bits, this.comparisons, this.explanation, null);
	}

}
