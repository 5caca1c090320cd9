package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.hub.v1.HousingTenancy;

/**
 * What is known of every tenancy, in some 200 bytes each: enough to see which rows of a
 * table say something new.
 */
final class Marks {

	private final Map<String, Mark> marks = new HashMap<>();

	private final @Nullable LocalDate since;

	/**
	 * Creates marks.
	 * @param since day of the last table that was applied; null when there was none
	 */
	Marks(@Nullable LocalDate since) {
		this.since = since;
	}

	void note(HousingTenancy tenancy) {
		this.marks.put(tenancy.getTenancyReference(), new Mark(tenancy.getFingerprint(),
				tenancy.getEndedOn().isPresent(), tenancy.getMissing(), tenancy.getChangedOn()));
	}

	@Nullable Mark of(String reference) {
		return this.marks.get(reference);
	}

	/** Whether a tenancy that nobody knows ended before anybody looked. */
	boolean isHistory(@Nullable LocalDate endedOn) {
		return endedOn != null && (this.since == null || endedOn.isBefore(this.since));
	}

	int open() {
		return (int) this.marks.values().stream().filter((mark) -> !mark.ended()).count();
	}

	/** Tenancies that last until now and that a table leaves out. */
	Set<String> endedBy(Table table) {
		Set<String> ended = new TreeSet<>();
		this.marks.forEach((reference, mark) -> {
			if (!mark.ended() && !table.has(reference)) {
				ended.add(reference);
			}
		});
		return ended;
	}

	/** Tenancies that a table of that day has changed already, before it was cut off. */
	Set<String> changedOn(LocalDate day) {
		Set<String> changed = new TreeSet<>();
		this.marks.forEach((reference, mark) -> {
			if (mark.changedOn().equals(day)) {
				changed.add(reference);
			}
		});
		return changed;
	}

	/**
	 * What is known of one tenancy.
	 *
	 * @param fingerprint of what the newest table with it says
	 * @param ended whether it has ended
	 * @param missing whether the newest table leaves it out
	 * @param changedOn day of the newest table that changed it
	 */
	record Mark(UUID fingerprint, boolean ended, boolean missing, LocalDate changedOn) {

		boolean saysAlready(UUID row) {
			return !this.missing && this.fingerprint.equals(row);
		}

	}

}
