package org.mashhub.adapter.kit.lines;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NdjsonLinesTest {

	@Test
	void readsALineARecordAndPassesOverEmptyOnes() throws IOException {
		List<NoticeLine> lines = read("\uFEFF{\"a\":1}\r\n\n  \n{\"b\":2}", 100);

		assertThat(lines).extracting(NoticeLine::number).containsExactly(1L, 4L);
		assertThat(lines).extracting((line) -> new String(line.json(), StandardCharsets.UTF_8).strip())
			.containsExactly("{\"a\":1}", "{\"b\":2}");
	}

	@Test
	void refusesALineThatIsTooLongAndGoesOn() throws IOException {
		List<NoticeLine> lines = read("{\"a\":1}\n" + "x".repeat(300_000) + "\n{\"b\":2}\n", 1000);

		assertThat(lines).extracting((line) -> line.problems().size()).containsExactly(0, 1, 0);
		assertThat(lines.get(1).number()).isEqualTo(2);
		assertThat(lines.get(1).json()).isEmpty();
	}

	private static List<NoticeLine> read(String text, int limit) throws IOException {
		NdjsonLines lines = new NdjsonLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit);
		List<NoticeLine> all = new ArrayList<>();
		Optional<NoticeLine> line = lines.next();
		while (line.isPresent()) {
			all.add(line.get());
			line = lines.next();
		}
		return all;
	}

}
