package org.mashhub.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.standalone.scenario.DemoFeeds;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What organisations declare to publish, from HTTP to the area log, to the alert that
 * depends on it and to the child's page.
 */
@ExtendWith(HubExtension.class)
class FeedsIT {

	private static final Instant START = Instant.parse("2025-09-12T14:00:00Z");

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final RunningHub hub;

	private final TopicReader topics;

	FeedsIT(RunningHub hub) {
		this.hub = hub;
		this.topics = new TopicReader(hub.hub().ports());
	}

	@Test
	void everyDemoOrganisationDeclaresItsFeedsAndTheAreaLogHasThem() {
		String area = this.hub.openArea("feeds", START);
		int declared = 0;
		for (String agency : DemoOrganisations.BY_AGENCY.keySet()) {
			declared += declare(area, agency, DemoFeeds.of(agency)).path("feeds").size();
		}

		List<Observation> entries = this.topics.values(Observation.class)
			.filter((entry) -> entry.getArea().equals(area)
					&& entry.getEventType().equals(FeedDeclared.class.getSimpleName()))
			.toList();

		assertThat(entries).hasSize(declared).allSatisfy((entry) -> {
			assertThat(entry.getKind()).isEqualTo(ObservationKind.HUB_RECORD);
			assertThat(entry.getFacts()).singleElement()
				.satisfies((fact) -> assertThat(fact.getAttributes().get("kinds")).isNotBlank());
		});
	}

	@Test
	void anAlertSaysSinceWhenPoliceAreSilentAndSoDoesTheChildsPage() throws IOException {
		String area = this.hub.openArea("silence", START);
		declare(area, "police", "{\"feeds\": [{\"eventType\": \"IncidentLogged\", \"longestSilence\": \"P30D\"}]}");
		send(area, "health-visiting", "/health-visiting/birth-visits", "01-birth-visit.json");
		send(area, "police", "/police/incidents", "05-incident-violence-corrected.json");
		assertThat(text(area)).doesNotContain("no data");

		this.hub.moveClock(area, Instant.parse("2025-11-03T16:00:00Z"));
		send(area, "social-care", "/social-care/status-changes", "12-child-in-need.json");

		assertThat(text(area)).contains("; police: no data since 29 September 2025.");
		Awaitility.await("the child's picture").atMost(PATIENCE).untilAsserted(() -> {
			JsonNode children = this.hub.client().read("/api/children?area=" + area);
			assertThat(children.path(0).path("notKnown").valueStream()).extracting(JsonNode::asString)
				.contains("police: no data since 29 September 2025",
						"the GP practice does not publish answers to requests");
		});
	}

	@Test
	void whatIsDeclaredForRealStandsInTheBooksAndCanBeAskedFor() {
		this.hub.client().declareFeeds("ambulance", DemoFeeds.of("ambulance"), null);

		JsonNode standing = this.hub.client()
			.getAs("ambulance", this.hub.client().addresses().edge().resolve("/ambulance/feeds"))
			.json();

		assertThat(standing.path("feeds").path(0).path("eventType").asString()).isEqualTo("AmbulanceAttended");
		assertThat(standing.path("feeds").path(0).path("longestSilence").asString()).isEqualTo("P2D");
		Awaitility.await("the ledger has it")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.hub.client()
				.read("/api/feeds")
				.path("feeds")
				.valueStream()
				.filter((feed) -> feed.path("agency").asString().equals("ambulance"))
				.map((feed) -> feed.path("eventType").asString() + " " + feed.path("state").asString()))
				.contains("AmbulanceAttended ALIVE", "DeathNotified IRREGULAR"));
	}

	private JsonNode declare(String area, String agency, String body) {
		JsonNode declared = this.hub.client().declareFeeds(agency, body, area);
		declared.path("feeds")
			.forEach((feed) -> this.hub.client().awaitApplied(UUID.fromString(feed.path("receiptId").asString())));
		return declared;
	}

	private void send(String area, String agency, String path, String file) throws IOException {
		this.hub.send(area, agency, path,
				Files.readString(RunningHub.scenarios().resolve("first-light").resolve(file)));
	}

	private String text(String area) {
		return this.hub.alerts(area).path(0).path("text").asString("");
	}

}
