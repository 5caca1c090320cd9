package org.mashhub.adapter.kit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

import org.mashhub.adapter.kit.sample.SampleService;
import org.mashhub.event.housing.v1.HouseholdMoved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CompanionTest {

	private final SpecificRecord event = new SampleService.Types(new EventHeaders(Clock.systemUTC())).notes()
		.translator()
		.translate(new Sender("sample", "ORG1", null, false), new SampleService.Notice(new SourceRecord("S-1", null,
				null, null, "Sample", null, null, null, OffsetDateTime.parse("2025-11-01T10:00:00Z")), null, "A note"));

	private final Companion companion = new Companion("first", this.event);

	private final List<String> keys = new ArrayList<>();

	@Test
	void isAcknowledgedBeforeItsEventIsPublished() {
		CompletableFuture<Void> acknowledged = new CompletableFuture<>();
		CompletableFuture<Receipt> receipt = publisher(acknowledged).begin(this.event, this.companion);

		assertThat(this.keys).containsExactly("first");
		assertThat(receipt).isNotDone();

		acknowledged.complete(null);

		assertThat(this.keys).containsExactly("first", "sample/S-1");
		assertThat(receipt).isCompleted();
	}

	@Test
	void keepsBackItsEventWhenTheLogCannotKeepIt() {
		EventPublisher publisher = publisher(
				CompletableFuture.failedFuture(new LogUnavailableException(new IllegalStateException())));

		assertThatExceptionOfType(LogUnavailableException.class)
			.isThrownBy(() -> publisher.publish(this.event, this.companion));

		assertThat(this.keys).containsExactly("first");
	}

	@Test
	void saysNothingOfItsContent() {
		assertThat(this.companion).hasToString("Companion[" + HouseholdMoved.class.getSimpleName() + "]");
	}

	private EventPublisher publisher(CompletableFuture<Void> answer) {
		return new EventPublisher((topic, key, record) -> {
			this.keys.add(key);
			return answer;
		}, new AdapterMetrics(new SimpleMeterRegistry()));
	}

}
