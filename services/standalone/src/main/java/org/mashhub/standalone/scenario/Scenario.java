package org.mashhub.standalone.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.client.HubClient;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A fictional family's story: what each agency sent, and when.
 *
 * @param name name of its folder
 * @param title one line
 * @param summary a few lines
 * @param feeds what its agencies publish
 * @param steps what happens, in order
 */
public record Scenario(String name, String title, String summary, List<Feeds> feeds, List<Step> steps) {

	public Scenario {
		feeds = List.copyOf(feeds);
		steps = List.copyOf(steps);
	}

	/**
	 * Reads a scenario.
	 * @param directory folder that holds {@code scenario.yml} and the payloads
	 * @return the scenario
	 */
	public static Scenario read(Path directory) {
		Path file = directory.resolve("scenario.yml");
		if (!Files.exists(file)) {
			throw new CannotProceedException("there is no scenario called '" + directory.getFileName() + "'",
					"There are: "
							+ String.join(", ", names(Optional.ofNullable(directory.getParent()).orElse(directory)))
							+ ".");
		}
		try {
			Map<String, Object> content = new Yaml(new SafeConstructor(new LoaderOptions()))
				.load(Files.readString(file));
			List<Step> steps = new ArrayList<>();
			for (Object step : (List<?>) Objects.requireNonNull(content.get("steps"), "steps")) {
				steps.add(step(directory, (Map<?, ?>) step));
			}
			return new Scenario(Objects.requireNonNull(directory.getFileName()).toString(), text(content, "title"),
					text(content, "summary"), feeds((Map<?, ?>) content.getOrDefault("feeds", Map.of())), steps);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + file, ex);
		}
		catch (YAMLException | ClassCastException | NullPointerException ex) {
			throw new CannotProceedException("the scenario " + file + " is not in order: " + ex.getMessage(),
					"Compare it with scenarios/first-light/scenario.yml.", ex);
		}
	}

	/**
	 * The scenarios of a folder.
	 * @param scenarios the folder
	 * @return names in alphabetical order
	 */
	public static List<String> names(Path scenarios) {
		try (Stream<Path> folders = Files.list(scenarios)) {
			return folders.filter((folder) -> Files.exists(folder.resolve("scenario.yml")))
				.map((folder) -> Objects.requireNonNull(folder.getFileName()).toString())
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	private static Step step(Path directory, Map<?, ?> step) throws IOException {
		Instant at = Instant.parse(text(step, "at"));
		Object send = step.get("send");
		if (send == null) {
			return new Step(at, text(step, "says"), null);
		}
		return new Step(at, text(step, "says"), new Delivery(text(step, "agency"), send.toString(),
				text(step, "payload"), Files.readString(directory.resolve(text(step, "payload")))));
	}

	/** An event alone comes irregularly; one with a time, at least so often. */
	private static List<Feeds> feeds(Map<?, ?> byAgency) {
		List<Feeds> feeds = new ArrayList<>();
		byAgency.forEach((agency, events) -> {
			List<Map<String, String>> declared = new ArrayList<>();
			for (Object event : (List<?>) events) {
				if (event instanceof Map<?, ?> regular) {
					regular.forEach((name, silence) -> declared
						.add(Map.of("eventType", name.toString(), "longestSilence", silence.toString())));
				}
				else {
					declared.add(Map.of("eventType", event.toString()));
				}
			}
			feeds.add(new Feeds(agency.toString(), HubClient.toJson(Map.of("feeds", declared))));
		});
		return feeds;
	}

	private static String text(Map<?, ?> map, String key) {
		return Objects.requireNonNull(map.get(key), key + " is missing").toString().strip();
	}

	/**
	 * One step: the clock moves to a time, and an agency may send a record.
	 *
	 * @param at area time
	 * @param says what happens, in words
	 * @param delivery what is sent, null when only time passes
	 */
	public record Step(Instant at, String says, @Nullable Delivery delivery) {
	}

	/**
	 * What an agency declares to publish.
	 *
	 * @param agency who declares
	 * @param body all that it publishes, as JSON
	 */
	public record Feeds(String agency, String body) {
	}

	/**
	 * What an agency sends.
	 *
	 * @param agency who sends
	 * @param path endpoint of its adapter
	 * @param file name of the payload's file
	 * @param body the payload, in the agency's own format; may make several records
	 */
	public record Delivery(String agency, String path, String file, String body) {
	}

}
