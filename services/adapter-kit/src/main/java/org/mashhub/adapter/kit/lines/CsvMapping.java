package org.mashhub.adapter.kit.lines;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.UnreadableNoticeException;

/**
 * What an organisation's own headings and codes mean: a small YAML file, written once.
 * Headings are compared without regard to case and surrounding space. A field is named by
 * its path in the record, for example {@code record.id} or {@code persons[0].surname};
 * {@code members[].surname} is the next member for each further row of the same record.
 *
 * <p>
 * A constant is said of every record in which the field's own column, if it has one, is
 * empty, and only of somebody or something that the record has: not of a parent whose
 * columns are all empty. A heading in braces stands for that row's cell:
 * {@code LEFT-{Adno}-{Leaving Date}}; two braces stand for one in the text.
 *
 * @param columns field by heading
 * @param constants value by field
 * @param values the hub's code by field and own code
 * @param ignored headings that are passed over
 */
public record CsvMapping(Map<String, String> columns, Map<String, String> constants,
		Map<String, Map<String, String>> values, Set<String> ignored) {

	/** For a file whose headings are the fields' own paths. */
	public static final CsvMapping NONE = new CsvMapping(Map.of(), Map.of(), Map.of(), Set.of());

	/** Header in which a mapping file travels with its table, in Base64. */
	public static final String HEADER = "Mash-Mapping";

	private static final Set<String> PARTS = new TreeSet<>(Set.of("columns", "constants", "values", "ignore"));

	public CsvMapping {
		columns = Map.copyOf(columns);
		constants = Map.copyOf(constants);
		values = Map.copyOf(values);
		ignored = Set.copyOf(ignored);
	}

	/**
	 * Reads a mapping file.
	 * @param yaml the file
	 * @return the mapping
	 * @throws IOException when it cannot be read
	 * @throws UnreadableNoticeException when it is not a mapping; says what to mend
	 */
	public static CsvMapping read(Reader yaml) throws IOException {
		Map<?, ?> content;
		try {
			Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
			content = (loaded != null) ? (Map<?, ?>) loaded : Map.of();
			for (Object part : content.keySet()) {
				if (!PARTS.contains(Objects.toString(part))) {
					throw unreadable("has an unknown part");
				}
			}
			Map<String, String> columns = new LinkedHashMap<>();
			texts(content.get("columns")).forEach((heading, path) -> columns.put(key(heading), path));
			Map<String, Map<String, String>> values = new LinkedHashMap<>();
			if (content.get("values") instanceof Map<?, ?> byField) {
				byField.forEach((field, codes) -> {
					Map<String, String> own = new LinkedHashMap<>();
					texts(codes).forEach((code, value) -> own.put(key(code), value));
					values.put(String.valueOf(field), Map.copyOf(own));
				});
			}
			Set<String> ignored = new TreeSet<>();
			if (content.get("ignore") instanceof List<?> headings) {
				headings.forEach((heading) -> ignored.add(key(String.valueOf(heading))));
			}
			return new CsvMapping(columns, texts(content.get("constants")), values, ignored);
		}
		catch (YAMLException | ClassCastException ex) {
			throw unreadable("is not a YAML map" + position(ex));
		}
	}

	/** Whether a constant takes the cells of a column, which then needs no field. */
	boolean composes(String key) {
		return this.constants.values().stream().anyMatch((value) -> Composed.of(value).headings().contains(key));
	}

	private static String position(RuntimeException failure) {
		return (failure instanceof MarkedYAMLException marked && marked.getProblemMark() != null)
				? ", line " + (marked.getProblemMark().getLine() + 1) : "";
	}

	/**
	 * Reads the mapping file that travels with a table, so that nobody has to install it.
	 * @param header value of its header; null when the table has none
	 * @return the mapping; without one, headings are paths
	 * @throws IOException when it cannot be read
	 * @throws UnreadableNoticeException when it is not a mapping; says what to mend
	 */
	public static CsvMapping ofHeader(@Nullable String header) throws IOException {
		if (header == null) {
			return NONE;
		}
		try {
			return read(new StringReader(new String(Base64.getMimeDecoder().decode(header), StandardCharsets.UTF_8)));
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableNoticeException(new FieldProblem(HEADER, "is not in Base64",
					"Send the mapping file as: Mash-Mapping: $(base64 -w0 mapping.yml)."));
		}
	}

	static String key(String heading) {
		return heading.strip().toLowerCase(Locale.ROOT);
	}

	private static Map<String, String> texts(@Nullable Object part) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (part != null) {
			((Map<?, ?>) part).forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
		}
		return texts;
	}

	private static UnreadableNoticeException unreadable(String problem) {
		return new UnreadableNoticeException(
				new FieldProblem("mapping", problem, "Send a YAML map with: " + String.join(", ", PARTS) + "."));
	}

}
