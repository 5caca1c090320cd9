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
 * @param standing what the practice was told last: to go by it, to check it, or that it
 * was an error
 */
public record NoticeMemory(UUID id, MentionId child, SourceRecordId record, String practice, String status,
		boolean ended, LocalDate on, Standing standing) {

	/**
	 * The same notice, of which the practice was told something else.
	 * @param now what it was told
	 * @return a copy
	 */
	public NoticeMemory standing(Standing now) {
		return new NoticeMemory(this.id, this.child, this.record, this.practice, this.status, this.ended, this.on, now);
	}

}
