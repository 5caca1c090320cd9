package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A tenancy as all tables up to now have it. Whoever lived there when it ended stays in
 * it.
 *
 * @param tenancy the tenancy
 * @param missing whether the newest table leaves it out
 * @param startSeenOn day of the first table that has it
 * @param endSeenOn day of the table that ended it; null while it lasts
 * @param changedOn day of the newest table that changed it
 * @param movedTo tenancies that its people moved to when it ended
 * @param fingerprint of what the newest table with it says
 */
record KnownTenancy(Tenancy tenancy, boolean missing, LocalDate startSeenOn, @Nullable LocalDate endSeenOn,
		LocalDate changedOn, List<String> movedTo, UUID fingerprint) {

	KnownTenancy {
		movedTo = List.copyOf(movedTo);
	}

	boolean isEnded() {
		return this.tenancy.isEnded();
	}

	KnownTenancy withMoveTo(String reference) {
		if (this.movedTo.contains(reference)) {
			return this;
		}
		List<String> homes = new ArrayList<>(this.movedTo);
		homes.add(reference);
		return new KnownTenancy(this.tenancy, this.missing, this.startSeenOn, this.endSeenOn, this.changedOn, homes,
				this.fingerprint);
	}

}
