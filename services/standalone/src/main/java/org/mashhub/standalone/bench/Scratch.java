package org.mashhub.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.mashhub.standalone.Ports;

/** A directory and ports that nobody else uses, for a hub that is only measured. */
final class Scratch {

	private Scratch() {
	}

	static Path directory() {
		try {
			return Files.createTempDirectory("mash-bench");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("no temporary directory", ex);
		}
	}

	static Ports ports() {
		while (true) {
			Ports ports = new Ports(ThreadLocalRandom.current().nextInt(12_000, 31_000));
			if (ports.areFree()) {
				return ports;
			}
		}
	}

	static void delete(Path directory) {
		try (Stream<Path> files = Files.walk(directory)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.deleteIfExists(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot delete " + directory, ex);
		}
	}

}
