package org.mashhub.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.mashhub.standalone.CannotProceedException;

/**
 * Which column of a table holds what of a person. A mapping file has a line
 * {@code what = column, column ...} for each; without a file the usual headings are
 * known.
 *
 * @param columns columns by what they hold
 * @param truthPattern what of the truth column names the person: its first group
 */
record LinkageMapping(Map<What, List<String>> columns, @Nullable Pattern truthPattern) {

	/** What a column may hold. */
	enum What {

		/** Column that says who is the same person. */
		TRUTH("cluster", "group", "person", "truth", "entity_id", "person_id"),
		/** Given names. */
		GIVEN("given_name", "first_name", "forename", "given", "firstname", "forenames"),
		/** Middle names. */
		MIDDLE("middle_name", "middle_names"),
		/** Family name. */
		FAMILY("surname", "last_name", "family_name", "family", "lastname"),
		/** Full name in one column. */
		NAME("name", "full_name", "name_text"),
		/** Other names, several parted by a bar. */
		ALIAS("alias", "aliases", "also_known_as"),
		/** Date of birth. */
		BIRTH("dob", "date_of_birth", "birth_date", "birthdate", "birth"),
		/** Year of birth alone. */
		BIRTH_YEAR("year_of_birth", "birth_year", "yob"),
		/** Age in years as estimated when the record was made. */
		AGE("age", "estimated_age"),
		/**
		 * When the record was made, as an instant of ISO 8601: what an age counts from.
		 */
		AT("occurred_at"),
		/** Sex or gender. */
		SEX("sex", "gender"),
		/** Lines and words of the address. */
		ADDRESS("street_number", "address_1", "address_2", "address", "street", "suburb", "city", "town", "locality"),
		/** Postcode. */
		POSTCODE("postcode", "postal_code", "zip"),
		/** Unique Property Reference Number. */
		UPRN("uprn"),
		/** Phone. */
		PHONE("phone", "phone_number", "telephone", "mobile"),
		/** Email. */
		EMAIL("email", "email_address"),
		/** NHS number. */
		NHS_NUMBER("nhs_number"),
		/** Police National Computer id. */
		PNC_ID("pnc_id"),
		/** Any other number of a person. */
		NUMBER("soc_sec_id", "ssn", "national_id"),
		/**
		 * Numbers with their schemes, as {@code SCHEME:value}, several parted by a bar.
		 */
		IDENTIFIERS("identifiers"),
		/**
		 * The record that the row is part of, which several may be; local numbers count
		 * within what its last stroke parts off.
		 */
		RECORD("record"),
		/** Version of the record: the highest stands. */
		VERSION("version"),
		/** What the person is in the record. */
		ROLE("role"),
		/** Columns by which results are broken down. */
		BY("origin", "agency", "age_group");

		@SuppressWarnings("ImmutableEnumChecker") // made by List.of
		private final List<String> usual;

		What(String... usual) {
			this.usual = List.of(usual);
		}

		String key() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** The mapping of a table: from a file, else from its headings. */
	static LinkageMapping of(@Nullable Path file, List<String> headings) {
		return (file != null) ? read(file, headings) : guess(headings);
	}

	private static LinkageMapping guess(List<String> headings) {
		Map<What, List<String>> columns = new TreeMap<>();
		for (What what : What.values()) {
			List<String> found = headings.stream()
				.filter((heading) -> what.usual.contains(heading.strip().toLowerCase(Locale.ROOT)))
				.toList();
			if (!found.isEmpty()) {
				columns.put(what, found);
			}
		}
		return checked(columns, null, headings);
	}

	private static LinkageMapping read(Path file, List<String> headings) {
		Map<What, List<String>> columns = new TreeMap<>();
		Pattern pattern = null;
		for (String line : lines(file)) {
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			String[] parts = line.split("=", 2);
			if (parts.length < 2) {
				throw new CannotProceedException("no mapping: '" + line.strip() + "'", "Write: what = column, column");
			}
			String what = parts[0].strip();
			if (what.equals("truth-pattern")) {
				pattern = Pattern.compile(parts[1].strip());
			}
			else {
				columns.put(what(what), split(parts[1]));
			}
		}
		return checked(columns, pattern, headings);
	}

	private static LinkageMapping checked(Map<What, List<String>> columns, @Nullable Pattern pattern,
			List<String> headings) {
		if (!columns.containsKey(What.TRUTH)) {
			throw new CannotProceedException("the table has no column that says who is the same person",
					"Name it in a file, with --map: truth = COLUMN. Columns: " + headings);
		}
		columns.values()
			.stream()
			.flatMap(List::stream)
			.filter((column) -> !headings.contains(column))
			.findFirst()
			.ifPresent((column) -> {
				throw new CannotProceedException("the table has no column '" + column + "'", "It has: " + headings);
			});
		return new LinkageMapping(columns, pattern);
	}

	private static What what(String key) {
		for (What what : What.values()) {
			if (what.key().equals(key)) {
				return what;
			}
		}
		List<String> known = new ArrayList<>();
		for (What what : What.values()) {
			known.add(what.key());
		}
		throw new CannotProceedException("a column cannot hold '" + key + "'",
				"Known are: truth-pattern, " + String.join(", ", known) + ".");
	}

	private static List<String> split(String columns) {
		return Pattern.compile(",").splitAsStream(columns).map(String::strip).toList();
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read " + file, String.valueOf(ex.getMessage()));
		}
	}

}
