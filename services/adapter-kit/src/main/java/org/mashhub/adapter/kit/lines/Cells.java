package org.mashhub.adapter.kit.lines;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a cell of a table means, as people in the United Kingdom write it: the day first,
 * times by London's clock, yes and no. What it cannot read it leaves as it is, for
 * validation to refuse by name.
 */
final class Cells {

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private static final Pattern MONTH = Pattern.compile("(\\d{1,2})[/.-](\\d{4})");

	private static final List<DateTimeFormatter> DAYS = List.of(formatter("uuuu-MM-dd"), formatter("d/M/uuuu"),
			formatter("d.M.uuuu"), formatter("d-M-uuuu"), formatter("d MMM uuuu"), formatter("d-MMM-uuuu"),
			formatter("d MMMM uuuu"), formatter("uuuu/MM/dd"), formatter("uuuuMMdd"));

	private static final List<DateTimeFormatter> TIMES = List.of(formatter("H:mm"), formatter("H:mm:ss"),
			formatter("H:mm:ss.SSS"), formatter("HHmm"));

	private Cells() {
	}

	/** The JSON value of a cell, as a field wants it. */
	static Object value(FieldPath field, String cell) {
		if (field.isList()) {
			return parts(cell).stream().map((part) -> field.type().isEnum() ? code(part) : part).toList();
		}
		if (field.partialDate()) {
			return partialDate(cell);
		}
		Class<?> type = field.type();
		if (type == Boolean.class || type == boolean.class) {
			return flag(cell).<Object>map(Function.identity()).orElse(cell);
		}
		if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
			return cell.matches("-?\\d{1,18}") ? (Object) Long.valueOf(cell) : cell;
		}
		if (type == LocalDate.class) {
			return day(cell).map(LocalDate::toString).orElse(cell);
		}
		if (type == OffsetDateTime.class) {
			return time(cell).map(OffsetDateTime::toString).orElse(cell);
		}
		return type.isEnum() ? code(cell) : cell;
	}

	/** What a cell that holds several texts holds. */
	static List<String> parts(String cell) {
		return List.of(cell.split("\\s*[,;\\n]\\s*"));
	}

	private static String code(String cell) {
		return cell.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
	}

	/** Whether a cell names a day and no time of it. */
	static boolean isDayOnly(String cell) {
		return day(cell).isPresent();
	}

	private static String partialDate(String cell) {
		Matcher month = MONTH.matcher(cell);
		if (month.matches()) {
			return "%s-%02d".formatted(month.group(2), Integer.parseInt(month.group(1)));
		}
		return day(cell).map(LocalDate::toString).orElse(cell);
	}

	private static Optional<Boolean> flag(String cell) {
		return switch (cell.toLowerCase(Locale.ROOT)) {
			case "y", "yes", "true", "1" -> Optional.of(true);
			case "n", "no", "false", "0" -> Optional.of(false);
			default -> Optional.empty();
		};
	}

	private static Optional<LocalDate> day(String cell) {
		return first(DAYS, (format) -> LocalDate.parse(cell, format));
	}

	private static Optional<OffsetDateTime> time(String cell) {
		Optional<OffsetDateTime> whole = attempt(() -> OffsetDateTime.parse(cell));
		if (whole.isPresent()) {
			return whole;
		}
		Optional<LocalDate> dayOnly = day(cell);
		if (dayOnly.isPresent()) {
			return dayOnly.map((day) -> day.atStartOfDay(UK).toOffsetDateTime());
		}
		int gap = Math.max(cell.lastIndexOf(' '), cell.indexOf('T'));
		if (gap < 1) {
			return Optional.empty();
		}
		String clock = cell.substring(gap + 1);
		return day(cell.substring(0, gap).strip())
			.flatMap((day) -> first(TIMES, (format) -> LocalTime.parse(clock, format))
				.map((at) -> LocalDateTime.of(day, at).atZone(UK).toOffsetDateTime()));
	}

	private static <T> Optional<T> first(List<DateTimeFormatter> formats, Function<DateTimeFormatter, T> parse) {
		return formats.stream().flatMap((format) -> attempt(() -> parse.apply(format)).stream()).findFirst();
	}

	private static <T> Optional<T> attempt(java.util.function.Supplier<T> parse) {
		try {
			return Optional.of(parse.get());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** In the locale UK the ninth month is Sept, which no system writes. */
	private static DateTimeFormatter formatter(String pattern) {
		return new DateTimeFormatterBuilder().parseCaseInsensitive()
			.appendPattern(pattern)
			.toFormatter(Locale.ENGLISH)
			.withResolverStyle(ResolverStyle.STRICT);
	}

}
