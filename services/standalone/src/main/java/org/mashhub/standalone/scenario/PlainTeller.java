package org.mashhub.standalone.scenario;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Tells a story on the screen: date, agency, event; alerts in their given text. */
public final class PlainTeller implements Replay.Teller {

	private static final int WIDTH = 100;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK)
		.withZone(ZoneId.of("Europe/London"));

	private static final Map<String, String> AGENCIES = Map.ofEntries(Map.entry("police", "police"),
			Map.entry("gp", "GP practice"), Map.entry("health-visiting", "health visitor"),
			Map.entry("housing", "housing"), Map.entry("social-care", "social care"), Map.entry("hospital", "hospital"),
			Map.entry("ambulance", "ambulance"), Map.entry("early-help", "early help"),
			Map.entry("probation", "probation"), Map.entry("education", "education"),
			Map.entry("adult-social-care", "adult care"), Map.entry("single-point-of-access", "front door"));

	private final PrintStream out;

	private final Map<String, String> texts = new HashMap<>();

	private final Set<String> overdue = new HashSet<>();

	private final Map<String, Integer> practices = new TreeMap<>();

	private final Set<String> agencies = new TreeSet<>();

	/**
	 * Creates a teller.
	 * @param out where to
	 */
	public PlainTeller(PrintStream out) {
		this.out = out;
	}

	@Override
	public void begins(Scenario scenario, String area) {
		this.out.println();
		this.out.println(scenario.title());
		wrap(scenario.summary(), "").forEach(this.out::println);
		this.out.println();
		this.out.println("Area " + area + ": fictional, on its own clock.");
		this.out.println();
	}

	@Override
	public void happened(Scenario.Step step) {
		Scenario.Delivery delivery = step.delivery();
		if (delivery != null) {
			this.agencies.add(delivery.agency());
		}
		String agency = (delivery != null) ? AGENCIES.getOrDefault(delivery.agency(), delivery.agency()) : "";
		String lead = String.format(Locale.UK, "%11s  %-14s  ", DAY.format(step.at()), agency);
		List<String> lines = wrap(step.says(), " ".repeat(lead.length()));
		this.out.println(lead + lines.getFirst().strip());
		lines.stream().skip(1).forEach(this.out::println);
	}

	@Override
	public void alerted(JsonNode shown) {
		JsonNode alert = shown.has("alert") ? shown.path("alert") : shown;
		JsonNode notifications = shown.path("notifications");
		String id = alert.path("alertId").asString();
		String heading = alert.path("rule").asString("") + " " + alert.path("ruleName").asString("") + ": ";
		String text = alert.path("text").asString("");
		boolean toldBefore = this.texts.containsKey(id);
		boolean asBefore = matter(text).equals(this.texts.get(id));
		boolean overdue = alert.path("overdue").asBoolean(false);
		boolean newlyOverdue = overdue && !this.overdue.contains(id);
		List<String> told = told(notifications, alert.path("revision").asInt());
		if (alert.path("state").asString("").equals("CLOSED")) {
			line(heading + "closed, " + alert.path("closedBecause").asString("") + "." + again(notifications, alert));
		}
		else if (told.isEmpty() && toldBefore) {
			line(heading + "revised; nobody is told again.");
		}
		else if (newlyOverdue && toldBefore) {
			line(heading + "OVERDUE, nobody has taken it or acknowledged it in time." + again(notifications, alert));
		}
		else if (asBefore) {
			line(heading + "the text is as before." + again(notifications, alert));
		}
		else {
			this.texts.put(id, matter(text));
			box(heading + state(alert), text, told);
		}
		if (overdue) {
			this.overdue.add(id);
		}
		else {
			this.overdue.remove(id);
		}
	}

	/** What changes little, and whom it reaches, in one line. */
	private void line(String said) {
		List<String> lines = wrap(said, "          ");
		this.out.println("      +-- " + lines.getFirst().strip());
		lines.stream().skip(1).forEach(this.out::println);
	}

	private static String again(JsonNode notifications, JsonNode alert) {
		String told = notifications.valueStream()
			.filter((notification) -> notification.path("revision").asInt() >= alert.path("revision").asInt())
			.filter((notification) -> !notification.path("state").asString("").equals("HELD_BACK"))
			.map(PlainTeller::recipient)
			.distinct()
			.collect(Collectors.joining(", "));
		return told.isEmpty() ? "" : " Told: " + told + ".";
	}

	private void box(String heading, String text, List<String> told) {
		String indent = "      | ";
		this.out.println();
		this.out.println("      +-- " + heading);
		wrap(text, indent).forEach(this.out::println);
		this.out.println(indent.stripTrailing());
		if (told.isEmpty()) {
			wrap("Told: nobody outside the MASH; it is on the officers' screen.", indent).forEach(this.out::println);
		}
		told.forEach((line) -> wrap("Told: " + line, indent).forEach(this.out::println));
		this.out.println();
	}

	@Override
	public void practiceTold(JsonNode notification) {
		this.practices.merge(recipient(notification), 1, Integer::sum);
		wrap("Told: " + recipient(notification) + " by " + channel(notification)
				+ ": the child's status has changed; what it is, opens in the hub only.", " ".repeat(29))
			.forEach(this.out::println);
	}

	@Override
	public void ends(Replay.Outcome outcome) {
		Map<String, JsonNode> alerts = new LinkedHashMap<>();
		outcome.told().forEach((told) -> alerts.put(told.alert().path("alertId").asString(), told.alert()));
		Map<String, Integer> colours = new TreeMap<>();
		Map<String, Integer> recipients = new TreeMap<>();
		alerts.values()
			.forEach((alert) -> colours.merge(alert.path("colour").asString("").toLowerCase(Locale.UK), 1,
					Integer::sum));
		Map<String, String> notifications = new TreeMap<>();
		outcome.told()
			.forEach((told) -> told.notifications()
				.forEach((notification) -> notifications.put(notification.path("notificationId").asString(),
						recipient(notification))));
		notifications.values().forEach((recipient) -> recipients.merge(recipient, 1, Integer::sum));
		this.out.println("In the end");
		this.out.println("  records sent      " + outcome.sent() + " from " + this.agencies.size() + " agencies");
		if (outcome.people() > 0) {
			this.out.println("  people found      " + outcome.people());
		}
		this.out.println("  alerts            " + alerts.size() + counted(colours));
		this.out.println("  people told       " + notifications.size() + counted(recipients));
		if (!this.practices.isEmpty()) {
			int practicesTold = this.practices.values().stream().mapToInt(Integer::intValue).sum();
			this.out.println("  statuses told     " + practicesTold + counted(this.practices));
		}
		this.out.println(
				"  children alerted  " + alerts.values().stream().flatMap(PlainTeller::children).distinct().count());
		this.out.println("  time              " + seconds(outcome.took()) + ", the first alert after "
				+ seconds(outcome.firstAlert()));
		this.out.println();
	}

	private static Stream<String> children(JsonNode alert) {
		return Stream.concat(Stream.of(alert), alert.path("otherChildren").values().stream())
			.map((child) -> child.path("childId").asString());
	}

	/** What a text says after its first sentence, which is the deadline. */
	private static String matter(String text) {
		return text.substring(text.indexOf(". ") + 1);
	}

	private static String state(JsonNode alert) {
		return switch (alert.path("state").asString("")) {
			case "RAISED" -> "raised";
			case "REVISED" -> "revised";
			case "CLOSED" -> "closed";
			default -> "changed";
		};
	}

	private static String channel(JsonNode notification) {
		String channel = notification.path("channel").asString("").toLowerCase(Locale.UK);
		return channel.equals("email") ? "e-mail" : channel;
	}

	/** Who was told of this very revision. */
	private static List<String> told(JsonNode notifications, int revision) {
		List<String> lines = new ArrayList<>();
		for (JsonNode notification : notifications) {
			if (notification.path("revision").asInt() < revision) {
				continue;
			}
			StringBuilder line = new StringBuilder(recipient(notification));
			line.append(" by ").append(channel(notification));
			if (notification.path("state").asString("").equals("HELD_BACK")) {
				line.append(", held back");
			}
			List<String> heldBack = new ArrayList<>();
			notification.path("heldBack").forEach((item) -> heldBack.add(item.asString()));
			if (!heldBack.isEmpty()) {
				line.append("; not told: ").append(String.join("; ", heldBack));
			}
			lines.add(line.toString());
		}
		return lines;
	}

	private static String recipient(JsonNode notification) {
		String role = notification.path("recipientRole").asString("").toLowerCase(Locale.UK).replace('_', ' ');
		String name = notification.path("recipientName").asString("");
		String words = role.replace("gp ", "GP ");
		return name.isEmpty() ? words : words + " (" + name + ")";
	}

	private static String counted(Map<String, Integer> counts) {
		if (counts.isEmpty()) {
			return "";
		}
		return counts.entrySet()
			.stream()
			.map((count) -> count.getValue() + " " + count.getKey())
			.collect(Collectors.joining(", ", ": ", ""));
	}

	private static String seconds(Duration time) {
		return String.format(Locale.UK, "%.1f s", time.toMillis() / 1000.0);
	}

	/** Breaks text at spaces, keeping its own line breaks. */
	static List<String> wrap(String text, String indent) {
		List<String> lines = new ArrayList<>();
		for (String paragraph : text.strip().split("\n", -1)) {
			StringBuilder line = new StringBuilder(indent);
			for (String word : paragraph.strip().split("\\s+", -1)) {
				if (line.length() > indent.length() && line.length() + word.length() + 1 > WIDTH) {
					lines.add(line.toString().stripTrailing());
					line = new StringBuilder(indent);
				}
				line.append((line.length() > indent.length()) ? " " : "").append(word);
			}
			lines.add(line.toString().stripTrailing());
		}
		return lines;
	}

	static String day(Instant at) {
		return DAY.format(at);
	}

}
