package org.mashhub.standalone;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.mashhub.hub.v1.ChangeReason;
import org.mashhub.hub.v1.LinkDecided;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.PersonSplit;
import org.mashhub.hub.v1.PersonsMerged;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A father whom the health visitor knows by name alone, and a man known to the police:
 * the hub asks, an officer answers in the console, the alert that was missed is raised;
 * and taken back when the officer learns better.
 */
@ExtendWith(HubExtension.class)
class LinkAnswersE2ETest {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	static final String VISIT = """
			{ "record": { "id": "HV-ANSWER-1", "system": "SystmOne", "occurredAt": "2025-09-12T13:00:00+01:00",
			              "recordedAt": "2025-09-12T15:05:00+01:00" },
			  "baby": { "id": "HV-A1", "forenames": "Wren", "surname": "Askwith", "dateOfBirth": "2025-09-01", "sex": "FEMALE",
			            "address": { "lines": ["3 Kiln Yard", "Tarnley"], "postcode": "ZZ99 4QS", "uprn": "999900017003" } },
			  "mother": { "id": "HV-A2", "relationToChild": "MOTHER", "forenames": "Tilly", "surname": "Askwith",
			              "dateOfBirth": "2001-06-02", "sex": "FEMALE", "livesHere": true },
			  "present": [ { "relationToChild": "FATHER", "relationStatus": "RECORDED", "forenames": "Darren",
			                 "surname": "Poole", "sex": "MALE" } ],
			  "visit": { "childSeen": "SEEN_AWAKE", "gestationWeeks": 39, "feeding": "BREAST", "concern": false,
			             "summary": "New birth visit." } }
			""";

	static final String INCIDENT = """
			{ "record": { "id": "LOG-ANSWER-1", "version": 1, "system": "NICHE", "occurredAt": "2025-09-20T23:50:00+01:00",
			              "recordedAt": "2025-09-21T08:30:00+01:00" },
			  "occurrence": { "number": "OCC-ANSWER-1", "type": "VIOLENCE", "childrenPresent": false, "result": "ARREST",
			                  "summary": "Man arrested after an assault." },
			  "location": { "lines": ["High Street", "Tarnley"], "postcode": "ZZ99 1HS" },
			  "persons": [ { "nominal": "N-ANSWER-1", "role": "SUSPECT", "surname": "Poole", "forenames": "Darren",
			                 "dateOfBirth": "1995-01-17", "sex": "MALE",
			                 "address": { "lines": ["80 Forge Street", "Harrow Vale"], "postcode": "ZZ99 7RD" } } ] }
			""";

	private static final Pattern NEXT = Pattern.compile("href=\"(/reviews\\?after=[^\"]+)\"");

	private final RunningHub hub;

	LinkAnswersE2ETest(RunningHub hub) {
		this.hub = hub;
	}

	@Test
	void anOfficersAnswerRaisesTheAlertThatWasMissedAndAnotherTakesItBack() {
		String area = this.hub.openArea("answers", Instant.parse("2025-09-10T09:00:00Z"));
		this.hub.send(area, "health-visiting", "/health-visiting/birth-visits", VISIT);
		this.hub.send(area, "police", "/police/incidents", INCIDENT);
		String question = question(area);
		OfficerInTheConsole officer = OfficerInTheConsole.signIn(this.hub);
		JsonNode toCheck = Awaitility.await("the MASH is told of the link to check")
			.atMost(PATIENCE)
			.until(() -> open(area), (alerts) -> alerts.size() == 1)
			.getFirst();
		assertThat(toCheck.path("rule").asString()).isEqualTo("A29");
		assertThat(toCheck.path("audience").asString()).isEqualTo("MASH_ONLY");
		assertThat(officer.open("/alerts/" + toCheck.path("alertId").asString())).contains("/reviews/" + question)
			.contains("Shown once the link is answered")
			.doesNotContain("assault")
			.doesNotContain("Incident logged");
		assertThat(lists(officer, question)).as("the question is on a page of the list").isTrue();
		String page = officer.open("/reviews/" + question);
		assertThat(page).contains("Darren Poole").contains("hidden until you decide").doesNotContain("assault");
		answer(officer, question, page, "SAME", "The mother told me where he lived before.");

		JsonNode alert = Awaitility.await("the alert that was missed")
			.atMost(PATIENCE)
			.until(() -> open(area),
					(alerts) -> alerts.size() == 1 && alerts.getFirst().path("rule").asString().equals("A01"))
			.getFirst();
		String father = Awaitility.await("both records are the father's")
			.atMost(PATIENCE)
			.until(() -> alert.path("connections")
				.valueStream()
				.map((connection) -> connection.path("personId").asString())
				.filter((person) -> agencies(person).equals(List.of("health-visiting", "police")))
				.toList(), (people) -> people.size() == 1)
			.getFirst();
		assertThat(officer.open("/alerts/" + alert.path("alertId").asString()))
			.contains("Why the records are about the same people")
			.contains("as an officer has answered");
		Awaitility.await("the question is settled")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(officer.open("/reviews/" + question))
				.contains("officer has answered that it is one person"));

		answer(officer, question, officer.open("/reviews/" + question), "DIFFERENT", "He was abroad then.");

		Awaitility.await("the alert is taken back").atMost(PATIENCE).untilAsserted(() -> {
			JsonNode closed = this.hub.client().read("/api/alerts/" + alert.path("alertId").asString());
			assertThat(closed.path("state").asString()).isEqualTo("CLOSED");
			assertThat(closed.path("closedBecause").asString("")).isNotBlank();
		});
		assertThat(open(area)).isEmpty();
		Awaitility.await("the father's record is the health visitor's alone")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(agencies(father)).containsExactly("health-visiting"));
		theTopicsTellOfIt(area, question);
	}

	/** Other tests of this hub have questions too: the list has pages. */
	private static boolean lists(OfficerInTheConsole officer, String question) {
		String page = officer.open("/reviews");
		Matcher next = NEXT.matcher(page);
		while (!page.contains("/reviews/" + question) && next.find()) {
			page = officer.open(next.group(1));
			next = NEXT.matcher(page);
		}
		return page.contains("/reviews/" + question);
	}

	private void theTopicsTellOfIt(String area, String question) {
		TopicReader topics = new TopicReader(this.hub.hub().ports());
		assertThat(topics.values(LinkDecided.class).filter((answer) -> answer.getArea().equals(area)))
			.extracting((answer) -> answer.getVerdict().name())
			.containsExactly("SAME", "DIFFERENT");
		assertThat(topics.values(LinkDecided.class).filter((answer) -> answer.getArea().equals(area)))
			.allSatisfy((answer) -> {
				assertThat(answer.getReviewId()).contains(UUID.fromString(question));
				assertThat(List.of(answer.getSourceRecord(), answer.getOtherSourceRecord()))
					.anyMatch((record) -> record.endsWith("/LOG-ANSWER-1"))
					.anyMatch((record) -> record.endsWith("/HV-ANSWER-1"));
			});
		assertThat(topics.values(Observation.class)
			.filter((entry) -> entry.getArea().equals(area) && entry.getKind() == ObservationKind.HUB_RECORD)
			.filter((entry) -> entry.getEventType().equals("LinkDecided"))).hasSize(2);
		assertThat(topics.values(PersonsMerged.class).filter((merged) -> merged.getProvenance().getArea().equals(area)))
			.singleElement()
			.satisfies((merged) -> assertThat(merged.getReason()).isEqualTo(ChangeReason.OFFICER_DECIDED));
		assertThat(topics.values(PersonSplit.class).filter((split) -> split.getProvenance().getArea().equals(area)))
			.singleElement()
			.satisfies((split) -> assertThat(split.getReason()).isEqualTo(ChangeReason.OFFICER_DECIDED));
	}

	private static void answer(OfficerInTheConsole officer, String question, String page, String verdict,
			String reason) {
		assertThat(officer.submit("/reviews/" + question + "/answer",
				Map.of("_csrf", OfficerInTheConsole.hidden(page, "_csrf"), "receiptId",
						OfficerInTheConsole.hidden(page, "receiptId"), "asked",
						OfficerInTheConsole.hidden(page, "asked"), "verdict", verdict, "reason", reason)))
			.contains("Your answer is recorded");
	}

	private String question(String area) {
		return Awaitility.await("a question")
			.atMost(PATIENCE)
			.until(() -> this.hub.client()
				.read("/api/reviews")
				.valueStream()
				.filter((review) -> review.path("area").asString().equals(area))
				.map((review) -> review.path("reviewId").asString())
				.toList(), (questions) -> questions.size() == 1)
			.getFirst();
	}

	private List<JsonNode> open(String area) {
		return this.hub.alerts(area).valueStream().toList();
	}

	/** Whose records are taken to be about somebody. */
	private List<String> agencies(String person) {
		return this.hub.client()
			.read("/api/persons/" + person + "/links")
			.path("links")
			.valueStream()
			.map((link) -> link.path("agency").asString())
			.toList();
	}

}
