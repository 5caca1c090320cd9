package org.mashhub.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.context.ConfigurableApplicationContext;

import org.mashhub.correlation.CorrelationService;
import org.mashhub.correlation.stream.CorrelationStreams;
import org.mashhub.hub.v1.Alert;
import org.mashhub.standalone.audit.EpochComparison;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An epoch in the shadow makes of the log what the one does that stands, changes nothing
 * that is shown or told, and says where other settings make a difference.
 */
@ExtendWith(HubExtension.class)
class ShadowEpochIT {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final RunningHub hub;

	private final TopicReader topics;

	private final EpochComparison comparison;

	ShadowEpochIT(RunningHub hub) {
		this.hub = hub;
		this.topics = new TopicReader(hub.hub().ports());
		this.comparison = new EpochComparison(hub.hub().ports(), Map.of());
	}

	@Test
	void isComparedAndDisturbsNothing(@TempDir Path state) {
		ToldStory told = ToldStory.tell(this.hub, "first-light");
		List<Alert> before = this.topics.values(Alert.class).toList();

		Map<String, String> otherwise = Map.of("hub.correlation.amber-working-days", "2");
		try (ConfigurableApplicationContext same = shadow(state.resolve("same"), Map.of());
				ConfigurableApplicationContext other = shadow(state.resolve("other"), otherwise)) {
			Awaitility.await("nothing differs").atMost(PATIENCE).until(() -> reached(same).isSame());
			Awaitility.await("all is applied").atMost(PATIENCE).until(() -> reached(other).behind() == 0);

			EpochComparison.Report report = reached(other);
			assertThat(report.groupedOtherwise()).isZero();
			assertThat(report.differences()).isNotEmpty()
				.allSatisfy((difference) -> assertThat(difference.stands()).startsWith("AMBER by"))
				.allSatisfy((difference) -> assertThat(difference.shadow()).startsWith("AMBER by"));
		}
		assertThat(this.topics.values(Alert.class).toList()).isEqualTo(before);
		assertThat(told.found().alerts()).containsExactlyElementsOf(Expectation.read(told.folder()).alerts());
	}

	/** What is compared, once there is anything. */
	private EpochComparison.Report reached(ConfigurableApplicationContext shadow) {
		String epoch = String.valueOf(shadow.getBean(CorrelationStreams.class).health().getDetails().get("epoch"));
		return Awaitility.await("something is applied")
			.atMost(PATIENCE)
			.ignoreException(CannotProceedException.class)
			.until(() -> this.comparison.with(epoch), (report) -> report.alerts() > 0);
	}

	private ConfigurableApplicationContext shadow(Path state, Map<String, String> settings) {
		Map<String, String> all = new HashMap<>(
				Services.of(this.hub.hub().home(), this.hub.hub().ports(), this.hub.hub().infrastructure())
					.stream()
					.filter((service) -> service.type() == CorrelationService.class)
					.findFirst()
					.orElseThrow()
					.settings());
		all.putAll(Map.of("MASH_RUN", "CORRELATION", "MASH_SHADOW", "true", "MASH_EPOCH", "second", "MASH_STATE",
				state.toString()));
		all.putAll(settings);
		return new Service("A shadow", CorrelationService.class, "correlation", 0, all).start();
	}

}
