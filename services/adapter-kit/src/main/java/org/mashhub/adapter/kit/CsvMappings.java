package org.mashhub.adapter.kit;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.lines.CsvMapping;

/**
 * The mapping files that organisations have given to whoever runs the hub:
 * {@code <directory>/<agency>/<organisation>/<kind>.yml}.
 */
public class CsvMappings {

	private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9_-]*";

	private final @Nullable Path directory;

	CsvMappings(@Nullable Path directory) {
		this.directory = (directory != null && !directory.toString().isEmpty()) ? directory : null;
	}

	/**
	 * The mapping of a sender's files of one kind.
	 * @param sender who sends
	 * @param collection the kind, for example {@code incidents}
	 * @return the mapping; without one, headings are paths
	 * @throws IOException when the mapping file cannot be read
	 */
	public CsvMapping of(Sender sender, String collection) throws IOException {
		if (this.directory == null || !sender.organisation().matches(PLAIN)) {
			return CsvMapping.NONE;
		}
		Path file = this.directory.resolve(sender.agency()).resolve(sender.organisation()).resolve(collection + ".yml");
		if (!Files.exists(file)) {
			return CsvMapping.NONE;
		}
		try (Reader yaml = Files.newBufferedReader(file)) {
			return CsvMapping.read(yaml);
		}
	}

}
