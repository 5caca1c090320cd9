package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.standalone.client.HubClient;

/**
 * What a scenario must give: which alert after which step, who was told of it, which
 * statuses which practice was told of, and where each record then stands. Written beside
 * the scenario as {@code expected.yml}.
 *
 * @param alerts revisions of alerts, in the order of the steps
 * @param statuses statuses that practices were told of, in the order of the steps
 * @param mails how many e-mails each recipient has
 * @param chronology where each record stands in the end, in the order of the steps
 */
record Expectation(List<Raised> alerts, List<StatusTold> statuses, List<String> mails, List<Standing> chronology) {

	Expectation {
		alerts = List.copyOf(alerts);
		statuses = List.copyOf(statuses);
		mails = List.copyOf(mails);
		chronology = List.copyOf(chronology);
	}

	/** Reads what a scenario must give. */
	static Expectation read(Path scenario) {
		try {
			Map<String, List<?>> content = new Yaml(new SafeConstructor(new LoaderOptions()))
				.load(Files.readString(scenario.resolve("expected.yml")));
			return new Expectation(maps(content, "alerts").stream()
				.map((map) -> new Raised(text(map, "after"), text(map, "rule"), text(map, "state"), text(map, "colour"),
						Boolean.parseBoolean(String.valueOf(map.get("overdue"))), texts(map, "told")))
				.toList(),
					maps(content, "statuses").stream()
						.map((map) -> new StatusTold(text(map, "after"), text(map, "practice"), text(map, "status"),
								text(map, "change")))
						.toList(),
					Objects.requireNonNull(content.get("mails")).stream().map(Object::toString).toList(),
					maps(content, "chronology").stream()
						.map((map) -> new Standing(text(map, "record"), texts(map, "of"), text(map, "at"),
								text(map, "precision")))
						.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read what is expected of " + scenario, ex);
		}
	}

	/** What a story gave. */
	static Expectation of(Storyteller story, TopicReader topics, HubClient client, Collection<String> mails) {
		List<NotificationRecorded> sent = topics.values(NotificationRecorded.class)
			.filter((notification) -> notification.getArea().equals(story.area())
					&& notification.getState() == NotificationState.SENT)
			.toList();
		List<String> steps = story.steps();
		// Topics have no order among their partitions: steps have, and in each its hour
		// comes before its record. The sort is stable, so revisions of one alert keep
		// theirs.
		List<Raised> alerts = topics.values(Alert.class)
			.filter((alert) -> alert.getProvenance().getArea().equals(story.area()))
			.sorted(Comparator.<Alert>comparingInt((alert) -> steps.indexOf(story.stepOf(alert.getProvenance())))
				.thenComparing(Alert::getRule)
				.thenComparing((alert) -> story.isOfRecord(alert.getProvenance())))
			.map((alert) -> new Raised(story.stepOf(alert.getProvenance()), alert.getRule(), alert.getState().name(),
					alert.getColour().name(), alert.getOverdue(), told(sent, alert.getAlertId(), alert.getRevision())))
			.toList();
		List<StatusTold> statuses = new ArrayList<>(topics.values(StatusNotice.class)
			.filter((notice) -> notice.getProvenance().getArea().equals(story.area()))
			.map((notice) -> new StatusTold(story.stepOf(notice.getProvenance()), notice.getGpPractice(),
					notice.getStatus(),
					notice.getWithdrawn() ? "WITHDRAWN"
							: notice.getToBeChecked() ? "TO_BE_CHECKED" : notice.getEnded() ? "ENDED" : "BEGAN"))
			.toList());
		statuses.sort(Comparator.<StatusTold>comparingInt((told) -> steps.indexOf(told.after()))
			.thenComparing(StatusTold::practice)
			.thenComparing(StatusTold::status));
		return new Expectation(alerts, statuses, List.copyOf(mails), chronology(story, topics, client));
	}

	/** Each record in its newest version, and the children on whose pages it stands. */
	private static List<Standing> chronology(Storyteller story, TopicReader topics, HubClient client) {
		Map<String, Set<String>> children = new HashMap<>();
		client.read("/api/children?area=" + story.area())
			.forEach((child) -> client.read("/api/children/" + child.path("childId").asString())
				.path("chronology")
				.path("entries")
				.forEach((entry) -> children
					.computeIfAbsent(entry.path("sourceRecord").asString(), (first) -> new TreeSet<>())
					.add(child.path("displayName").asString())));
		Map<String, ChronologyEntry> newest = new LinkedHashMap<>();
		topics.values(ChronologyEntry.class)
			.filter((entry) -> entry.getProvenance().getArea().equals(story.area()))
			.forEach((entry) -> newest.put(entry.getSourceRecord(), entry));
		List<String> steps = story.steps();
		return newest.values()
			.stream()
			.map((entry) -> new Standing(story.stepOf(entry.getProvenance()),
					List.copyOf(children.getOrDefault(entry.getSourceRecord(), Set.of())),
					entry.getOccurredAt().toString(), entry.getOccurredPrecision().name()))
			.sorted(Comparator.comparingInt((standing) -> steps.indexOf(standing.record())))
			.toList();
	}

	/** The same as it stands in a file, for whoever renews what is expected. */
	String toYaml() {
		StringBuilder yaml = new StringBuilder("alerts:\n");
		this.alerts.forEach(yaml::append);
		yaml.append("statuses:\n");
		this.statuses.forEach(yaml::append);
		yaml.append("mails:\n");
		this.mails.forEach((mail) -> yaml.append("  - ").append(mail).append('\n'));
		yaml.append("chronology:\n");
		this.chronology.forEach(yaml::append);
		return yaml.toString();
	}

	private static List<String> told(List<NotificationRecorded> sent, UUID alert, int revision) {
		return List.copyOf(new TreeSet<>(sent.stream()
			.filter((notification) -> notification.getAlertId().filter(alert::equals).isPresent()
					&& notification.getRevision() == revision)
			.map((notification) -> notification.getRecipientRole() + " by " + notification.getChannel())
			.toList()));
	}

	private static List<Map<?, ?>> maps(Map<String, List<?>> content, String key) {
		List<Map<?, ?>> maps = new ArrayList<>();
		Objects.requireNonNull(content.get(key), key + " is missing").forEach((map) -> maps.add((Map<?, ?>) map));
		return maps;
	}

	private static String text(Map<?, ?> map, String key) {
		return Objects.requireNonNull(map.get(key), key + " is missing").toString();
	}

	private static List<String> texts(Map<?, ?> map, String key) {
		return ((List<?>) Objects.requireNonNull(map.get(key), key + " is missing")).stream()
			.map(Object::toString)
			.toList();
	}

	/** One revision of an alert. */
	record Raised(String after, String rule, String state, String colour, boolean overdue, List<String> told) {

		@Override
		public String toString() {
			return "  - { after: " + this.after + ", rule: " + this.rule + ", state: " + this.state + ", colour: "
					+ this.colour + (this.overdue ? ", overdue: true" : "") + ", told: " + this.told + " }\n";
		}

	}

	/** A status that a practice was told of. */
	record StatusTold(String after, String practice, String status, String change) {

		@Override
		public String toString() {
			return "  - { after: " + this.after + ", practice: " + this.practice + ", status: " + this.status
					+ ", change: " + this.change + " }\n";
		}

	}

	/** A record in the chronologies of children, with its time as the agency knows it. */
	record Standing(String record, List<String> of, String at, String precision) {

		@Override
		public String toString() {
			return "  - { record: " + this.record + ", of: " + this.of + ", at: \"" + this.at + "\", precision: "
					+ this.precision + " }\n";
		}

	}

}
