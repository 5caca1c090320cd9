package org.mashhub.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.messaging.NameUuid;
import org.mashhub.standalone.audit.AuditReport;
import org.mashhub.standalone.audit.TopicsAudit;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.infrastructure.Mailbox;
import org.mashhub.standalone.scenario.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The story of first light, from what agencies send over HTTP to what stands in whose
 * mailbox; then what people do about it.
 */
@ExtendWith(HubExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstLightE2ETest {

	private static final Path FOLDER = RunningHub.scenarios().resolve("first-light");

	private static final Scenario SCENARIO = Scenario.read(FOLDER);

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** Fields of the agencies' formats that hold what identifies somebody. */
	private static final Pattern PERSONAL = Pattern
		.compile("forenames|surname|family|given|lines?|postcode|postalCode|dateOfBirth|birthDate|nhsNumber|pncId|"
				+ "uprn|laChildId|value|name|text|knownAs|description");

	private final Storyteller story;

	private final RunningHub hub;

	private final TopicReader topics;

	private List<Mailbox.Mail> mails = List.of();

	FirstLightE2ETest(RunningHub hub) {
		this.hub = hub;
		this.story = new Storyteller(hub.client(), hub.openArea("first-light", SCENARIO.steps().getFirst().at()));
		this.topics = new TopicReader(hub.hub().ports());
	}

	@BeforeAll
	void tellTheStory() {
		this.story.declare(SCENARIO);
		SCENARIO.steps().forEach(this.story::takeSlowly);
		// The practice has one item a day, at the end of the day.
		this.story.moveClock("the end of the last day", SCENARIO.steps().getLast().at().plus(Duration.ofHours(1)));
		Awaitility.await("all mail sent")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(
					this.story.notices().stream().flatMap((notice) -> notice.path("deliveries").valueStream()))
				.extracting((delivery) -> delivery.path("state").asString())
				.doesNotContain("WAITING"));
		this.story.awaitTold();
		Set<String> ours = Storyteller.sentMessages(this.hub.client(), this.story.area());
		this.mails = this.hub.mail().stream().filter((mail) -> ours.contains(mail.id())).toList();
		assertThat(this.mails).as("every message that was sent is in a mailbox").hasSameSizeAs(ours);
	}

	@Test
	@Order(1)
	void givesWhatIsExpectedAfterEachStep() {
		Expectation expected = Expectation.read(FOLDER);

		Expectation found = Expectation.of(this.story, this.topics, mailsByRecipient());

		SoftAssertions.assertSoftly((softly) -> {
			softly.assertThat(found.alerts()).containsExactlyElementsOf(expected.alerts());
			softly.assertThat(found.statuses()).containsExactlyElementsOf(expected.statuses());
			softly.assertThat(found.mails()).containsExactlyElementsOf(expected.mails());
		});
	}

	@Test
	@Order(2)
	void isSilentAboutTheDecoys() {
		List<ChildPicture> pictures = this.topics.values(ChildPicture.class).filter(this::isOurs).toList();
		List<Alert> alerts = this.topics.values(Alert.class)
			.filter((alert) -> alert.getProvenance().getArea().equals(this.story.area()))
			.toList();

		assertThat(pictures).extracting(ChildPicture::getDisplayName)
			.isNotEmpty()
			.allMatch((name) -> name.startsWith("Ivy "));
		assertThat(alerts).extracting(Alert::getChildId).containsOnly(pictures.getFirst().getChildId());
		assertThat(this.hub.client().read("/api/children?area=" + this.story.area()).valueStream())
			.extracting((child) -> child.path("displayName").asString())
			.containsExactly("Ivy Rose Hallam");
		assertThat(alerts).extracting((alert) -> alert.getText() + alert.getEvidence())
			.noneMatch((text) -> Stream.of("Maisie", "Brandt", "Theo", "1978").anyMatch(text::contains));
	}

	@Test
	@Order(3)
	void mailsCarryNoPersonalDetail() throws IOException {
		Set<String> personal = personalDetails();

		assertThat(personal).contains("Hallam", "Doyle", "Quarry", "2025-09-01", "1 September 2025", "9994120735");
		for (Mailbox.Mail mail : this.mails) {
			String text = mail.subject() + "\n" + mail.body();
			assertThat(personal)
				.noneMatch((detail) -> Pattern.compile("\\b" + Pattern.quote(detail) + "\\b").matcher(text).find());
		}
	}

	@Test
	@Order(4)
	void anAcknowledgementComesBackThroughTheAreaLog() {
		JsonNode item = this.story.notices()
			.stream()
			.filter((notice) -> notice.path("kind").asString().equals("ALERT")
					&& notice.path("recipientRole").asString().equals("LEAD_PROFESSIONAL")
					&& notice.path("acknowledgedAt").isNull())
			.findFirst()
			.orElseThrow();
		String alertId = item.path("subjects").path(0).path("id").asString();

		Answer answer = this.hub.client()
			.post(HubClient.OPERATOR, at(this.hub.client().addresses().notification(),
					"/api/notices/" + item.path("id").asString() + "/acknowledgement"), "", Map.of());

		assertThat(answer.status()).isEqualTo(200);
		Awaitility.await("acknowledgement on the alert")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(
					this.hub.client().read("/api/alerts/" + alertId).path("acknowledgedBy").valueStream())
				.extracting(JsonNode::asString)
				.contains("LEAD_PROFESSIONAL"));
		assertThat(this.topics.values(Observation.class)
			.filter((entry) -> entry.getArea().equals(this.story.area())
					&& entry.getKind() == ObservationKind.HUB_RECORD
					&& entry.getEventType().equals(AlertAcknowledged.class.getSimpleName())))
			.extracting(Observation::getReceiptId)
			.contains(NameUuid.of("acknowledgement", item.path("id").asString(), alertId));
	}

	@Test
	@Order(5)
	void anAlertThatAnOfficerEndsIsClosedWithItsOutcome() {
		JsonNode alert = this.hub.alerts(this.story.area()).path(0);
		String alertId = alert.path("alertId").asString();

		Answer answer = this.hub.client()
			.post(HubClient.OPERATOR,
					at(this.hub.client().addresses().console(), "/api/alerts/" + alertId + "/decisions"),
					HubClient.toJson(Map.of("outcome", "PASSED_TO_WORKER", "reason", "Told the social worker.")),
					Map.of());

		assertThat(answer.status()).isEqualTo(202);
		Awaitility.await("alert closed").atMost(PATIENCE).untilAsserted(() -> {
			JsonNode now = this.hub.client().read("/api/alerts/" + alertId);
			assertThat(now.path("state").asString()).isEqualTo("CLOSED");
			assertThat(now.path("outcome").asString()).isEqualTo("PASSED_TO_WORKER");
		});
		assertThat(this.hub.alerts(this.story.area()).valueStream())
			.extracting((open) -> open.path("alertId").asString())
			.doesNotContain(alertId);
	}

	@Test
	@Order(6)
	void everythingThatWasAcceptedIsAppliedAndTheTopicsProveIt() {
		AuditReport report = new TopicsAudit(this.hub.hub().ports()).run(PATIENCE);

		assertThat(report.missing()).isEmpty();
		assertThat(report.unexpected()).isEmpty();
		assertThat(report.balanced()).isTrue();
		assertThat(report.accepted()).isGreaterThanOrEqualTo(SCENARIO.steps().size() / 2);
		assertThat(report.feeds()).filteredOn((feed) -> feed.agency().equals("health-visiting"))
			.isNotEmpty()
			.allMatch(
					(feed) -> feed.accepted() <= feed.logged() && feed.logged() == feed.applied() + feed.quarantined());
	}

	@Test
	@Order(7)
	void theConsolesBooksSayTheSameAsTheTopics() {
		Awaitility.await("nothing of the story is open")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.hub.client()
				.read("/api/feeds")
				.path("feeds")
				.valueStream()
				.filter((feed) -> feed.path("agency").asString().equals("health-visiting"))
				.map((feed) -> feed.path("eventType").asString() + " " + feed.path("accepted").asLong() + " "
						+ feed.path("logged").asLong() + " " + feed.path("applied").asLong() + " "
						+ feed.path("quarantined").asLong() + " " + feed.path("waiting").asLong())
				.sorted()
				.toList())
				.isEqualTo(new TopicsAudit(this.hub.hub().ports()).run(Duration.ZERO)
					.feeds()
					.stream()
					.filter((feed) -> feed.agency().equals("health-visiting"))
					.map((feed) -> feed.eventType() + " " + feed.accepted() + " " + feed.logged() + " " + feed.applied()
							+ " " + feed.quarantined() + " 0")
					.sorted()
					.toList()));
	}

	private boolean isOurs(ChildPicture picture) {
		return picture.getProvenance().getArea().equals(this.story.area());
	}

	private List<String> mailsByRecipient() {
		Map<String, Integer> counts = new TreeMap<>();
		this.mails.forEach((mail) -> mail.to().forEach((to) -> counts.merge(to, 1, Integer::sum)));
		return counts.entrySet().stream().map((count) -> count.getValue() + " to " + count.getKey()).toList();
	}

	private static URI at(URI part, String path) {
		return part.resolve(path);
	}

	/** Names, addresses, birth dates and numbers of everybody in the scenario. */
	private static Set<String> personalDetails() throws IOException {
		Set<String> details = new TreeSet<>();
		try (Stream<Path> files = Files.list(FOLDER)) {
			for (Path file : files.filter((candidate) -> candidate.toString().endsWith(".json")).toList()) {
				collect(new JsonMapper().readTree(Files.readString(file)), "", details);
			}
		}
		return details;
	}

	private static void collect(JsonNode node, String field, Set<String> details) {
		if (node.isString() && PERSONAL.matcher(field).matches()) {
			details.addAll(forms(node.asString()));
		}
		node.properties().forEach((property) -> collect(property.getValue(), property.getKey(), details));
		node.values().forEach((value) -> {
			if (node.isArray()) {
				collect(value, field, details);
			}
		});
	}

	private static List<String> forms(String value) {
		List<String> forms = new ArrayList<>(List.of(value));
		if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
			LocalDate date = LocalDate.parse(value);
			forms.add(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(date));
			forms.add(DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK).format(date));
		}
		else {
			Stream.of(value.split("[^\\p{L}']+", -1))
				.filter((word) -> word.length() > 2 && Character.isUpperCase(word.charAt(0)))
				.forEach(forms::add);
		}
		return forms;
	}

}
