package org.mashhub.adapter.kit.lines;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTextTest {

	@Test
	void neverCutsARecordInTwo() throws IOException {
		assertThat(parts("Ref,Name\nB-1,Pike\nB-1,Marsh\nB-2,Reed\n",
				"columns: { Ref: record.id, Name: 'guests[].surname' }"))
			.containsExactly(List.of(2L, 3L), List.of(4L));
	}

	@Test
	void neverCutsWhereAConstantStandsInForAnEmptyNumber() throws IOException {
		assertThat(parts("Ref,Adno,Name\n,1,Pike\n,1,Marsh\n,2,Reed\nB-3,8,Hill\nB-3,9,Wood\n",
				"columns: { Ref: record.id, Name: 'guests[].surname' }\nconstants: { record.id: 'X-{Adno}' }"))
			.containsExactly(List.of(2L, 3L), List.of(4L), List.of(5L, 6L));
	}

	@Test
	void neverCutsWhereTheHeadingsThemselvesJoinRows() throws IOException {
		assertThat(parts("record.id,guests[].surname\nB-1,Pike\nB-1,Marsh\n", "{}")).containsExactly(List.of(2L, 3L));
	}

	/** Lines of the rows of each part, cut wherever it may be. */
	private static List<List<Long>> parts(String table, String mapping) throws IOException {
		TableText text = new TableText(new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)),
				CsvMapping.read(new StringReader(mapping)));
		List<List<Long>> parts = new ArrayList<>();
		for (TableText.Part part = text.next(1, 1000, 1); !part.rows().isEmpty(); part = text.next(1, 1000, 1)) {
			parts.add(part.rows());
		}
		return parts;
	}

}
