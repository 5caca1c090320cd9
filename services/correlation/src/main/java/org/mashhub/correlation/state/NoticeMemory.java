package org.mashhub.correlation.state;

import java.time.LocalDate;
import java.util.UUID;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.SourceRecordId;

/**
 * A status that a practice was told.
 *
 * @param id the notice
 * @param child a mention of the child
 * @param record record that stated the status
 * @param practice the practice told
 * @param status name of the status
 * @param ended whether its end was told
 * @param on first or last day
 * @param withdrawn whether the practice was told not to go by it: that it was an error,
 * or is to be checked
 */
public record NoticeMemory(UUID id, MentionId child, SourceRecordId record, String practice, String status,
		boolean ended, LocalDate on, boolean withdrawn) {

	/**
	 * The same notice, by which the practice is not to go any longer.
	 * @return a copy
	 */
	public NoticeMemory takenBack() {
		return new NoticeMemory(this.id, this.child, this.record, this.practice, this.status, this.ended, this.on,
				true);
	}

}
