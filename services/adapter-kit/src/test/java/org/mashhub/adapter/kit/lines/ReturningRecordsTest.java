package org.mashhub.adapter.kit.lines;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.mashhub.adapter.kit.lines.ReturningRecords.Again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReturningRecordsTest {

	private static final String JOINED = "columns: { Ref: record.id, Sys: record.system, Ver: record.version, "
			+ "Written: record.recordedAt, Name: 'guests[].surname' }";

	private static final String SINGLE = "columns: { Ref: record.id, Sys: record.system, Ver: record.version, "
			+ "Written: record.recordedAt, Name: 'guests[0].surname' }\nignore: [Row]\n"
			+ "values: { 'guests[0].surname': { Mr P: Pike } }";

	@Test
	void findsARecordWhoseRowsAreApart() throws IOException {
		ReturningRecords found = find("Ref;Name\nB-1;Pike\nB-1;Marsh\nB-2;Okafor\nB-1;Reed\nB-1;Hill\nB-2;Wood\n",
				JOINED);

		assertThat(found.joinsRows()).isTrue();
		assertThat(found.first()).containsExactly(new Again(5, 2), new Again(7, 4));
		assertThat(found.count()).isEqualTo(2);
	}

	@Test
	void findsItAlthoughEachRowWasWrittenAtAnotherTime() throws IOException {
		assertThat(find("Ref,Written,Name\nB-1,1,Pike\nB-2,2,Okafor\nB-1,3,Marsh\n", JOINED).count())
			.as("a later time would replace Pike by Marsh")
			.isEqualTo(1);
	}

	@Test
	void takesAnotherVersionOrAnotherSystemForAnotherRecord() throws IOException {
		assertThat(
				find("Ref,Sys,Ver,Name\nB-1,A,1,Pike\nB-1,A,,Marsh\nB-1,A,2,Pike\nB-2,A,1,Reed\nB-1,B,1,Hill\n", JOINED)
					.count())
			.isZero();
	}

	@Test
	void joinsRowsWhereTheHeadingsThemselvesSaySo() throws IOException {
		assertThat(find("record.id,guests[].surname\nB-1,Pike\nB-2,Marsh\nB-1,Reed\n", "{}").first())
			.containsExactly(new Again(4, 2));
	}

	@Test
	void findsARecordThatHasMoreRowsThanTheHubJoins() throws IOException {
		assertThat(find("Ref,Name\n" + "B-1,Pike\n".repeat(500), JOINED).count()).isZero();
		assertThat(find("Ref,Name\n" + "B-1,Pike\n".repeat(501), JOINED).first()).containsExactly(new Again(502, 2));
	}

	@Test
	void findsANumberThatIsPutTogetherOrStandsInForAnEmptyOne() throws IOException {
		String mapping = "columns: { Ref: record.id, Name: 'guests[].surname' }\nconstants: { record.id: 'X-{Adno}' }";

		assertThat(find("Ref,Adno,Name\n,1,Pike\nX-1,7,Marsh\n,2,Reed\n,1,Hill\n", mapping).first())
			.containsExactly(new Again(5, 2));
	}

	@Test
	void findsARowThatSaysOtherwiseAndNotOneThatSaysTheSame() throws IOException {
		ReturningRecords found = find(
				"Row,Ref,Written,Name\n1,B-1,9,Pike\n2,B-2,9,Marsh\n3,B-1,9,Mr P\n4,B-1,9,Reed\n5,B-1,10,Reed\n6,,9,A\n7,,9,B\n",
				SINGLE);

		assertThat(found.joinsRows()).isFalse();
		assertThat(found.first()).containsExactly(new Again(5, 2));
	}

	@Test
	void remembersEveryRecordOfALongFile() throws IOException {
		StringBuilder table = new StringBuilder("Ref,Written,Name\n");
		for (int number = 1; number <= 100_000; number++) {
			table.append("B-").append(number).append(",9,Pike\n");
		}
		table.append("B-1,9,Marsh\nB-77777,9,Marsh\nB-77778,9,Pike\n");

		assertThat(find(table.toString(), SINGLE).first()).containsExactly(new Again(100_002, 2),
				new Again(100_003, 77_778));
	}

	@Test
	void namesTheFirstAndCountsTheRest() throws IOException {
		ReturningRecords found = find("Ref,Name\n" + "B-1,Pike\nB-2,Pike\n".repeat(30), JOINED);

		assertThat(found.first()).hasSize(20);
		assertThat(found.count()).isEqualTo(58);
	}

	@Test
	void stopsAtAQuoteThatIsNeverClosedWithoutFillingTheMemory() {
		assertThatExceptionOfType(IOException.class)
			.isThrownBy(() -> find("Ref,Name\nB-1,Pike\nB-2,\"Marsh\n" + "B-3,Okafor\n".repeat(200_000), JOINED))
			.withMessageContaining("line 3")
			.withMessageContaining("quotation mark");
	}

	private static ReturningRecords find(String table, String mapping) throws IOException {
		return ReturningRecords.of(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
				CsvMapping.read(new StringReader(mapping)));
	}

}
