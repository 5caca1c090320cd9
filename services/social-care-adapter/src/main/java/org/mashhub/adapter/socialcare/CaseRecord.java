package org.mashhub.adapter.socialcare;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** What every record of the case system says first. */
interface CaseRecord {

	SourceRecord record();

	@Nullable Sharing sharing();

}
