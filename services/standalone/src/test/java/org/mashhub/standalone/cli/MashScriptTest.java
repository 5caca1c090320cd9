package org.mashhub.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the script does before Java takes over: here a program that says how it was
 * called.
 */
class MashScriptTest {

	private static final String ECHO = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n";

	@TempDir
	Path root;

	@TempDir
	Path jdk;

	@BeforeEach
	void checkOut() throws IOException {
		Files.copy(Path.of("..", "..", "mash"), this.root.resolve("mash"));
		Files.createDirectories(this.jdk.resolve("bin"));
		Files.writeString(this.jdk.resolve("release"), "JAVA_VERSION=\"25\"\n");
		for (String program : List.of("java", "javac")) {
			Files.setPosixFilePermissions(Files.writeString(this.jdk.resolve("bin").resolve(program), ECHO),
					PosixFilePermissions.fromString("rwx------"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "demo --help", "demo -h", "demo first-light --help", "run --help",
			"run --home elsewhere --help", "up --help", "bench --help", "reset --help", "demo --version" })
	void whoAsksForHelpFindsNothingNewAfterwards(String command) throws Exception {
		List<String> called = mash(command);

		assertThat(called).endsWith(command.split(" ")).noneMatch((option) -> option.contains("mash-tmp"));
		assertThat(files()).containsExactly("mash");
	}

	@Test
	void aHubWritesInPassingBelowItsHome() throws Exception {
		assertThat(mash("demo")).contains("-Djava.io.tmpdir=" + this.root.toRealPath().resolve(".mash/mash-tmp"));
		assertThat(this.root.resolve(".mash/mash-tmp")).isDirectory();

		Path other = this.root.resolve("other");
		assertThat(mash("run --home " + other)).contains("-Djava.io.tmpdir=" + other.resolve("mash-tmp"));
		assertThat(other.resolve("mash-tmp")).isDirectory();
	}

	private List<String> mash(String arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("bash", this.root.resolve("mash").toString()));
		command.addAll(List.of(arguments.split(" ")));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.root.toFile()).redirectErrorStream(true);
		builder.environment().put("JAVA_HOME", this.jdk.toString());
		builder.environment().put("MASH_NO_BUILD", "true");
		List.of("MASH_HOME", "MASH_JAVA_OPTIONS").forEach(builder.environment()::remove);
		Process process = builder.start();
		List<String> said = process.inputReader().lines().toList();
		assertThat(process.waitFor()).as(String.join("\n", said)).isZero();
		return said;
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.root)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
