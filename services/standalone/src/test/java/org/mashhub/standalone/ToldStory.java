package org.mashhub.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.awaitility.Awaitility;

import org.mashhub.rehearsal.Mailbox;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.scenario.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A scenario that has been told to a hub to its end, with whatever had come of it by
 * then.
 *
 * @param folder the scenario's folder
 * @param scenario the scenario
 * @param story how it was told
 * @param mails what it put into mailboxes
 * @param found what it gave, in the form of what is expected of it
 */
record ToldStory(Path folder, Scenario scenario, Storyteller story, List<Mailbox.Mail> mails, Expectation found) {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	ToldStory {
		mails = List.copyOf(mails);
	}

	/**
	 * Tells a scenario of the repository, waiting after each step for whom it reaches.
	 */
	static ToldStory tell(RunningHub hub, String name) {
		return tell(hub.client(), new TopicReader(hub.hub().ports()), hub::mail, name);
	}

	/** Tells it to a hub that runs elsewhere. */
	static ToldStory tell(HubClient hub, TopicReader topics, Supplier<List<Mailbox.Mail>> mailbox, String name) {
		return tell(hub, topics, mailbox, name, Interruption.NONE);
	}

	/** Tells it to a hub that runs elsewhere while something happens to that hub. */
	static ToldStory tell(HubClient hub, TopicReader topics, Supplier<List<Mailbox.Mail>> mailbox, String name,
			Interruption interruption) {
		Path folder = RunningHub.scenarios().resolve(name);
		Scenario scenario = Scenario.read(folder);
		Storyteller story = new Storyteller(hub, RunningHub.openArea(hub, name, scenario.steps().getFirst().at()));
		story.declare(scenario);
		int next = 0;
		for (Scenario.Step step : scenario.steps()) {
			interruption.before(next++);
			story.takeSlowly(step);
			interruption.told();
		}
		// The practice has one item a day, at the end of the day.
		story.moveClock("the end of the last day", scenario.steps().getLast().at().plus(Duration.ofHours(1)));
		Awaitility.await("all mail sent")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(
					story.notices().stream().flatMap((notice) -> notice.path("deliveries").valueStream()))
				.extracting((delivery) -> delivery.path("state").asString())
				.doesNotContain("WAITING"));
		story.awaitTold();
		interruption.ends();
		Set<String> ours = Storyteller.sentMessages(hub, story.area());
		List<Mailbox.Mail> mails = mailbox.get().stream().filter((mail) -> ours.contains(mail.id())).toList();
		assertThat(mails).as("every message that was sent is in a mailbox").hasSameSizeAs(ours);
		return new ToldStory(folder, scenario, story, mails, Expectation.of(story, topics, hub, byRecipient(mails)));
	}

	String area() {
		return this.story.area();
	}

	private static List<String> byRecipient(List<Mailbox.Mail> mails) {
		Map<String, Integer> counts = new TreeMap<>();
		mails.forEach((mail) -> mail.to().forEach((to) -> counts.merge(to, 1, Integer::sum)));
		return counts.entrySet().stream().map((count) -> count.getValue() + " to " + count.getKey()).toList();
	}

	/** What happens to a hub while a story is told to it. */
	interface Interruption {

		/** Nothing. */
		Interruption NONE = new Interruption() {
		};

		/** The step of that number is taken next. */
		default void before(int step) {
			// most stories are not disturbed
		}

		/** Everybody has been told of what the step changed. */
		default void told() {
			// nobody counts the time
		}

		/** The story is over, and what came of it is looked at next. */
		default void ends() {
			// nothing was broken
		}

	}

}
