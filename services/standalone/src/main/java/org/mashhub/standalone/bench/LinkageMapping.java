package org.mashhub.standalone.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.lines.TableRows;
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
		TRUTH("cluster", "group", "person", "truth", "entity_id", "person_id", "cluster_id", "entity", "true_id",
				"truth_id", "gold", "ground_truth"),
		/** Given names. */
		GIVEN("given_name", "first_name", "forename", "given", "firstname", "forenames", "fname", "vorname", "prenom",
				"nombre", "nome", "imie", "fornavn", "fornamn", "voornaam"),
		/** Middle names. */
		MIDDLE("middle_name", "middle_names", "middlename", "midl_name", "middle"),
		/** Family name. */
		FAMILY("surname", "last_name", "family_name", "family", "lastname", "lname", "nachname", "familienname", "nom",
				"apellidos", "apellido", "cognome", "sobrenome", "nazwisko", "etternavn", "efternamn", "achternaam"),
		/** Full name in one column. */
		NAME("name", "full_name", "name_text", "fullname"),
		/** Other names, several parted by a bar. */
		ALIAS("alias", "aliases", "also_known_as"),
		/** Date of birth. */
		BIRTH("dob", "date_of_birth", "birth_date", "birthdate", "birth", "birthday", "geburtsdatum", "date_naissance",
				"date_de_naissance", "fecha_nacimiento", "fecha_de_nacimiento", "data_nascita", "data_nascimento",
				"data_urodzenia", "fodselsdato", "geboortedatum"),
		/** Year of birth alone. */
		BIRTH_YEAR("year_of_birth", "birth_year", "yob"),
		/** Month of birth, beside its year. */
		BIRTH_MONTH("month_of_birth", "birth_month", "mob"),
		/** Day of birth, beside its month and year. */
		BIRTH_DAY("day_of_birth", "birth_day"),
		/** Age in years as estimated when the record was made. */
		AGE("age", "estimated_age"),
		/** When the record was made, as a date or a year: what an age counts from. */
		AT("occurred_at"),
		/** Sex or gender. */
		SEX("sex", "gender", "gender_code", "sex_code", "geschlecht", "sexe", "sexo"),
		/** Lines and words of the address. */
		ADDRESS("street_number", "address_1", "address_2", "address", "street", "suburb", "city", "town", "locality",
				"strasse", "hausnummer", "ort", "adresse", "rue", "ville", "direccion", "ciudad", "street_address"),
		/** Postcode. */
		POSTCODE("postcode", "postal_code", "zip", "zip_code", "zipcode", "post_code", "plz", "code_postal",
				"codigo_postal"),
		/** Unique Property Reference Number. */
		UPRN("uprn"),
		/** Phone. */
		PHONE("phone", "phone_number", "telephone", "mobile", "phone_num", "cell", "telefon", "telefono", "tel"),
		/** Email. */
		EMAIL("email", "email_address", "e_mail", "mail"),
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
			List<String> found = headings.stream().filter((heading) -> what.usual.contains(usual(heading))).toList();
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
				pattern = pattern(parts[1].strip());
			}
			else {
				List<String> named = split(parts[1]);
				if (!named.isEmpty()) {
					columns.put(what(what), named);
				}
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
		Map<What, List<String>> found = new TreeMap<>();
		columns
			.forEach((what, names) -> found.put(what, names.stream().map((name) -> heading(name, headings)).toList()));
		return new LinkageMapping(found, pattern);
	}

	/** As the table writes it: capitals and spaces around it do not matter. */
	private static String heading(String name, List<String> headings) {
		return headings.contains(name) ? name : headings.stream()
			.filter((heading) -> heading.strip().equalsIgnoreCase(name))
			.findFirst()
			.orElseThrow(
					() -> new CannotProceedException("the table has no column '" + name + "'", "It has: " + headings));
	}

	/** Headings are written in many ways: Birth Date, birth-date, BIRTH_DATE. */
	private static String usual(String heading) {
		return Normalizer.normalize(heading.strip(), Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.replace("\u00df", "ss")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "_")
			.replaceAll("^_|_$", "");
	}

	private static Pattern pattern(String written) {
		try {
			Pattern pattern = Pattern.compile(written);
			if (pattern.matcher("").groupCount() > 0) {
				return pattern;
			}
		}
		catch (PatternSyntaxException ex) {
			// Said below, as for one without a group.
		}
		throw new CannotProceedException("no pattern with a group: '" + written + "'",
				"Write what names the person in brackets: truth-pattern = rec-(\\d+)");
	}

	private static What what(String key) {
		for (What what : What.values()) {
			if (what.key().equals(key.toLowerCase(Locale.ROOT).replace('_', '-'))) {
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
		return Pattern.compile(",")
			.splitAsStream(columns)
			.map(String::strip)
			.map((column) -> column.replaceAll("^\"|\"$", ""))
			.filter((column) -> !column.isEmpty())
			.toList();
	}

	private static List<String> lines(Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			return TableRows.lines(in);
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read " + file, String.valueOf(ex.getMessage()));
		}
	}

}
