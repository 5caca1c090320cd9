package org.mashhub.adapter.kit.lines;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.UnreadableNoticeException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CsvLinesTest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final int LIMIT = 20_000;

	@Test
	void readsARowARecordByThePathsInTheHeadings() throws IOException {
		JsonNode record = only(
				"""
						record.id,record.system,record.recordedAt,bookedOn,attended,places,kind,address.postcode,guests[0].surname
						B-1,Ledger,2025-03-11T09:00:00Z,2025-03-12,yes,4,Drop in,ZZ99 3WZ,O'Brien
						""");

		assertThat(record.at("/record/id").asString()).isEqualTo("B-1");
		assertThat(record.at("/bookedOn").asString()).isEqualTo("2025-03-12");
		assertThat(record.at("/attended").isBoolean()).isTrue();
		assertThat(record.at("/places").intValue()).isEqualTo(4);
		assertThat(record.at("/kind").asString()).isEqualTo("DROP_IN");
		assertThat(record.at("/address/postcode").asString()).isEqualTo("ZZ99 3WZ");
		assertThat(record.at("/guests/0/surname").asString()).isEqualTo("O'Brien");
	}

	@Test
	void leavesOutWhatACellDoesNotSay() throws IOException {
		JsonNode record = only("""
				record.id,bookedOn,guests[0].surname,guests[1].surname
				B-1,,,Okafor
				""");

		assertThat(record.has("bookedOn")).isFalse();
		assertThat(record.at("/guests")).hasSize(1);
		assertThat(record.at("/guests/0/surname").asString()).isEqualTo("Okafor");
	}

	@ParameterizedTest
	@CsvSource({ "12/03/2025, 2025-03-12", "2/3/2025, 2025-03-02", "12.03.2025, 2025-03-12", "12-03-2025, 2025-03-12",
			"12 Mar 2025, 2025-03-12", "12-mar-2025, 2025-03-12", "18-SEP-2025, 2025-09-18", "2025-03-12, 2025-03-12",
			"20250312, 2025-03-12", "31/02/2025, 31/02/2025", "12/03/25, 12/03/25" })
	void readsTheDayFirstAndLeavesImpossibleDatesToValidation(String cell, String read) throws IOException {
		assertThat(only("record.id,bookedOn\nB-1," + cell + "\n").at("/bookedOn").asString()).isEqualTo(read);
	}

	@ParameterizedTest
	@CsvSource({ "12/03/2013, 2013-03-12", "03/2013, 2013-03", "2013, 2013" })
	void readsAsMuchOfADateOfBirthAsIsKnown(String cell, String read) throws IOException {
		JsonNode record = only("record.id,guests[0].dateOfBirth\nB-1," + cell + "\n");

		assertThat(record.at("/guests/0/dateOfBirth").asString()).isEqualTo(read);
	}

	@ParameterizedTest
	@CsvSource({ "11/07/2025 22:40, 2025-07-11T22:40+01:00", "11/01/2025 22:40:05, 2025-01-11T22:40:05Z",
			"2025-07-11T22:40:00, 2025-07-11T22:40+01:00", "2025-07-11 22:40, 2025-07-11T22:40+01:00",
			"2025-07-11T21:40:00Z, 2025-07-11T21:40Z" })
	void readsTimesByLondonsClock(String cell, String read) throws IOException {
		JsonNode record = only("record.id,record.occurredAt\nB-1," + cell + "\n");

		assertThat(record.at("/record/occurredAt").asString()).isEqualTo(read);
		assertThat(record.at("/record/occurredPrecision").isMissingNode()).isTrue();
	}

	@Test
	void saysThatADayIsNoTime() throws IOException {
		JsonNode record = only("record.id,record.occurredAt\nB-1,11/07/2025\n");

		assertThat(record.at("/record/occurredAt").asString()).isEqualTo("2025-07-11T00:00+01:00");
		assertThat(record.at("/record/occurredPrecision").asString()).isEqualTo("DAY");
	}

	@Test
	void countsTheTimeOfWritingAsTheVersionWhereThereIsNone() throws IOException {
		JsonNode earlier = only("record.id,record.recordedAt\nB-1,11/07/2025 10:00\n");
		JsonNode later = only("record.id,record.recordedAt\nB-1,11/07/2025 10:01\n");
		JsonNode named = only("record.id,record.recordedAt,record.version\nB-1,11/07/2025 10:01,7\n");

		assertThat(later.at("/record/version").longValue()).isGreaterThan(earlier.at("/record/version").longValue());
		assertThat(named.at("/record/version").longValue()).isEqualTo(7);
	}

	@Test
	void understandsTheOrganisationsOwnHeadingsAndCodes() throws IOException {
		CsvMapping mapping = mapping("""
				columns:
				  Tenancy Ref: record.id
				  Type: kind
				constants:
				  record.system: Civica
				values:
				  kind: { L: BY_LETTER }
				ignore: [Notes]
				""");

		JsonNode record = read(bytes(" TENANCY REF ;type;notes\nT-9;l;sees nobody\n"), mapping).getFirst();

		assertThat(record.at("/record/id").asString()).isEqualTo("T-9");
		assertThat(record.at("/record/system").asString()).isEqualTo("Civica");
		assertThat(record.at("/kind").asString()).isEqualTo("BY_LETTER");
		assertThat(record.toString()).doesNotContain("nobody");
	}

	@Test
	void joinsTheRowsOfOneRecord() throws IOException {
		CsvMapping mapping = mapping("columns: { Ref: record.id, Name: 'guests[].surname' }");

		List<JsonNode> records = read(bytes("Ref,Name\nB-1,Pike\nB-1,Marsh\nB-2,Okafor\n"), mapping);

		assertThat(records).hasSize(2);
		assertThat(records.getFirst().at("/guests").findValuesAsString("surname")).containsExactly("Pike", "Marsh");
		assertThat(records.getLast().at("/guests").findValuesAsString("surname")).containsExactly("Okafor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE" })
	void readsWhateverEncodingTheirProgramsWrite(String charset) throws IOException {
		String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
		byte[] file = (mark
				+ "record.id,guests[0].surname\nB-1,Siân Dvořák\n".replace("ř", charset.startsWith("UTF") ? "ř" : "r"))
			.getBytes(Charset.forName(charset));

		assertThat(read(file, CsvMapping.NONE).getFirst().at("/guests/0/surname").asString()).startsWith("Siân Dvo");
	}

	@Test
	void passesOverAByteOrderMark() throws IOException {
		assertThat(only("\uFEFFrecord.id\nB-1\n").at("/record/id").asString()).isEqualTo("B-1");
	}

	@Test
	void keepsLineBreaksSeparatorsAndQuotesInsideQuotes() throws IOException {
		JsonNode record = only("record.id,guests[0].surname\nB-1,\"Marsh, called \"\"Daz\"\"\nof Flat 2\"\n");

		assertThat(record.at("/guests/0/surname").asString()).isEqualTo("Marsh, called \"Daz\"\nof Flat 2");
	}

	@Test
	void namesColumnsWithoutAMeaningByTheirPositionOnly() {
		assertThatExceptionOfType(NoticeRefusedException.class)
			.isThrownBy(() -> read(bytes("record.id,Kelly Marlow\nB-1,x\n"), CsvMapping.NONE))
			.satisfies((refused) -> assertThat(refused.getMessage()).doesNotContain("Kelly"));
	}

	@Test
	void namesTheColumnOfAProblem() throws IOException {
		CsvLines lines = new CsvLines(new ByteArrayInputStream(bytes("Ref,Second name\nB-1,x\n")), Booking.class,
				mapping("columns: { Ref: record.id, Second name: 'guests[1].surname' }"), LIMIT);

		FieldProblem problem = lines.inWordsOfFile(new FieldProblem("guests[0].surname", "is odd", "Mend it."));

		assertThat(problem.field()).isEqualTo("Second name (guests[0].surname)");
	}

	@Test
	void saysWhereATablesOwnWordsAreGivenAMeaning() throws IOException {
		CsvLines lines = new CsvLines(new ByteArrayInputStream(bytes("Ref,Second name\nB-1,x\n")), Booking.class,
				mapping("columns: { Ref: record.id, Second name: 'guests[1].surname' }"), LIMIT);

		FieldProblem problem = lines
			.inWordsOfFile(new FieldProblem("guests[0].surname", "has an unknown code", "Send one of: A, B."));

		assertThat(problem.remedy())
			.isEqualTo("Send one of: A, B. What the table's own words mean is said under values in the mapping.");
	}

	@Test
	void stopsAtAQuoteThatIsNeverClosedWithoutFillingTheMemory() throws IOException {
		InputStream endless = new SequenceInputStream(
				new ByteArrayInputStream(bytes("record.id,guests[0].surname\nB-1,Pike\nB-2,\"Marsh\n")),
				new ByteArrayInputStream("B-3,Okafor\n".repeat(100_000).getBytes(StandardCharsets.UTF_8)));
		CsvLines lines = new CsvLines(endless, Booking.class, CsvMapping.NONE, LIMIT);

		assertThat(lines.next().orElseThrow().problems()).isEmpty();
		assertThat(lines.next().orElseThrow().problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.remedy()).contains("quotation mark"));
		assertThat(lines.next()).isEmpty();
	}

	@Test
	void numbersRecordsByTheLineThatTheyBeginOn() throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(bytes("record.id,guests[0].surname\nB-1,\"two\nlines\"\n\nB-2,Pike\n")),
				Booking.class, CsvMapping.NONE, LIMIT);

		assertThat(lines.next().orElseThrow().number()).isEqualTo(2);
		assertThat(lines.next().orElseThrow().number()).isBetween(4L, 5L);
	}

	@Test
	void refusesAMappingThatIsNone() {
		assertThatExceptionOfType(UnreadableNoticeException.class).isThrownBy(() -> mapping("column: { A: b }"));
		assertThatExceptionOfType(UnreadableNoticeException.class).isThrownBy(() -> mapping("- a\n- b\n"));
		assertThatExceptionOfType(NoticeRefusedException.class)
			.isThrownBy(() -> read(bytes("record.id\nB-1\n"), mapping("constants: { nowhere: x }")));
	}

	private static JsonNode only(String csv) throws IOException {
		List<JsonNode> records = read(bytes(csv), CsvMapping.NONE);
		assertThat(records).hasSize(1);
		return records.getFirst();
	}

	private static List<JsonNode> read(byte[] csv, CsvMapping mapping) throws IOException {
		CsvLines lines = new CsvLines(new ByteArrayInputStream(csv), Booking.class, mapping, LIMIT);
		List<JsonNode> records = new ArrayList<>();
		Optional<NoticeLine> line = lines.next();
		while (line.isPresent()) {
			assertThat(line.get().problems()).isEmpty();
			records.add(JSON.readTree(line.get().json()));
			line = lines.next();
		}
		return records;
	}

	private static CsvMapping mapping(String yaml) throws IOException {
		return CsvMapping.read(new StringReader(yaml));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
