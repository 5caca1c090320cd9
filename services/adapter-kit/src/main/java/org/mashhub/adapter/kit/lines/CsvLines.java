package org.mashhub.adapter.kit.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;

/**
 * A table with one row a record, or several rows one after the other where a mapping says
 * so. The separator may be comma, semicolon, tab or bar. Where the table names no version
 * of a record, the time it was written down counts as one, so that a row that was changed
 * in the source replaces what was sent before.
 */
public final class CsvLines implements NoticeLines {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String OWN_WORDS = "What the table's own words mean is said under values in the mapping.";

	/** How the remedy begins where a code is unknown, and how a table may say it. */
	private static final Map<String, String> IN_A_TABLE = Map.of("Send one of: ", OWN_WORDS, "Send capitals", OWN_WORDS,
			"Send true or false", "In a table Y, N, Yes or No will do. " + OWN_WORDS, "Send a date",
			"In a table 31/01/2026 will do.", "Send a time", "In a table 31/01/2026 14:05 will do.", "Send YYYY-MM-DD",
			"In a table 31/01/2026 will do.", "Send when it happened", "In a table 31/01/2026 14:05 will do.");

	/** What says how, not who or what. */
	private static final Set<String> OF_THE_RECORD = Set.of("record", "sharing");

	private static final int LONGEST_HEADING_LINE = 1 << 16;

	private static final Map<Character, String> IN_WORDS = Map.of(',', "a comma", ';', "a semicolon", '\t', "a tab",
			'|', "a bar");

	private static final FieldProblem TOO_LONG = new FieldProblem("",
			"the row is longer than the hub reads, and nothing after it was read",
			"Check this row for a quotation mark that is not closed, then send the file again from here.");

	static final int MOST_ROWS_A_RECORD = 500;

	static final String ID = "record.id";

	static final String SYSTEM = "record.system";

	private static final String OCCURRED = "record.occurredAt";

	private static final String PRECISION = "record.occurredPrecision";

	static final String RECORDED = "record.recordedAt";

	static final String VERSION = "record.version";

	private final Class<?> form;

	private final CsvMapping mapping;

	private final WatchedReader watched;

	private final Iterator<CSVRecord> rows;

	private final CSVParser parser;

	private final List<@Nullable Column> columns = new ArrayList<>();

	private final Map<FieldPath, Composed> constants = new LinkedHashMap<>();

	/**
	 * All headings, those too that mean nothing here, as keys and as the file has them.
	 */
	private final List<String> headings = new ArrayList<>();

	private final List<String> written = new ArrayList<>();

	private final char separator;

	private final boolean grouped;

	private final int limit;

	private @Nullable Row ahead;

	private boolean broken;

	/**
	 * Opens a table and reads its headings.
	 * @param in the file; the caller closes it
	 * @param form the record that rows become
	 * @param mapping what the headings mean
	 * @param limit longest record in characters, be it of one row or of several
	 * @throws IOException when it cannot be read
	 * @throws NoticeRefusedException when a heading or the mapping names no field
	 */
	public CsvLines(InputStream in, Class<?> form, CsvMapping mapping, int limit) throws IOException {
		this.form = form;
		this.mapping = mapping;
		this.limit = limit;
		PushbackReader text = text(in);
		this.separator = separator(text);
		this.watched = new WatchedReader(text, this.separator, limit);
		this.parser = format(this.separator).parse(this.watched);
		this.rows = this.parser.iterator();
		readHeadings(head());
		this.grouped = this.columns.stream().anyMatch((column) -> column != null && column.field().repeats());
	}

	@Override
	public Optional<NoticeLine> next() throws IOException {
		Row first = (this.ahead != null) ? this.ahead : read();
		this.ahead = null;
		if (first == null) {
			return Optional.empty();
		}
		if (first.isLast()) {
			return Optional.of(NoticeLine.unreadable(first.number(), Objects.requireNonNull(first.problem())));
		}
		FieldProblem problem = first.problem();
		Draft draft = new Draft();
		draft.add(first);
		long length = first.length();
		while (this.grouped) {
			Row following = read();
			this.ahead = following;
			if (following != null && following.isLast()) {
				return Optional.of(NoticeLine.unreadable(first.number(), cutOff(following)));
			}
			if (following == null || draft.rows == MOST_ROWS_A_RECORD || !following.continues(first)) {
				break;
			}
			problem = (problem != null) ? problem : following.problem();
			length += following.length();
			if (length <= this.limit) {
				draft.add(following);
			}
			this.ahead = null;
		}
		if (problem != null) {
			return Optional.of(NoticeLine.unreadable(first.number(), problem));
		}
		if (length > this.limit) {
			return Optional.of(NoticeLine.unreadable(first.number(),
					new FieldProblem("", "its rows are longer together than the hub reads of one record",
							"Rows that follow each other under one number are one record: check the number.")));
		}
		return Optional.of(NoticeLine.of(first.number(), JSON.writeValueAsBytes(draft.finish(first))));
	}

	/**
	 * A record of which rows may be missing is not taken: the whole of it, sent again
	 * with the same version, would have no effect.
	 */
	private static FieldProblem cutOff(Row following) {
		return new FieldProblem("",
				"the table cannot be read on line " + following.number() + ", where further rows of this record may be",
				"Mend that row, then send the file again from here.");
	}

	@Override
	public FieldProblem inWordsOfFile(FieldProblem problem) {
		String path = problem.field().replaceAll("\\[\\d+]", "[]");
		List<String> saying = new ArrayList<>();
		boolean isTheField = false;
		for (Column column : this.columns) {
			if (saying.isEmpty() && column != null && column.says(problem.field(), path)) {
				saying.add(column.heading());
				isTheField = column.heading().equals(column.field().text());
			}
		}
		this.constants.forEach((field, value) -> {
			if (new Column("", field).says(problem.field(), path)) {
				value.headings().forEach((heading) -> saying.add(this.written.get(this.headings.indexOf(heading))));
			}
		});
		if (saying.isEmpty()) {
			return problem;
		}
		String field = (isTheField && saying.size() == 1) ? problem.field()
				: String.join(", ", saying.stream().distinct().toList()) + " (" + problem.field() + ")";
		return new FieldProblem(field, problem.problem(), problem.remedy() + inATable(problem.remedy()));
	}

	private static String inATable(String remedy) {
		return IN_A_TABLE.entrySet()
			.stream()
			.filter((hint) -> remedy.startsWith(hint.getKey()))
			.map((hint) -> " " + hint.getValue())
			.findFirst()
			.orElse("");
	}

	static PushbackReader text(InputStream in) throws IOException {
		return new PushbackReader(new ForgivingReader(in), LONGEST_HEADING_LINE);
	}

	static CSVFormat format(char separator) {
		return CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setIgnoreSurroundingSpaces(true)
			.setIgnoreEmptyLines(true)
			.setLenientEof(true)
			.setTrailingData(true)
			.get();
	}

	// --- headings ----------------------------------------------------------------------

	static char separator(PushbackReader text) throws IOException {
		char[] beginning = new char[LONGEST_HEADING_LINE];
		int length = 0;
		int read;
		while (length < beginning.length
				&& (read = text.read(beginning, length, Math.min(4096, beginning.length - length))) > 0) {
			length += read;
			if (new String(beginning, length - read, read).indexOf('\n') >= 0) {
				break;
			}
		}
		String line = new String(beginning, 0, length).lines().findFirst().orElse("");
		text.unread(beginning, 0, length);
		char best = ',';
		for (char candidate : new char[] { ',', ';', '\t', '|' }) {
			if (count(line, candidate) > count(line, best)) {
				best = candidate;
			}
		}
		return best;
	}

	private static long count(String line, char sought) {
		return line.chars().filter((character) -> character == sought).count();
	}

	private CSVRecord head() throws IOException {
		Row head = read();
		if (head == null) {
			throw new NoticeRefusedException(
					List.of(new FieldProblem("", "the file is empty", "Send a heading line, then one record a row.")));
		}
		if (head.cells() == null) {
			throw new NoticeRefusedException(List.of(Objects.requireNonNull(head.problem())));
		}
		return head.cells();
	}

	private void readHeadings(CSVRecord head) {
		List<FieldProblem> problems = new ArrayList<>();
		Set<String> seen = new LinkedHashSet<>();
		for (String heading : head) {
			this.headings.add(CsvMapping.key(heading));
			this.written.add(heading.strip());
			this.columns.add(column(heading.strip(), seen, problems));
		}
		this.mapping.constants().forEach((path, value) -> constant(path, Composed.of(value), problems));
		if (!problems.isEmpty()) {
			throw new NoticeRefusedException(problems);
		}
	}

	private void constant(String path, Composed value, List<FieldProblem> problems) {
		FieldPath field = FieldPath.find(this.form, path).orElse(null);
		if (field == null) {
			problems.add(new FieldProblem("mapping.constants." + path, "is not a single field",
					"See the fields at /v3/api-docs."));
		}
		else if (!this.headings.containsAll(value.headings())) {
			problems.add(new FieldProblem("mapping.constants." + path, "has a heading in braces that the table has not",
					"Write it as the table has it, and a brace that is meant itself twice: {{ or }}."));
		}
		else {
			this.constants.put(field, value);
		}
	}

	private @Nullable Column column(String heading, Set<String> seen, List<FieldProblem> problems) {
		String key = CsvMapping.key(heading);
		if (heading.isEmpty() || this.mapping.ignored().contains(key)) {
			return null;
		}
		String path = this.mapping.columns().getOrDefault(key, heading);
		FieldPath field = FieldPath.find(this.form, path).orElse(null);
		String position = "column " + (this.columns.size() + 1);
		if (field == null && this.mapping.composes(key)) {
			return null;
		}
		if (field == null) {
			problems.add(new FieldProblem(position, "its heading names no field of this record",
					"Name the field in the mapping under columns, or list the heading under ignore."));
			return null;
		}
		if (!seen.add(field.text())) {
			problems.add(new FieldProblem(position, "means the same field as an earlier column",
					"Map one of them, and list the other under ignore."));
			return null;
		}
		return new Column(heading, field);
	}

	// --- rows --------------------------------------------------------------------------

	private @Nullable Row read() throws IOException {
		if (this.broken) {
			return null;
		}
		this.watched.begin();
		long number = this.parser.getCurrentLineNumber() + 1;
		try {
			return this.rows.hasNext() ? row(number, this.rows.next()) : null;
		}
		catch (RuntimeException ex) {
			if (!this.watched.isTooLong() && !this.watched.isUnclosed()) {
				throw new IOException("the table cannot be read on", ex);
			}
			this.broken = true;
			return new Row(number, null, this.watched.isUnclosed() ? unclosed() : TOO_LONG);
		}
	}

	/**
	 * A cell too many says that those after some comma stand under the wrong headings.
	 * Below a table's last heading many programs write further cells, but empty ones.
	 */
	private Row row(long number, CSVRecord cells) {
		int last = cells.size();
		while (last > this.headings.size() && cells.get(last - 1).isBlank()) {
			last--;
		}
		boolean fits = last <= this.headings.size() || this.headings.isEmpty();
		return new Row(number, cells,
				fits ? null
						: new FieldProblem("",
								"the row on line " + number + " has " + last + " cells, and the table "
										+ this.headings.size() + " headings",
								"Put a value that has " + IN_WORDS.getOrDefault(this.separator, "a separator")
										+ " in it into quotation marks."));
	}

	/** Where the cell was to end nobody can know, nor which of the rows after it are. */
	private FieldProblem unclosed() {
		return new FieldProblem("",
				"a quotation mark that opens a cell on line " + this.watched.unclosed()
						+ " is not closed, and nothing from this row on was read",
				"Close it, or where it is part of the value write it twice and put the whole value into quotation marks; "
						+ "then send the file again from this row.");
	}

	/** One row. */
	private final class Row {

		private final long number;

		private final @Nullable CSVRecord cells;

		private final @Nullable FieldProblem problem;

		private Row(long number, @Nullable CSVRecord cells, @Nullable FieldProblem problem) {
			this.number = number;
			this.cells = cells;
			this.problem = problem;
		}

		long number() {
			return this.number;
		}

		@Nullable CSVRecord cells() {
			return this.cells;
		}

		@Nullable FieldProblem problem() {
			return this.problem;
		}

		/** Whether neither it nor anything after it could be read. */
		boolean isLast() {
			return this.cells == null;
		}

		/** How many characters its cells have. */
		long length() {
			return (this.cells != null) ? this.cells.stream().mapToLong(String::length).sum() : 0;
		}

		String value(String path) {
			for (int at = 0; at < CsvLines.this.columns.size(); at++) {
				Column column = CsvLines.this.columns.get(at);
				if (column != null && column.field().text().equalsIgnoreCase(path)) {
					return cell(at);
				}
			}
			return "";
		}

		/** What it says of a field, be it put together from several cells. */
		String said(String path) {
			String own = value(path);
			return !own.isEmpty() ? own
					: CsvLines.this.constants.entrySet()
						.stream()
						.filter((constant) -> constant.getKey().text().equalsIgnoreCase(path))
						.map((constant) -> constant.getValue().in(this::of))
						.findFirst()
						.orElse("");
		}

		/**
		 * Whether it is a further row of a record: one of the same number and system, and
		 * of no other version.
		 */
		boolean continues(Row record) {
			String id = said(ID);
			String version = said(VERSION);
			return !id.isEmpty() && id.equals(record.said(ID)) && said(SYSTEM).equals(record.said(SYSTEM))
					&& (version.isEmpty() || version.equals(record.said(VERSION)));
		}

		/** The cell below a heading. */
		String of(String heading) {
			return cell(CsvLines.this.headings.indexOf(heading));
		}

		String cell(int at) {
			return (this.cells != null && at >= 0 && at < this.cells.size()) ? this.cells.get(at).strip() : "";
		}

	}

	/** A record that is put together from one or more rows. */
	private final class Draft {

		private final Map<String, Object> root = new LinkedHashMap<>();

		private int rows;

		void add(Row row) {
			for (int at = 0; at < CsvLines.this.columns.size(); at++) {
				Column column = CsvLines.this.columns.get(at);
				String cell = row.cell(at);
				if (column != null && !cell.isEmpty() && (this.rows == 0 || column.field().repeats())) {
					put(column.field(), translated(column.field(), cell));
				}
			}
			CsvLines.this.constants.forEach((field, value) -> {
				String said = value.in(row::of);
				if ((this.rows == 0 || field.repeats()) && row.value(field.text()).isEmpty() && !said.isEmpty()
						&& isOfSomething(field)) {
					put(field, said);
				}
			});
			this.rows++;
		}

		/**
		 * Whether the record has what a constant is said of. It has not where the table
		 * has columns for it and all of them are empty.
		 */
		private boolean isOfSomething(FieldPath constant) {
			List<FieldPath.Step> of = constant.of();
			while (!of.isEmpty() && !OF_THE_RECORD.contains(constant.steps().getFirst().name())) {
				List<FieldPath.Step> part = of;
				if (CsvLines.this.columns.stream().anyMatch((column) -> column != null && column.isOf(part))) {
					return part.getLast().required() || holds(part);
				}
				of = of.subList(0, of.size() - 1);
			}
			return true;
		}

		private boolean holds(List<FieldPath.Step> part) {
			Object at = this.root;
			for (FieldPath.Step step : part) {
				at = (at instanceof Map<?, ?> fields) ? fields.get(step.name()) : null;
				if (step.position() != FieldPath.NONE) {
					int position = (step.position() == FieldPath.NEXT) ? this.rows : step.position();
					at = (at instanceof Map<?, ?> elements) ? elements.get(position) : null;
				}
			}
			return at != null;
		}

		Object finish(Row first) {
			if (!isGiven(PRECISION) && Cells.isDayOnly(first.said(OCCURRED))) {
				FieldPath.find(CsvLines.this.form, PRECISION).ifPresent((field) -> put(field, "DAY"));
			}
			if (!isGiven(VERSION)) {
				FieldPath.find(CsvLines.this.form, RECORDED)
					.map((field) -> Cells.value(field, first.said(RECORDED)))
					.flatMap(Draft::epochMilli)
					.ifPresent((version) -> FieldPath.find(CsvLines.this.form, VERSION)
						.ifPresent((field) -> put(field, Long.toString(version))));
			}
			return listed(this.root);
		}

		private boolean isGiven(String path) {
			Object record = this.root.get("record");
			return record instanceof Map<?, ?> parts && parts.containsKey(path.substring(path.indexOf('.') + 1));
		}

		private static Optional<Long> epochMilli(Object time) {
			try {
				return Optional.of(java.time.OffsetDateTime.parse(time.toString()).toInstant().toEpochMilli())
					.filter((millis) -> millis > 0);
			}
			catch (java.time.DateTimeException ex) {
				return Optional.empty();
			}
		}

		private static String translated(Map<String, String> codes, String cell) {
			return codes.getOrDefault(CsvMapping.key(cell), cell);
		}

		/** A cell of several codes is looked up as a whole, else code by code. */
		private String translated(FieldPath field, String cell) {
			Map<String, String> codes = CsvLines.this.mapping.values().getOrDefault(field.text(), Map.of());
			return (field.isList() && !codes.containsKey(CsvMapping.key(cell)))
					? String.join(",", Cells.parts(cell).stream().map((part) -> translated(codes, part)).toList())
					: translated(codes, cell);
		}

		/** Lists are kept by position until the record is complete. */
		private void put(FieldPath field, String cell) {
			Map<String, Object> at = this.root;
			for (int step = 0; step < field.steps().size(); step++) {
				FieldPath.Step part = field.steps().get(step);
				boolean leaf = step == field.steps().size() - 1;
				if (part.position() != FieldPath.NONE) {
					Map<Integer, Object> elements = elements(at, part.name());
					int position = (part.position() == FieldPath.NEXT) ? this.rows : part.position();
					if (leaf) {
						elements.put(position, Cells.value(field, cell));
						return;
					}
					at = child(elements, position);
				}
				else if (leaf) {
					at.put(part.name(), Cells.value(field, cell));
				}
				else {
					at = child(at, part.name());
				}
			}
		}

		@SuppressWarnings("unchecked")
		private static Map<Integer, Object> elements(Map<String, Object> of, String name) {
			return (Map<Integer, Object>) of.computeIfAbsent(name, (absent) -> new TreeMap<Integer, Object>());
		}

		@SuppressWarnings("unchecked")
		private static <K> Map<String, Object> child(Map<K, Object> of, K key) {
			return (Map<String, Object>) of.computeIfAbsent(key, (absent) -> new LinkedHashMap<String, Object>());
		}

		private static Object listed(Object part) {
			if (part instanceof TreeMap<?, ?> elements) {
				return elements.values().stream().map(Draft::listed).toList();
			}
			if (part instanceof Map<?, ?> fields) {
				Map<Object, Object> copy = new LinkedHashMap<>();
				fields.forEach((name, value) -> copy.put(name, listed(value)));
				return copy;
			}
			return part;
		}

	}

	/**
	 * A column.
	 *
	 * @param heading its heading as the file has it
	 * @param field what it means
	 */
	private record Column(String heading, FieldPath field) {

		/**
		 * Whether it says a field, or that field at another position, or one of its
		 * texts.
		 */
		boolean says(String exact, String path) {
			if (this.field.text().equals(exact)) {
				return true;
			}
			String own = this.field.text().replaceAll("\\[\\d*]", "[]");
			return own.equals(path) || (this.field.isList() && (own + "[]").equals(path));
		}

		/** Whether its field is a part of something. */
		boolean isOf(List<FieldPath.Step> part) {
			return this.field.steps().size() > part.size() && this.field.steps().subList(0, part.size()).equals(part);
		}

	}

}
