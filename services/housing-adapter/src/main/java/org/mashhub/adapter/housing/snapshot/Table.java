package org.mashhub.adapter.housing.snapshot;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.adapter.housing.snapshot.SnapshotAnswer.RefusedTenancy;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeReader;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.UnreadableNoticeException;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.lines.NoticeLines;
import org.mashhub.messaging.NameUuid;

/**
 * A table that was read to its end. Of a tenancy that says what is known already it keeps
 * the reference alone; of the others the row, as it came.
 */
final class Table {

	private static final int MOST_REFUSED_TOLD = 100;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final NoticeReader reader;

	private final Marks marks;

	private final LocalDate on;

	private final SnapshotProperties properties;

	private final Set<String> references = new HashSet<>();

	private final TreeMap<String, byte[]> rows = new TreeMap<>();

	private final List<RefusedTenancy> refused = new ArrayList<>();

	private int refusals;

	private int passedOver;

	private int ending;

	private boolean ends;

	private long high;

	private long low;

	private Table(NoticeReader reader, Marks marks, LocalDate on, SnapshotProperties properties) {
		this.reader = reader;
		this.marks = marks;
		this.on = on;
		this.properties = properties;
	}

	/**
	 * Reads a table.
	 * @param lines the table
	 * @param reader reads a row
	 * @param marks what is known
	 * @param on the table's day
	 * @param properties what a table may do
	 * @return the table
	 * @throws IOException when it cannot be read on
	 * @throws NoticeRefusedException when it is no table of all tenancies
	 */
	static Table read(NoticeLines lines, NoticeReader reader, Marks marks, LocalDate on, SnapshotProperties properties)
			throws IOException {
		Table table = new Table(reader, marks, on, properties);
		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			table.take(line.get(), lines);
		}
		table.refuseIfNoTable();
		return table;
	}

	private void take(NoticeLine line, NoticeLines lines) {
		String reference = reference(line);
		if (!this.references.add(reference)) {
			throw refusal(line, "the rows of a tenancy do not stand one after the other",
					"Sort the table by tenancy reference and send it again.");
		}
		if (this.references.size() > this.properties.most()) {
			throw refusal(line, "the table has more tenancies than the hub reads at once",
					"Ask whoever runs the hub to raise hub.housing.snapshot.most.");
		}
		try {
			Tenancy tenancy = tenancy(line.json());
			UUID fingerprint = tenancy.fingerprint();
			count(fingerprint);
			keep(tenancy, fingerprint, line.json());
		}
		catch (NoticeRefusedException ex) {
			refuse(line, reference, ex.problems(), lines);
		}
		catch (UnreadableNoticeException ex) {
			refuse(line, reference, ex.problems(), lines);
		}
	}

	private void keep(Tenancy tenancy, UUID fingerprint, byte[] row) {
		Marks.Mark mark = this.marks.of(tenancy.reference());
		if (mark == null && (tenancy.startedOn().isAfter(this.on) || this.marks.isHistory(tenancy.endedOn()))) {
			this.passedOver++;
		}
		else if (mark == null || !mark.saysAlready(fingerprint) || mark.changedOn().equals(this.on)) {
			this.rows.put(tenancy.reference(), row);
			this.ends |= tenancy.isEnded();
			this.ending += (mark != null && !mark.ended() && tenancy.isEnded()) ? 1 : 0;
		}
	}

	/** What was known of it stands: a row that cannot be right never ends a tenancy. */
	private void refuse(NoticeLine line, String reference, List<FieldProblem> problems, NoticeLines lines) {
		count(NameUuid.of("refused", reference));
		this.refusals++;
		if (this.refused.size() < MOST_REFUSED_TOLD) {
			this.refused.add(new RefusedTenancy(line.number(), problems.stream().map(lines::inWordsOfFile).toList()));
		}
	}

	private void refuseIfNoTable() {
		if (this.references.isEmpty()) {
			throw new NoticeRefusedException(List.of(new FieldProblem("", "the table is empty",
					"Send all tenancies as they are tonight; an empty table would end every one.")));
		}
		if (this.refusals == this.references.size()
				|| this.properties.isTooMany(this.refusals, this.references.size())) {
			throw new NoticeRefusedException(this.refused.stream()
				.flatMap((one) -> one.errors()
					.stream()
					.map((error) -> new FieldProblem("line " + one.line() + ", " + error.field(), error.problem(),
							error.remedy())))
				.limit(MOST_REFUSED_TOLD)
				.toList());
		}
	}

	/**
	 * A row of which nobody knows the tenancy might be any: the table cannot be believed.
	 */
	private static String reference(NoticeLine line) {
		String reference = line.problems().isEmpty() ? reference(line.json()) : null;
		if (reference == null) {
			throw refusal(line, "the row cannot be read or names no tenancy",
					"Check the row, and that the column with the tenancy reference means record.id.");
		}
		return reference;
	}

	private static @Nullable String reference(byte[] json) {
		try {
			String reference = JSON.readTree(json).at("/record/id").asString("").strip();
			return reference.isEmpty() ? null : reference;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static NoticeRefusedException refusal(NoticeLine line, String problem, String remedy) {
		return new NoticeRefusedException(List.of(new FieldProblem("line " + line.number(), problem, remedy)));
	}

	private Tenancy tenancy(byte[] row) {
		return this.reader.read(row, SnapshotTenancy.class).on(this.on);
	}

	private void count(UUID part) {
		this.high += part.getMostSignificantBits();
		this.low += part.getLeastSignificantBits();
	}

	// --- what was read -----------------------------------------------------------------

	/** The same for the same tenancies, in whatever order. */
	UUID id(Scope scope) {
		return NameUuid.of("housing-snapshot", scope.key(), this.on, this.high, this.low);
	}

	boolean has(String reference) {
		return this.references.contains(reference);
	}

	/** References of the rows that say something new. */
	Set<String> keptReferences() {
		return this.rows.keySet();
	}

	/** Tenancies that say something new. */
	Map<String, Tenancy> kept(Set<String> chosen) {
		Map<String, Tenancy> tenancies = new TreeMap<>();
		for (String reference : chosen) {
			byte[] row = this.rows.get(reference);
			if (row != null) {
				tenancies.put(reference, tenancy(row));
			}
		}
		return tenancies;
	}

	int tenancies() {
		return this.references.size();
	}

	/** Tenancies that lasted until now and of which it says that they have ended. */
	int ending() {
		return this.ending;
	}

	/** Whether somebody may have left a tenancy that it still has. */
	boolean ends() {
		return this.ends;
	}

	int passedOver() {
		return this.passedOver;
	}

	List<RefusedTenancy> refused() {
		return this.refused;
	}

}
