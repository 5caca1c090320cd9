package org.mashhub.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Whoever is woken by an alert rule finds a page that says what to do. */
class AlertRulesTest {

	private static final Path ROOT = Objects.requireNonNull(RunningHub.scenarios().getParent());

	private static final Path RULES = ROOT.resolve("deploy").resolve("monitoring");

	@Test
	void everyRuleHasAPageAndATest() throws IOException {
		String tests = Files.readString(RULES.resolve("rules.test.yml"))
				+ Files.readString(RULES.resolve("slo.test.yml"));

		assertThat(alerts()).isNotEmpty().allSatisfy((alert) -> {
			assertThat(ROOT.resolve("docs").resolve("runbooks").resolve(alert + ".md")).exists();
			assertThat(tests).contains("alertname: " + alert);
		});
	}

	@Test
	void everyPageHasARule() throws IOException {
		try (Stream<Path> pages = Files.list(ROOT.resolve("docs").resolve("runbooks"))) {
			assertThat(pages.map((page) -> page.getFileName().toString().replace(".md", "")).toList())
				.containsExactlyInAnyOrderElementsOf(alerts());
		}
	}

	@Test
	void rulesFireWhenTheyShouldAndNotOtherwise() throws IOException, InterruptedException {
		assumeTrue(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
			.anyMatch((folder) -> new File(folder, "promtool").canExecute()), "promtool is not installed");

		Process promtool = new ProcessBuilder("promtool", "test", "rules", "rules.test.yml", "slo.test.yml")
			.directory(RULES.toFile())
			.redirectErrorStream(true)
			.start();
		String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(promtool.waitFor()).as(said).isZero();
	}

	private static List<String> alerts() throws IOException {
		return Pattern.compile("- alert: (\\w+)")
			.matcher(Files.readString(RULES.resolve("rules.yml")) + Files.readString(RULES.resolve("slo.yml")))
			.results()
			.map((MatchResult result) -> result.group(1))
			.distinct()
			.toList();
	}

}
