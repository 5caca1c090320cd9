package org.mashhub.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.standalone.audit.EpochComparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * An epoch in the shadow makes of the log what the one does that stands, changes nothing
 * that is shown or told, and says where other settings make a difference.
 */
@ExtendWith(HubExtension.class)
class ShadowEpochIT {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final RunningHub hub;

	private final TopicReader topics;

	ShadowEpochIT(RunningHub hub) {
		this.hub = hub;
		this.topics = new TopicReader(hub.hub().ports());
	}

	@Test
	void isComparedAndDisturbsNothing(@TempDir Path state) {
		ToldStory told = ToldStory.tell(this.hub, "first-light");
		UUID question = askAboutAFather();
		List<Alert> before = this.topics.values(Alert.class).toList();

		Map<String, String> otherwise = Map.of("hub.correlation.amber-working-days", "2",
				"hub.correlation.urgent-statuses", "CHILD_IN_NEED", "hub.correlation.stay-holds", "30d",
				"hub.correlation.review-at", "7.9");
		try (NextEpoch same = NextEpoch.start(this.hub, state.resolve("same"), Map.of());
				NextEpoch other = NextEpoch.start(this.hub, state.resolve("other"), otherwise)) {
			Awaitility.await("nothing differs").atMost(PATIENCE).until(() -> same.compared().isSame());

			EpochComparison.Report report = other.level();
			assertThat(report.groupedOtherwise()).isZero();
			assertThat(report.alerts().differences()).anySatisfy((difference) -> {
				assertThat(difference.stands()).startsWith("AMBER by");
				assertThat(difference.shadow()).startsWith("AMBER by");
			});
			assertThat(report.pictures().differences()).isNotEmpty()
				.allSatisfy((difference) -> assertThat(difference.stands()).startsWith("shown, adults: "));
			assertThat(report.questions().differences())
				.contains(new EpochComparison.Difference(question, "question", "open", "not open"));
			assertThat(report.notices().differences()).anySatisfy((difference) -> {
				assertThat(difference.what()).isEqualTo("CHILD_IN_NEED");
				assertThat(difference.stands()).endsWith("at the end of the day");
				assertThat(difference.shadow()).endsWith("at once");
			});
		}
		assertThat(this.topics.values(Alert.class).toList()).isEqualTo(before);
		assertThat(told.found().alerts()).containsExactlyElementsOf(Expectation.read(told.folder()).alerts());
	}

	/** The records of {@link LinkAnswersE2ETest}, whose question nobody answers here. */
	private UUID askAboutAFather() {
		String area = this.hub.openArea("answers", Instant.parse("2025-09-10T09:00:00Z"));
		this.hub.send(area, "health-visiting", "/health-visiting/birth-visits", LinkAnswersE2ETest.VISIT);
		this.hub.send(area, "police", "/police/incidents", LinkAnswersE2ETest.INCIDENT);
		return Awaitility.await("a question")
			.atMost(PATIENCE)
			.until(() -> this.topics.values(LinkReview.class)
				.filter((review) -> review.getProvenance().getArea().equals(area))
				.map(LinkReview::getReviewId)
				.toList(), (questions) -> questions.size() == 1)
			.getFirst();
	}

	@Test
	void doesNotTakeTheNameOfTheEpochThatStands(@TempDir Path state) {
		this.hub.openArea("epochs", Instant.parse("2025-10-01T09:00:00Z"));

		assertThatThrownBy(() -> NextEpoch.start(this.hub, "first", state, Map.of())).rootCause()
			.hasMessageContaining("stands in this hub")
			.hasMessageContaining("MASH_NEXT_EPOCH");
	}

}
