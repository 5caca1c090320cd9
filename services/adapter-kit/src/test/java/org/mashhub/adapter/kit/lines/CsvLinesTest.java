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

	@Test
	void aConstantOfSomebodyWhomTheRowDoesNotNameIsLeftOut() throws IOException {
		CsvMapping mapping = mapping("""
				columns: { Ref: record.id, Mother: 'guests[0].surname', Father: 'guests[1].surname' }
				constants: { 'guests[0].description': mother, 'guests[1].description': father, kind: DROP_IN }
				""");

		List<JsonNode> records = read(bytes("Ref,Mother,Father\nB-1,Pike,\nB-2,,\n"), mapping);

		assertThat(records.getFirst().at("/guests").findValuesAsString("description")).containsExactly("mother");
		assertThat(records.getFirst().at("/kind").asString()).isEqualTo("DROP_IN");
		assertThat(records.getLast().has("guests")).isFalse();
	}

	@Test
	void aConstantIsSaidOfEverybodyWhoHasARow() throws IOException {
		CsvMapping mapping = mapping("""
				columns: { Ref: record.id, Name: 'guests[].surname' }
				constants: { 'guests[].description': guest }
				""");

		List<JsonNode> records = read(bytes("Ref,Name\nB-1,Pike\nB-1,Marsh\nB-2,\n"), mapping);

		assertThat(records.getFirst().at("/guests").findValuesAsString("surname")).containsExactly("Pike", "Marsh");
		assertThat(records.getFirst().at("/guests").findValuesAsString("description")).containsExactly("guest",
				"guest");
		assertThat(records.getLast().has("guests")).isFalse();
	}

	@Test
	void aConstantStandsInWhereItsOwnColumnIsEmpty() throws IOException {
		CsvMapping mapping = mapping("columns: { Ref: record.id, Kind: kind }\nconstants: { kind: BY_LETTER }\n");

		List<JsonNode> records = read(bytes("Ref,Kind\nB-1,Drop in\nB-2,\n"), mapping);

		assertThat(records).extracting((record) -> record.path("kind").asString())
			.containsExactly("DROP_IN", "BY_LETTER");
	}

	@Test
	void howARecordMayBeSharedIsSaidWhateverElseIsEmpty() throws IOException {
		CsvMapping mapping = mapping("""
				columns: { Ref: record.id, Conditions: sharing.conditions }
				constants: { sharing.handling: MASH_ONLY }
				""");

		JsonNode record = read(bytes("Ref,Conditions\nB-1,\n"), mapping).getFirst();

		assertThat(record.at("/sharing/handling").asString()).isEqualTo("MASH_ONLY");
	}

	@Test
	void putsANumberTogetherFromSeveralColumns() throws IOException {
		CsvMapping mapping = mapping("""
				columns: { Adno: 'guests[].surname', Left: bookedOn }
				constants: { record.id: 'LEFT-{adno}-{ Left }' }
				ignore: [Day]
				""");

		List<JsonNode> records = read(bytes("Adno,Left,Day\n17,02/03/2025,x\n17,02/03/2025,x\n,02/03/2025,x\n"),
				mapping);

		assertThat(records).as("rows of the same number are joined").hasSize(2);
		assertThat(records.getFirst().at("/record/id").asString()).isEqualTo("LEFT-17-02/03/2025");
		assertThat(records.getLast().at("/record/id").isMissingNode()).as("half a number is none").isTrue();
	}

	@Test
	void putsATimeTogetherFromADayAndAnHour() throws IOException {
		CsvMapping mapping = mapping("""
				columns: { Ref: record.id }
				constants: { record.recordedAt: '{Day} {Time}' }
				""");

		JsonNode record = read(bytes("Ref,Day,Time\nB-1,11/07/2025,10:00\n"), mapping).getFirst();

		assertThat(record.at("/record/recordedAt").asString()).isEqualTo("2025-07-11T10:00+01:00");
		assertThat(record.at("/record/version").longValue()).isEqualTo(1_752_224_400_000L);
	}

	@Test
	void aBraceThatIsMeantItselfStandsTwice() throws IOException {
		CsvMapping mapping = mapping("constants: { record.id: '{{{Ref}}}', 'guests[0].surname': 'a {{b}}' }");

		JsonNode record = read(bytes("Ref,kind\n7,Drop in\n"), mapping).getFirst();

		assertThat(record.at("/record/id").asString()).isEqualTo("{7}");
		assertThat(record.at("/guests/0/surname").asString()).isEqualTo("a {b}");
	}

	@Test
	void joinsNoRowsOfDifferentVersionsOrSystems() throws IOException {
		CsvMapping mapping = mapping(
				"columns: { Ref: record.id, Sys: record.system, Ver: record.version, " + "Name: 'guests[].surname' }");

		List<JsonNode> records = read(
				bytes("Ref,Sys,Ver,Name\nB-1,A,1,Pike\nB-1,A,,Marsh\nB-1,A,2,Pike\nB-1,B,2,Okafor\n"), mapping);

		assertThat(records).extracting((record) -> record.at("/guests").findValuesAsString("surname"))
			.containsExactly(List.of("Pike", "Marsh"), List.of("Pike"), List.of("Okafor"));
	}

	@Test
	void namesTheColumnsOfWhichAFieldIsPutTogether() throws IOException {
		CsvLines lines = new CsvLines(new ByteArrayInputStream(bytes("Ref,Log Day,Hour\nB-1,x,y\n")), Booking.class,
				mapping("columns: { Ref: record.id }\nconstants: { record.recordedAt: '{log day} {Hour}', kind: DROP_IN }"),
				LIMIT);

		assertThat(lines.inWordsOfFile(new FieldProblem("record.recordedAt", "is odd", "Send a time.")))
			.isEqualTo(new FieldProblem("Log Day, Hour (record.recordedAt)", "is odd",
					"Send a time. In a table 31/01/2026 14:05 will do."));
		assertThat(lines.inWordsOfFile(new FieldProblem("kind", "is odd", "Mend it.")).field()).isEqualTo("kind");
	}

	@Test
	void putsNothingTogetherThatWouldFillTheMemory() throws IOException {
		CsvMapping mapping = mapping("constants: { record.id: '" + "{Text}".repeat(1000) + "' }");

		JsonNode record = read(bytes("kind,Text\nDrop in," + "x".repeat(10_000) + "\n"), mapping).getFirst();

		assertThat(record.at("/record/id").isMissingNode()).isTrue();
	}

	@Test
	void refusesANumberPutTogetherFromAColumnThatIsNotThere() {
		assertThatExceptionOfType(NoticeRefusedException.class)
			.isThrownBy(() -> read(bytes("Ref\nB-1\n"),
					mapping("columns: { Ref: kind }\nconstants: { record.id: 'A-{Reff}' }")))
			.satisfies((refused) -> assertThat(refused.problems().getFirst().field())
				.isEqualTo("mapping.constants.record.id"));
	}

	@Test
	void readsSeveralCodesInOneCellEachInTheTablesOwnWords() throws IOException {
		CsvMapping mapping = mapping("""
				columns: { Ref: record.id, Lines: address.lines, Kinds: kinds }
				values:
				  address.lines: { Top: Upper, 'Top, Low': Both }
				  kinds: { L: BY_LETTER }
				""");

		List<JsonNode> records = read(bytes("Ref;Lines;Kinds\nB-1;Top, Middle;L, drop in\nB-2;Top, Low;\n"), mapping);

		assertThat(records.getFirst().at("/address/lines").valueStream().map(JsonNode::asString))
			.containsExactly("Upper", "Middle");
		assertThat(records.getFirst().at("/kinds").valueStream().map(JsonNode::asString)).containsExactly("BY_LETTER",
				"DROP_IN");
		assertThat(records.getLast().at("/address/lines").valueStream().map(JsonNode::asString))
			.as("a cell that is named as a whole")
			.containsExactly("Both");
	}

	@ParameterizedTest
	@CsvSource({ "Send a time with its offset for example 2026-01-31T14:05:00Z., 31/01/2026 14:05",
			"Send a date as YYYY-MM-DD., 31/01/2026", "Send true or false., Y",
			"Send capitals digits and underscores., values" })
	void saysHowATableMaySayIt(String remedy, String said) throws IOException {
		CsvLines lines = new CsvLines(new ByteArrayInputStream(bytes("Ref,Lines\nB-1,x\n")), Booking.class,
				mapping("columns: { Ref: record.id, Lines: address.lines }"), LIMIT);

		FieldProblem problem = lines.inWordsOfFile(new FieldProblem("address.lines[1]", "is odd", remedy));

		assertThat(problem.field()).isEqualTo("Lines (address.lines[1])");
		assertThat(problem.remedy()).startsWith(remedy).contains(said);
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

	@ParameterizedTest
	@ValueSource(strings = { "B-3,\"Marsh\nB-4,Okafor\nB-5,Pike\n", "B-3,\"Marsh\nB-4,\"Okafor\"\nB-5,Pike\n",
			"B-3,\"Marsh\r\nB-4,5\" pipe\r\nB-5,Pike\r\n", "B-3,\"Marsh", "B-3,\"Marsh\nB-4, \" Okafor\"\n",
			"B-3,\"Marsh said \"\"no\"\"\nB-4,Okafor\n" })
	void refusesAQuotationMarkThatIsNotClosedAndTakesNoRowAfterIt(String rows) throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(bytes("record.id,guests[0].surname\nB-2,\"Cole\nof Flat 2\"\n" + rows)),
				Booking.class, CsvMapping.NONE, LIMIT);

		assertThat(lines.next().orElseThrow().problems()).as("the row before").isEmpty();
		NoticeLine refused = lines.next().orElseThrow();
		assertThat(refused.number()).isEqualTo(4);
		assertThat(refused.json()).isEmpty();
		assertThat(refused.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.problem()).contains("on line 4", "not closed", "nothing from this row on");
			assertThat(problem.remedy()).contains("Close it", "twice");
			assertThat(problem.toString()).doesNotContain("Marsh", "Okafor");
		});
		assertThat(lines.next()).isEmpty();
	}

	@Test
	void saysOnWhichLineOfARowTheQuotationMarkStands() throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(bytes(
						"record.id,guests[0].surname,guests[1].surname\nB-1,\"Marsh\nof Flat 2\",\"Pike\nB-2,x,y\n")),
				Booking.class, CsvMapping.NONE, LIMIT);

		NoticeLine refused = lines.next().orElseThrow();

		assertThat(refused.number()).isEqualTo(2);
		assertThat(refused.problems().getFirst().problem()).contains("on line 3");
	}

	@Test
	void takesNoPartOfARecordWhoseFurtherRowsCannotBeRead() throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(bytes("record.id,guests[].surname\nB-1,Pike\nB-2,Cole\nB-2,\"Marsh\n")),
				Booking.class, CsvMapping.NONE, LIMIT);

		assertThat(lines.next().orElseThrow().problems()).isEmpty();
		NoticeLine cut = lines.next().orElseThrow();
		assertThat(cut.number()).isEqualTo(3);
		assertThat(cut.problems().getFirst().problem()).contains("line 4");
		assertThat(lines.next().orElseThrow().problems().getFirst().problem()).contains("not closed");
		assertThat(lines.next()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "';', a semicolon", "',', a comma", "'|', a bar" })
	void refusesARowWithMoreCellsThanHeadingsAndReadsTheNext(String separator, String named) throws IOException {
		CsvLines lines = new CsvLines(new ByteArrayInputStream(
				bytes("record.id,address.postcode,guests[0].surname\nB-1,12 High Street,Leeds,Marsh\nB-2,x,Pike\n"
					.replace(",", separator))),
				Booking.class, CsvMapping.NONE, LIMIT);

		NoticeLine refused = lines.next().orElseThrow();
		assertThat(refused.number()).isEqualTo(2);
		assertThat(refused.json()).isEmpty();
		assertThat(refused.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.problem()).contains("line 2", "4 cells", "3 headings");
			assertThat(problem.remedy()).contains(named, "quotation marks");
		});
		assertThat(lines.next().orElseThrow().problems()).isEmpty();
	}

	@Test
	void takesARowWithEmptyCellsBelowNoHeading() throws IOException {
		assertThat(only("record.id,guests[0].surname\nB-1,Pike,, ,\n").at("/guests/0/surname").asString())
			.isEqualTo("Pike");
	}

	@Test
	void refusesTheWholeRecordOfWhichOneRowHasTooManyCells() throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						bytes("record.id,guests[].surname\nB-1,Pike\nB-1,Marsh,x\nB-1,Cole\nB-2,Okafor\n")),
				Booking.class, CsvMapping.NONE, LIMIT);

		NoticeLine refused = lines.next().orElseThrow();
		assertThat(refused.number()).isEqualTo(2);
		assertThat(refused.problems().getFirst().problem()).contains("line 3", "3 cells", "2 headings");
		NoticeLine next = lines.next().orElseThrow();
		assertThat(next.problems()).isEmpty();
		assertThat(new String(next.json(), StandardCharsets.UTF_8)).contains("Okafor").doesNotContain("Cole");
		assertThat(lines.next()).isEmpty();
	}

	@Test
	void takesWhatFollowsANicknameInQuotationMarksOnOneLine() throws IOException {
		assertThat(only("record.id,guests[0].surname\nB-1,\"Daz\" Marsh\n").at("/guests/0/surname").asString())
			.isEqualTo("Daz Marsh");
		assertThat(only("record.id,guests[0].surname\nB-1,Darren \"Daz\n").at("/guests/0/surname").asString())
			.isEqualTo("Darren \"Daz");
	}

	@Test
	void refusesATableWhoseHeadingsHaveAQuotationMarkThatIsNotClosed() {
		assertThatExceptionOfType(NoticeRefusedException.class)
			.isThrownBy(() -> read(bytes("record.id,\"kind\nB-1,Drop in\n"), CsvMapping.NONE))
			.satisfies((refused) -> assertThat(refused.problems().getFirst().problem()).contains("on line 1"));
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
	void refusesARecordWhoseRowsAreLongerTogetherThanOneMayBeAndReadsTheNext() throws IOException {
		String row = "B-1," + "x".repeat(LIMIT / 3) + "\n";
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						bytes("record.id,guests[].surname\n" + row.repeat(20) + "B-2,Pike\nB-2,Marsh\n")),
				Booking.class, CsvMapping.NONE, LIMIT);

		NoticeLine first = lines.next().orElseThrow();
		assertThat(first.number()).isEqualTo(2);
		assertThat(first.json()).isEmpty();
		assertThat(first.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.problem()).contains("longer together"));
		NoticeLine second = lines.next().orElseThrow();
		assertThat(second.problems()).isEmpty();
		assertThat(new String(second.json(), StandardCharsets.UTF_8)).contains("Pike", "Marsh");
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
		assertThatExceptionOfType(UnreadableNoticeException.class)
			.isThrownBy(() -> mapping("columns:\n  A: b\n c: d\n"))
			.satisfies((refused) -> assertThat(refused.problems().getFirst().problem()).contains("line 3"));
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
