package org.mashhub.standalone.publish;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.standalone.CannotProceedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class RecordFileTest {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "\r", "\n", "\r\n" })
	void hasOneMessageAfterTheOther(String end) throws IOException {
		Path file = write(
				"FHS|^~\\&|A#BHS|^~\\&|A#MSH|1#PID|1#\u000bMSH|2#\u001c##MSH|3#PV1|3#BTS|3#".replace("#", end));

		assertThat(messages(file, 1)).containsExactly("MSH|1\rPID|1\r", "MSH|2\r", "MSH|3\rPV1|3\r");
		assertThat(messages(file, 4)).as("from where it was interrupted").first().isEqualTo("MSH|2\r");
	}

	@Test
	void keepsEveryByteOfAMessageWhateverItsEncoding() throws IOException {
		byte[] all = new byte[128];
		for (int at = 0; at < all.length; at++) {
			all[at] = (byte) (at + 128);
		}
		Path file = write("MSH|" + new String(all, StandardCharsets.ISO_8859_1) + "\r");

		assertThat(messages(file, 1)).singleElement()
			.satisfies((message) -> assertThat(message.getBytes(RecordFile.Kind.MESSAGES.charset()))
				.isEqualTo(Files.readAllBytes(file)));
	}

	@Test
	void leavesOutTheMarkOfUtf8AndFindsNothingInAnEmptyFile() throws IOException {
		assertThat(messages(write("\u00ef\u00bb\u00bfMSH|1\n"), 1)).containsExactly("MSH|1\r");
		assertThat(messages(write(""), 1)).isEmpty();
	}

	@Test
	void sendsWhatIsNoMessageSoThatTheHubCanSayWhy() throws IOException {
		assertThat(messages(write("hello\nMSH|1\n"), 1)).containsExactly("hello\r", "MSH|1\r");
	}

	@Test
	void takesWhateverHasAMappingForATable() throws IOException {
		Path file = Files.writeString(this.directory.resolve("export.txt"), "Adno\tDay\tName\n1\t2\tA\n1\t2\tB\n");
		CsvMapping mapping = CsvMapping
			.read(new StringReader("columns: { Name: 'x[].y' }\nconstants: { record.id: '{Adno}-{Day}' }"));

		try (RecordFile table = new RecordFile(file, mapping)) {
			assertThat(table.kind()).isEqualTo(RecordFile.Kind.TABLE);
			assertThat(table.headings()).containsExactly("Adno", "Day", "Name");
			assertThat(table.next(1).orElseThrow().body()).isEqualTo("Adno,Day,Name\n1,2,A\n1,2,B\n");
		}
	}

	@Test
	void refusesATableInWhichRecordsComeBackAndNamesTheLines() throws IOException {
		Path torn = Files.writeString(this.directory.resolve("torn.csv"), "record.id,x[].y\n1,A\n2,B\n1,C\n2,D\n");
		Path said = Files.writeString(this.directory.resolve("said.csv"), "record.id,x\n1,A\n1,B\n");
		Path good = Files.writeString(this.directory.resolve("good.csv"), "record.id,x\n1,A\n1,A\n2,A\n");

		assertThatExceptionOfType(CannotProceedException.class).isThrownBy(() -> OrderOfRecords.check(torn, null))
			.withMessageContaining("line 4 (first on line 2), line 5 (first on line 3). Nothing was sent.")
			.satisfies((refused) -> assertThat(refused.remedy()).contains("Sort"));
		assertThatExceptionOfType(CannotProceedException.class).isThrownBy(() -> OrderOfRecords.check(said, null))
			.withMessageContaining("line 3 (first on line 2)")
			.satisfies((refused) -> assertThat(refused.remedy()).contains("higher record.version"));
		assertThatNoException().isThrownBy(() -> OrderOfRecords.check(good, null));
	}

	private Path write(String text) throws IOException {
		return Files.writeString(this.directory.resolve("day.hl7"), text, StandardCharsets.ISO_8859_1);
	}

	private static List<String> messages(Path path, long fromLine) throws IOException {
		List<String> messages = new ArrayList<>();
		try (RecordFile file = new RecordFile(path, null)) {
			for (Optional<Chunk> chunk = file.next(fromLine); chunk.isPresent(); chunk = file.next(fromLine)) {
				messages.add(chunk.get().body());
			}
		}
		return messages;
	}

}
