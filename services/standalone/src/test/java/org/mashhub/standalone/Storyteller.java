package org.mashhub.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

import org.mashhub.hub.v1.Provenance;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.scenario.Scenario;
import org.mashhub.standalone.scenario.Tellings;

/**
 * Sends a scenario to a hub step by step, and waits between two steps until everybody who
 * is told of what the step changed has been told.
 */
final class Storyteller {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final HubClient client;

	private final String area;

	private final Map<UUID, String> stepByReceipt = new HashMap<>();

	private final Set<UUID> hours = new HashSet<>();

	private final Map<Instant, String> stepByTime = new HashMap<>();

	private final List<String> steps = new ArrayList<>();

	Storyteller(HubClient client, String area) {
		this.client = client;
		this.area = area;
	}

	String area() {
		return this.area;
	}

	/** Names of the steps, in their order. */
	List<String> steps() {
		return List.copyOf(this.steps);
	}

	/**
	 * The step that led to something. A clock that was set again, since nobody had said
	 * that it was set, bears a receipt that the story does not know: its time tells.
	 */
	String stepOf(Provenance provenance) {
		String step = this.stepByReceipt.get(provenance.getReceiptId());
		return (step != null) ? step
				: this.stepByTime.getOrDefault(provenance.getClock(), "nothing that the story did");
	}

	/** Whether a record of the story led to it, and not its hour alone. */
	boolean isOfRecord(Provenance provenance) {
		return this.stepByReceipt.containsKey(provenance.getReceiptId())
				&& !this.hours.contains(provenance.getReceiptId());
	}

	/** What a step is called: its payload, else its day. */
	static String nameOf(Scenario.Step step) {
		Scenario.Delivery delivery = step.delivery();
		return (delivery != null) ? delivery.file() : step.at().toString();
	}

	/**
	 * Lets the agencies declare what they publish, as the clock stands at the first step.
	 */
	void declare(Scenario scenario) {
		moveClock("feeds", scenario.steps().getFirst().at());
		scenario.feeds()
			.forEach((feeds) -> this.client.declareFeeds(feeds.agency(), feeds.body(), this.area)
				.path("feeds")
				.forEach((declared) -> applied("feeds", declared)));
	}

	/** Takes one step, not waiting for anybody to be told. */
	void take(Scenario.Step step) {
		take(step, (applied) -> {
		});
	}

	/**
	 * Takes one step, so slowly that whoever is told because the clock moved was told
	 * before an agency sends, and whoever is told of that before the next step.
	 */
	void takeSlowly(Scenario.Step step) {
		take(step, this::awaitTold);
	}

	private void take(Scenario.Step step, Consumer<JsonNode> after) {
		String name = nameOf(step);
		this.steps.add(name);
		after.accept(moveClock(name, step.at()));
		Scenario.Delivery delivery = step.delivery();
		if (delivery != null) {
			this.client.deliverAll(delivery.agency(), delivery.path(), delivery.body(), Map.of("Mash-Area", this.area))
				.forEach((receipt) -> after.accept(applied(name, receipt)));
		}
	}

	/** Moves the clock in the name of a step. */
	JsonNode moveClock(String name, Instant at) {
		this.stepByTime.putIfAbsent(at, name);
		JsonNode receipt = this.client.deliver(HubClient.OPERATOR, "/scenario/areas/" + this.area + "/clock",
				HubClient.toJson(Map.of("at", at.toString())), Map.of());
		this.hours.add(UUID.fromString(receipt.path("receiptId").asString()));
		return applied(name, receipt);
	}

	private JsonNode applied(String name, JsonNode receipt) {
		return applied(name, UUID.fromString(receipt.path("receiptId").asString()));
	}

	private JsonNode applied(String name, UUID receiptId) {
		this.stepByReceipt.put(receiptId, name);
		return this.client.awaitApplied(receiptId);
	}

	/** Waits until everybody who is to be told of what an entry changed was told. */
	private void awaitTold(JsonNode applied) {
		List<UUID> alerts = applied.path("alerts").valueStream().map(JsonNode::asString).map(UUID::fromString).toList();
		Tellings tellings = new Tellings(this.client, this.area);
		// One of several recipients may be decided on after another was told.
		Awaitility.await("everybody told")
			.atMost(PATIENCE.multipliedBy(2))
			.pollDelay(Duration.ZERO)
			.pollInterval(PAUSE)
			.until(() -> {
				List<JsonNode> shown = tellings.await(alerts, PATIENCE);
				return shown.isEmpty() || tellings.areDone(shown);
			});
	}

	/** Waits until everybody who is to be told of the alerts of an area was told. */
	static void awaitTold(HubClient client, String area) {
		Tellings tellings = new Tellings(client, area);
		Awaitility.await("everybody told")
			.atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.pollInterval(PAUSE)
			.ignoreExceptions()
			.until(() -> tellings.areDone(client.read("/api/alerts?state=all&area=" + area)));
	}

	void awaitTold() {
		awaitTold(this.client, this.area);
	}

	/** Items of the story's area, as notification shows them. */
	List<JsonNode> notices() {
		return notices(this.client, this.area);
	}

	/** Items of an area, as notification shows them. */
	static List<JsonNode> notices(HubClient client, String area) {
		return new Tellings(client, area).notices();
	}

	/** Message ids of the mails that notification says it has sent for an area. */
	static Set<String> sentMessages(HubClient client, String area) {
		Set<String> messages = new HashSet<>();
		for (JsonNode notice : notices(client, area)) {
			for (JsonNode delivery : notice.path("deliveries")) {
				if (delivery.path("channel").asString().equals("EMAIL")
						&& delivery.path("state").asString().equals("SENT")) {
					messages.add(
							"<" + notice.path("id").asString() + "." + delivery.path("revision").asInt() + "@mashhub>");
				}
			}
		}
		return messages;
	}

}
