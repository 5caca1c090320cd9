package org.mashhub.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in {@code deploy/monitoring}: rules, and dashboards for Grafana. */
final class Monitoring {

	static final Path FOLDER = Objects.requireNonNull(RunningHub.scenarios().getParent())
		.resolve("deploy")
		.resolve("monitoring");

	private static final Pattern METRIC = Pattern.compile("\\b(?:hub|http|jvm|process)_[a-z_]+\\b");

	private static final Pattern OUR_OWN = Pattern.compile("\\bhub:[a-z_:0-9]+\\b");

	private Monitoring() {
	}

	static List<JsonNode> dashboards() {
		try (Stream<Path> files = Files.list(FOLDER.resolve("grafana").resolve("dashboards"))) {
			return files.sorted().map((file) -> new JsonMapper().readTree(file.toFile())).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Every expression of every dashboard. */
	static List<String> queries() {
		return dashboards().stream()
			.flatMap((dashboard) -> dashboard.path("panels").valueStream())
			.flatMap((panel) -> panel.path("targets").valueStream())
			.map((target) -> target.path("expr").asString())
			.toList();
	}

	/** Every expression of every rule, alerts and records. */
	static List<String> ruleExpressions() {
		List<String> expressions = new ArrayList<>();
		Stream.of("rules.yml", "slo.yml").forEach((file) -> each(yaml(FOLDER.resolve(file)), "expr", expressions));
		return expressions;
	}

	/** Names of what the rules record. */
	static List<String> recorded() {
		List<String> names = new ArrayList<>();
		each(yaml(FOLDER.resolve("slo.yml")), "record", names);
		return names;
	}

	static Object yaml(Path file) {
		try {
			return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Names of the services' metrics in an expression. */
	static Set<String> metrics(String expression) {
		return find(METRIC, expression);
	}

	/** Names of recorded series in an expression. */
	static Set<String> recordedIn(String expression) {
		return find(OUR_OWN, expression);
	}

	static boolean hasPromtool() {
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
			.anyMatch((folder) -> new File(folder, "promtool").canExecute());
	}

	private static Set<String> find(Pattern pattern, String expression) {
		Set<String> found = new TreeSet<>();
		pattern.matcher(expression.replaceAll("\"[^\"]*\"", "\"\""))
			.results()
			.forEach((result) -> found.add(result.group()));
		return found;
	}

	private static void each(Object node, String key, List<String> found) {
		switch (node) {
			case Map<?, ?> map -> map.forEach((name, value) -> {
				if (key.equals(name)) {
					found.add(String.valueOf(value));
				}
				else {
					each(value, key, found);
				}
			});
			case List<?> list -> list.forEach((element) -> each(element, key, found));
			default -> {
			}
		}
	}

}
