package org.mashhub.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a table back, a row at a time as a map from column to cell. */
final class Csv {

	private Csv() {
	}

	static List<Map<String, String>> read(Path file) {
		try {
			List<String> lines = Files.readAllLines(file);
			List<String> heading = cells(lines.getFirst());
			List<Map<String, String>> rows = new ArrayList<>();
			for (String line : lines.subList(1, lines.size())) {
				List<String> cells = cells(line);
				Map<String, String> row = new LinkedHashMap<>();
				for (int at = 0; at < heading.size(); at++) {
					row.put(heading.get(at), cells.get(at));
				}
				rows.add(row);
			}
			return rows;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + file, ex);
		}
	}

	private static List<String> cells(String line) {
		List<String> cells = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int at = 0; at < line.length(); at++) {
			char letter = line.charAt(at);
			if (letter == '"') {
				boolean twice = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
				if (twice) {
					cell.append('"');
					at++;
				}
				else {
					quoted = !quoted;
				}
			}
			else if (letter == ',' && !quoted) {
				cells.add(cell.toString());
				cell.setLength(0);
			}
			else {
				cell.append(letter);
			}
		}
		cells.add(cell.toString());
		return cells;
	}

}
