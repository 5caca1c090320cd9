package org.mashhub.adapter.kit.lines;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A record of a fictional agency, with every kind of field that a column can mean. */
record Booking(SourceRecord record, @Nullable Sharing sharing, @Nullable LocalDate bookedOn, @Nullable Boolean attended,
		@Nullable Integer places, @Nullable Kind kind, List<Kind> kinds, @Nullable PostalAddress address,
		List<Guest> guests) {

	/** Kinds of booking. */
	enum Kind {

		DROP_IN, BY_LETTER

	}

	/** Somebody. */
	record Guest(@Nullable String surname, @Nullable String description, @DateOfBirth @Nullable String dateOfBirth) {

	}

}
