package org.mashhub.adapter.adultsocialcare;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A record about one adult and those around. */
interface AdultRecord {

	SourceRecord record();

	@Nullable Sharing sharing();

	@Nullable Adult adult();

	List<OtherPerson> others();

}
