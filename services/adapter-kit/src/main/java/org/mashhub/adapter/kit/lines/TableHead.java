package org.mashhub.adapter.kit.lines;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a table say of their records, for whoever has the headings and the
 * mapping but not the form. Finds a record's number where {@link CsvLines} finds it.
 */
final class TableHead {

	private final CsvMapping mapping;

	private final List<String> keys;

	/** What each column says; empty where it is passed over. */
	private final List<String> paths;

	private final Map<String, Integer> positions = new HashMap<>();

	TableHead(List<String> headings, CsvMapping mapping) {
		this.mapping = mapping;
		this.keys = headings.stream().map(CsvMapping::key).toList();
		this.paths = headings.stream().map((heading) -> path(heading.strip())).toList();
		for (int at = 0; at < this.keys.size(); at++) {
			this.positions.putIfAbsent(this.keys.get(at), at);
		}
	}

	private String path(String heading) {
		String key = CsvMapping.key(heading);
		return this.mapping.ignored().contains(key) ? "" : this.mapping.columns().getOrDefault(key, heading);
	}

	/**
	 * Whether a record may take several rows: a column is of a further element in each.
	 */
	boolean joinsRows() {
		return this.paths.stream().anyMatch((path) -> path.contains("[]"));
	}

	/** Where a table says a field, be it put together from several cells. */
	Field field(String path) {
		int column = -1;
		for (int at = 0; at < this.paths.size() && column < 0; at++) {
			column = this.paths.get(at).equalsIgnoreCase(path) ? at : -1;
		}
		Composed constant = this.mapping.constants()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().strip().equalsIgnoreCase(path))
			.map((entry) -> Composed.of(entry.getValue()))
			.findFirst()
			.orElse(null);
		return new Field(column, constant);
	}

	/**
	 * All that a row says, in one text: what is passed over is left out, and the table's
	 * own words are replaced by what they mean.
	 */
	String content(CSVRecord row) {
		StringBuilder content = new StringBuilder();
		for (int at = 0; at < this.paths.size(); at++) {
			String cell = cell(row, at);
			if (!cell.isEmpty() && !this.paths.get(at).isEmpty()) {
				String said = this.mapping.values()
					.getOrDefault(this.paths.get(at), Map.of())
					.getOrDefault(CsvMapping.key(cell), cell);
				content.append(at).append('\u0001').append(said).append('\u0002');
			}
		}
		return content.toString();
	}

	private static String cell(CSVRecord row, int at) {
		return (at >= 0 && at < row.size()) ? row.get(at).strip() : "";
	}

	/** One field, in any row. */
	final class Field {

		private final int column;

		private final @Nullable Composed constant;

		private Field(int column, @Nullable Composed constant) {
			this.column = column;
			this.constant = constant;
		}

		/** What a row says; empty when it says nothing. */
		String in(CSVRecord row) {
			String own = cell(row, this.column);
			return (!own.isEmpty() || this.constant == null) ? own
					: this.constant.in((heading) -> cell(row, TableHead.this.positions.getOrDefault(heading, -1)));
		}

	}

}
