package org.mashhub.standalone.bench;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mashhub.correlation.identity.FellegiSunterModel;
import org.mashhub.hub.v1.StandardisedPerson;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LinkageTableTest {

	@TempDir
	private Path directory = Path.of("");

	@Test
	void readsATableOfAGermanSpreadsheet() throws IOException {
		String table = "Patient;Vorname;Nachname;Geburtsdatum\r\n7;J\u00fcrgen;von Stra\u00dfen;25.12.1960\r\n";

		StandardisedPerson person = only(table, Charset.forName("windows-1252"),
				"truth = patient\ngiven = Vorname\nfamily = NACHNAME\nbirth = Geburtsdatum\n");

		assertThat(person.getGivenNames()).containsExactly("JURGEN");
		assertThat(person.getFamilyNames()).containsExactly("VONSTRASSEN", "STRASSEN");
		assertThat(person.getBirthDate()).hasToString("Optional[1960-12-25]");
	}

	@Test
	void findsTheUsualHeadingsHoweverTheyAreWritten() throws IOException {
		StandardisedPerson person = only(
				"\ufeffCluster ID\tFirst-Name\tLAST NAME\tBirth Date\n1\tAda\tBrook\t1990-02-03\n",
				StandardCharsets.UTF_8, null);

		assertThat(person.getFamilyNames()).containsExactly("BROOK");
		assertThat(person.getBirthYear()).contains(1990);
	}

	@Test
	void putsADateTogetherFromItsColumns() throws IOException {
		String table = "truth,name,d,m,y\n1,Ada Brook,3,4,1990\n";

		assertThat(only(table, StandardCharsets.UTF_8,
				"truth=truth\nname=name\nbirth-day=d\nbirth-month=m\nbirth-year=y\n")
			.getBirthDate()).hasToString("Optional[1990-04-03]");
		assertThat(only(table, StandardCharsets.UTF_8, "truth=truth\nname=name\nbirth=d, m, y\n").getBirthDate())
			.hasToString("Optional[1990-04-03]");
	}

	@Test
	void readsDatesOfAnotherTimeWhereATableHasMany() throws IOException {
		StringBuilder table = new StringBuilder("truth,name,dob\n");
		for (int i = 0; i < 30; i++) {
			table.append(i).append(",Ada Brook,").append(1740 + 5 * i).append("-03-04\n");
		}

		assertThat(all(table.toString(), null)).extracting((person) -> person.getBirthDate().toString())
			.contains("Optional[1740-03-04]", "Optional[1885-03-04]");
	}

	@Test
	void takesAnOldDateAmongDatesOfTheLivingForADefault() throws IOException {
		StringBuilder table = new StringBuilder("truth,name,dob\n");
		for (int i = 0; i < 30; i++) {
			table.append(i)
				.append(",Ada Brook,")
				.append((i % 3 == 0) ? "1753-01-01" : (1950 + i) + "-03-04")
				.append('\n');
		}

		assertThat(all(table.toString(), null).getFirst().getBirthDate()).isEmpty();
		assertThat(all(table.toString(), null).get(1).getBirthDate()).hasToString("Optional[1951-03-04]");
	}

	@Test
	void countsAnAgeFromWhenTheRecordWasMadeHoweverThatIsWritten() throws IOException {
		String table = """
				truth,name,age,made
				1,Ada Brook,30,1881
				2,Ben Chan,30,1871-04-02
				3,Di Evans,30,2/4/1871
				4,Cy Doyle,30,1891-04-05T00:00:00Z
				5,Ed Frost,30,
				""";

		assertThat(all(table, "truth=truth\nname=name\nage=age\nat=made\n"))
			.extracting((person) -> person.getBirthYear().orElse(0))
			.containsExactly(1851, 1841, 1841, 1861, 1996);
	}

	@Test
	void goesByTheAgeWhereADateCannotBeRead() throws IOException {
		assertThat(only("truth,name,dob,age\n1,Ada Brook,not told,30\n", StandardCharsets.UTF_8, null).getBirthYear())
			.contains(1996);
	}

	@Test
	void takesAnEmailAddressFromBesideAName() throws IOException {
		assertThat(only("truth,name,email\n1,Ada Brook,Ada Brook <ada@example.org>\n", StandardCharsets.UTF_8, null)
			.getEmails()).containsExactly("ada@example.org");
	}

	@Test
	void saysWhichColumnsItCannotRead() throws IOException {
		List<String> said = new ArrayList<>();
		String table = """
				truth,name,dob,phone
				1,Ada Brook,spring,01632 960001
				2,Ben Chan,autumn,01632 960002
				""";

		LinkageTable.read(List.of(file("table.csv", table, StandardCharsets.UTF_8)), null, said::add);

		assertThat(said).containsExactly("Nothing is read of 2 of 2 cells of dob (birth)");
	}

	@Test
	void takesShortRowsAndWordsForNothing() throws IOException {
		StandardisedPerson person = only("truth,first_name,surname,dob,phone\n1,NULL,Brook,N/A\n",
				StandardCharsets.UTF_8, null);

		assertThat(person.getGivenNames()).isEmpty();
		assertThat(person.getFamilyNames()).containsExactly("BROOK");
		assertThat(person.getPhones()).isEmpty();
	}

	@Test
	void findsTheCodeOfTheCountryThatSomeNumbersLack() {
		PhoneNumbers numbers = PhoneNumbers.of(List.of("+49 170 1234567", "0170/1234567", "0151 7654321"));

		assertThat(numbers.read("0151 7654321")).isEqualTo("+491517654321");
		assertThat(numbers.read("+49 (0)151 7654321")).isEqualTo("+491517654321");
		assertThat(numbers.read("000000000")).isEmpty();
	}

	@Test
	void readsSexesByWhatStandsBesideThem() {
		assertThat(SexWords.of(List.of("H", "M", "H")).read("M")).hasToString("FEMALE");
		assertThat(SexWords.of(List.of("F", "M", "U")).read("M")).hasToString("MALE");
		assertThat(SexWords.of(List.of("m", "w")).read("w")).hasToString("FEMALE");
	}

	@Test
	void measuresATableOfTwoRows() throws IOException {
		LinkageFigures figures = measure(
				"truth,first_name,surname,dob\n1,Ada,Brook,1990-02-03\n2,Ben,Chan,1971-05-09\n");

		assertThat(figures.records()).isEqualTo(2);
		assertThat(figures.decided().precision()).isEqualTo(1);
	}

	@Test
	void measuresATableOfOneRow() throws IOException {
		assertThat(measure("truth,first_name,surname\n1,Ada,Brook\n").records()).isEqualTo(1);
	}

	@Test
	void countsOnlyRowsOfWhichTheTruthIsKnown() throws IOException {
		LinkageFigures figures = measure("""
				truth,first_name,surname,dob
				1,Ada,Brook,1990-02-03
				,Ben,Chan,1971-05-09
				1,Ada,Brook,1990-02-03
				""");

		assertThat(figures.records()).isEqualTo(2);
		assertThat(figures.people()).isEqualTo(1);
	}

	@Test
	void saysWhatIsWrongWithATable() throws IOException {
		assertRefused("", null, "is empty");
		assertRefused("truth,first_name\n", null, "no row");
		assertRefused("a,b\n1,2\n", null, "no column that says who is the same person");
		assertRefused("a,b\n1,2\n", "truth = c\n", "no column 'c'");
		assertRefused("a,b\n1,2\n", "truth = a\nnonsense = b\n", "cannot hold 'nonsense'");
		assertRefused("a,b\n1,2\n", "truth = a\ntruth-pattern = (\n", "no pattern with a group");
		assertRefused("truth,name\n,Ada\n", null, "no row of the table says who");
	}

	private void assertRefused(String table, @Nullable String map, String why) {
		assertThatExceptionOfType(CannotProceedException.class)
			.isThrownBy(
					() -> bench().run(List.of(file("table.csv", table, StandardCharsets.UTF_8)), mapping(map), null))
			.withMessageContaining(why);
	}

	private LinkageFigures measure(String table) throws IOException {
		return bench().run(List.of(file("table.csv", table, StandardCharsets.UTF_8)), null, null);
	}

	private static LinkageBench bench() {
		return new LinkageBench((step) -> {
		}, 1, new FellegiSunterModel.Thresholds(-2, -2, 0));
	}

	private StandardisedPerson only(String table, Charset charset, @Nullable String map) throws IOException {
		List<LinkageTable.Row> rows = LinkageTable.read(List.of(file("table.csv", table, charset)), mapping(map),
				Progress.SILENT);
		assertThat(rows).hasSize(1);
		return rows.getFirst().observation().getPeople().getFirst().getStandardised();
	}

	private List<StandardisedPerson> all(String table, @Nullable String map) throws IOException {
		return LinkageTable
			.read(List.of(file("table.csv", table, StandardCharsets.UTF_8)), mapping(map), Progress.SILENT)
			.stream()
			.map((row) -> row.observation().getPeople().getFirst().getStandardised())
			.toList();
	}

	private @Nullable Path mapping(@Nullable String map) throws IOException {
		return (map != null) ? file("table.map", map, StandardCharsets.UTF_8) : null;
	}

	private Path file(String name, String text, Charset charset) throws IOException {
		return Files.writeString(this.directory.resolve(name), text, charset);
	}

}
