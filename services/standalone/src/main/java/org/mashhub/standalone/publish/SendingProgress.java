package org.mashhub.standalone.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;

/**
 * How far a file was sent, kept beside the hub's state until all of it was.
 *
 * @param nextLine line of the file from which to go on
 * @param accepted records accepted so far
 * @param refused records refused so far
 */
record SendingProgress(long nextLine, long accepted, long refused) {

	private static final JsonMapper JSON = new JsonMapper();

	static final SendingProgress NONE = new SendingProgress(1, 0, 0);

	/**
	 * Where it is kept: by what was sent where, so that a file that changed begins anew.
	 */
	static Path file(Path home, Path file, String target) {
		try {
			String name = target + "|" + file.toAbsolutePath().normalize() + "|" + Files.size(file) + "|"
					+ Files.getLastModifiedTime(file).toMillis();
			return home.resolve("publish")
				.resolve(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ".json");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + file, ex);
		}
	}

	static SendingProgress read(Path kept) {
		try {
			return Files.exists(kept) ? JSON.readValue(Files.readAllBytes(kept), SendingProgress.class) : NONE;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + kept, ex);
		}
	}

	void write(Path kept) {
		try {
			Files.createDirectories(kept.toAbsolutePath().getParent());
			Path fresh = kept.resolveSibling(kept.getFileName() + ".new");
			Files.write(fresh, JSON.writeValueAsBytes(this));
			Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write " + kept, ex);
		}
	}

	static void forget(Path kept) {
		try {
			Files.deleteIfExists(kept);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot delete " + kept, ex);
		}
	}

}
