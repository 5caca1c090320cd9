package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Optional;

import org.mashhub.correlation.observation.SourceRecordId;

/**
 * Remembers which real areas a source record was last sent to, where its organisation
 * alone does not tell: a record of an organisation that covers one area, whose addresses
 * add no other, has no entry.
 */
public interface Routes {

	/**
	 * Where a source record was last sent.
	 * @param record the record
	 * @return version and areas, empty when its organisation alone tells, or it never
	 * came
	 */
	Optional<Sent> of(SourceRecordId record);

	/**
	 * Remembers where a source record was sent, in place of what was remembered.
	 * @param record the record
	 * @param sent version and areas
	 */
	void remember(SourceRecordId record, Sent sent);

	/**
	 * Where a version of a source record was sent.
	 *
	 * @param version the highest version so far
	 * @param areas codes of the areas that still may hold what any version said
	 */
	record Sent(long version, List<String> areas) {

		public Sent {
			areas = List.copyOf(areas);
		}

	}

}
