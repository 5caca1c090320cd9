package org.mashhub.correlation.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A model as text that people can read and compare: one value a line, in a fixed order,
 * so that the same model is the same file.
 */
public final class ModelFile {

	private ModelFile() {
	}

	/**
	 * The model that comes with the hub.
	 * @return what it has learned
	 */
	public static Parameters builtIn() {
		try (InputStream in = ModelFile.class.getResourceAsStream("model.csv")) {
			if (in == null) {
				throw new IllegalStateException("model.csv is missing from the build");
			}
			return read(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads a model.
	 * @param reader the file
	 * @return the model
	 * @throws IOException when it cannot be read
	 * @throws IllegalArgumentException when it is no model
	 */
	public static Parameters read(Reader reader) throws IOException {
		Map<String, String> values = new HashMap<>();
		Map<Agreement, Double> match = new EnumMap<>(Agreement.class);
		Map<Agreement, Double> random = new EnumMap<>(Agreement.class);
		Map<String, Double> given = new HashMap<>();
		Map<String, Double> family = new HashMap<>();
		BufferedReader lines = new BufferedReader(reader);
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			String[] cells = line.split(",", -1);
			switch (cells[0]) {
				case "level" -> {
					Agreement level = Agreement.valueOf(cells[1]);
					match.put(level, Double.parseDouble(cells[2]));
					random.put(level, Double.parseDouble(cells[3]));
				}
				case "given" -> given.put(cells[1], Double.parseDouble(cells[2]));
				case "family" -> family.put(cells[1], Double.parseDouble(cells[2]));
				default -> values.put(cells[0], cells[1]);
			}
		}
		if (match.size() != Agreement.values().length) {
			throw new IllegalArgumentException("the model knows " + match.size() + " of " + Agreement.values().length
					+ " levels: it was learned by another version of the hub; learn it anew with ./mash link train");
		}
		return new Parameters(value(values, "version"), number(values, "same"), number(values, "household"),
				number(values, "twins"), match, random, given, family, number(values, "otherName"));
	}

	/**
	 * Writes a model.
	 * @param parameters the model
	 * @return its text
	 */
	public static String write(Parameters parameters) {
		StringBuilder text = new StringBuilder(
				"# A linking model: see docs/linking.md. level: m and u; given, family: share of all records.\n");
		text.append("version,").append(parameters.version()).append('\n');
		line(text, "same", parameters.same());
		line(text, "household", parameters.household());
		line(text, "twins", parameters.twins());
		line(text, "otherName", parameters.otherName());
		for (Agreement level : Agreement.values()) {
			text.append("level,")
				.append(level)
				.append(',')
				.append(rounded(parameters.match().getOrDefault(level, 0.0)))
				.append(',')
				.append(rounded(parameters.random().getOrDefault(level, 0.0)))
				.append('\n');
		}
		names(text, "given", parameters.givenNames());
		names(text, "family", parameters.familyNames());
		return text.toString();
	}

	private static void names(StringBuilder text, String kind, Map<String, Double> names) {
		names.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
				.thenComparing(Map.Entry.comparingByKey()))
			.forEach((name) -> text.append(kind)
				.append(',')
				.append(name.getKey())
				.append(',')
				.append(rounded(name.getValue()))
				.append('\n'));
	}

	private static void line(StringBuilder text, String name, double value) {
		text.append(name).append(',').append(rounded(value)).append('\n');
	}

	private static String rounded(double value) {
		return String.format(Locale.ROOT, "%.6g", value);
	}

	private static String value(Map<String, String> values, String name) {
		@Nullable String value = values.get(name);
		if (value == null) {
			throw new IllegalArgumentException("the model has no line '" + name + "'");
		}
		return value;
	}

	private static double number(Map<String, String> values, String name) {
		return Double.parseDouble(value(values, name));
	}

}
