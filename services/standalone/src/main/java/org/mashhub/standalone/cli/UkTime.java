package org.mashhub.standalone.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/**
 * Times of the hub's answers as people here read them: by London's clock, in summer too.
 */
final class UkTime {

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.UK).withZone(UK);

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.UK)
		.withZone(UK);

	private UkTime() {
	}

	/** The day of a time; empty where there is none. */
	static String day(JsonNode time) {
		return time.isString() ? DAY.format(Instant.parse(time.asString())) : "";
	}

	/** A time to the minute; empty where there is none. */
	static String minute(JsonNode time) {
		return time.isString() ? MINUTE.format(Instant.parse(time.asString())) : "";
	}

}
