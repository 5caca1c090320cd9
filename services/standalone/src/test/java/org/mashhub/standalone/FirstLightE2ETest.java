package org.mashhub.standalone;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The story of first light, once it has been told: whom it leaves out, and what people do
 * about it. What it gives step by step, {@link ScenarioE2ETest} compares.
 */
@ExtendWith(HubExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstLightE2ETest {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ToldStory told;

	private final Storyteller story;

	private final RunningHub hub;

	private final TopicReader topics;

	FirstLightE2ETest(RunningHub hub) {
		this.hub = hub;
		this.told = hub.told("first-light");
		this.story = this.told.story();
		this.topics = new TopicReader(hub.hub().ports());
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
	void aListThatIsReadInPartsIsTheWholeList() {
		String list = "/api/notifications?area=" + this.story.area();

		JsonNode whole = this.hub.client().read(list);

		assertThat(whole).hasSizeGreaterThan(2);
		assertThat(this.hub.client().read(list + "&limit=2")).isEqualTo(whole);
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
		assertThat(report.accepted()).isGreaterThanOrEqualTo(this.told.scenario().steps().size() / 2);
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

	private static URI at(URI part, String path) {
		return part.resolve(path);
	}

}
