package org.mashhub.console.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.mashhub.console.PlainText;

/**
 * A place in a list, as it goes to clients and comes back: numbers and times by which the
 * list is ordered, nothing about anybody.
 */
final class Place {

	private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

	private static final String BETWEEN = "\n";

	private final List<String> values;

	private Place(List<String> values) {
		this.values = values;
	}

	static String of(Object... values) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(Arrays.stream(values)
				.map(Object::toString)
				.collect(Collectors.joining(BETWEEN))
				.getBytes(StandardCharsets.UTF_8));
	}

	static Place read(String sent) {
		try {
			return new Place(
					List.of(new String(Base64.getUrlDecoder().decode(sent), StandardCharsets.UTF_8).split(BETWEEN)));
		}
		catch (IllegalArgumentException ex) {
			throw new UnknownPlaceException(ex);
		}
	}

	String text(int index) {
		return value(index, (value) -> {
			if (!PlainText.isPlain(value)) {
				throw new IllegalArgumentException("no text");
			}
			return value;
		});
	}

	UUID id(int index) {
		return value(index, UUID::fromString);
	}

	Timestamp time(int index) {
		return value(index, (value) -> {
			Instant time = Instant.parse(value);
			if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
				throw new IllegalArgumentException("no time that a database can keep");
			}
			return Timestamp.from(time);
		});
	}

	double number(int index) {
		return value(index, Double::valueOf);
	}

	long whole(int index) {
		return value(index, Long::valueOf);
	}

	private <T> T value(int index, Function<String, T> reading) {
		try {
			return reading.apply(this.values.get(index));
		}
		catch (RuntimeException ex) {
			throw new UnknownPlaceException(ex);
		}
	}

}
