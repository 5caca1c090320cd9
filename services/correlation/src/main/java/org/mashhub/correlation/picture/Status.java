package org.mashhub.correlation.picture;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.SourceRecord;

/**
 * A status of a child.
 *
 * @param name name of the status, for example CHILD_IN_NEED
 * @param since first day
 * @param until last day, null while it lasts
 * @param phone whom to ring
 * @param record the record that stated it
 */
public record Status(String name, LocalDate since, @Nullable LocalDate until, @Nullable String phone,
		SourceRecord record) {

	/** Name under which the end of a case is kept. */
	public static final String CLOSED = "CLOSED";

	/** Name under which it is kept that nothing follows. */
	public static final String NO_FURTHER_ACTION = "NO_FURTHER_ACTION";

	/** Name under which a child is whom the local authority looks after. */
	public static final String LOOKED_AFTER = "LOOKED_AFTER";

	/** Name under which a child has a plan that protects it. */
	public static final String CHILD_PROTECTION_PLAN = "CHILD_PROTECTION_PLAN";

	/** Name of an enquiry, which goes on beside the plan that a child has. */
	public static final String SECTION_47 = "SECTION_47";

	/**
	 * Whether the case is open under this status.
	 * @return false for ended ones, for CLOSED and for no further action
	 */
	public boolean open() {
		return this.until == null && !this.name.equals(CLOSED) && !this.name.equals(NO_FURTHER_ACTION);
	}

	/**
	 * Whether it ends in the light of more records than those that it was read from.
	 * @param statuses the child's statuses as all those records say them
	 * @return true when it lasts here, and not there under any record
	 */
	public boolean endedAmong(List<Status> statuses) {
		return this.until == null
				&& statuses.stream().noneMatch((status) -> status.until == null && status.name.equals(this.name))
				&& statuses.stream()
					.anyMatch((status) -> status.until != null && status.name.equals(this.name)
							&& status.since.equals(this.since) && status.record.id().equals(this.record.id()));
	}

	Status endedOn(LocalDate day) {
		return new Status(this.name, this.since, day, this.phone, this.record);
	}

}
