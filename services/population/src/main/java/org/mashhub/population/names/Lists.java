package org.mashhub.population.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of words under headings in brackets; an underscore stands for a space within a
 * word, a line that begins with # says something to the reader.
 */
public final class Lists {

	private Lists() {
	}

	/**
	 * Reads a file of this module.
	 * @param beside a class of the package that the file lies in
	 * @param name name of the file
	 * @return words by heading, in the order of the file
	 */
	public static Map<String, List<String>> sections(Class<?> beside, String name) {
		Map<String, List<String>> sections = new LinkedHashMap<>();
		List<String> words = new ArrayList<>();
		for (String line : lines(beside, name)) {
			if (line.startsWith("[")) {
				words = new ArrayList<>();
				sections.put(line.substring(1, line.indexOf(']')), words);
			}
			else {
				words.addAll(words(line));
			}
		}
		return sections;
	}

	/**
	 * Reads the lines of a file of this module.
	 * @param beside a class of the package that the file lies in
	 * @param name name of the file
	 * @return lines that hold something
	 */
	public static List<String> lines(Class<?> beside, String name) {
		try (InputStream file = beside.getResourceAsStream(name)) {
			if (file == null) {
				throw new IllegalStateException("the file " + name + " is missing from this build");
			}
			return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8)).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + name, ex);
		}
	}

	static List<String> words(String line) {
		return List.of(line.strip().split("\\s+")).stream().map((word) -> word.replace('_', ' ')).toList();
	}

}
