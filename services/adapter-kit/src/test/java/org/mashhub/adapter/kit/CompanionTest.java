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
	void isPublishedBesideItsEventAndThereIsNoReceiptBeforeBothAreAcknowledged() {
		CompletableFuture<Void> first = new CompletableFuture<>();
		CompletableFuture<Void> second = new CompletableFuture<>();
		CompletableFuture<Receipt> receipt = publisher(first, second).begin(this.event, this.companion);

		assertThat(this.keys).containsExactly("first", "sample/S-1");
		second.complete(null);
		assertThat(receipt).isNotDone();

		first.complete(null);

		assertThat(receipt).isCompleted();
	}

	@Test
	void failsWithItsEventWhicheverTheLogCannotKeep() {
		CompletableFuture<Void> kept = CompletableFuture.completedFuture(null);

		assertThatExceptionOfType(LogUnavailableException.class)
			.isThrownBy(() -> publisher(away(), kept).publish(this.event, this.companion));
		assertThat(this.keys).as("what is known to be lost takes nothing with it").containsExactly("first");
		assertThatExceptionOfType(LogUnavailableException.class)
			.isThrownBy(() -> publisher(kept, away()).publish(this.event, this.companion));
		CompletableFuture<Void> late = new CompletableFuture<>();
		CompletableFuture<Receipt> receipt = publisher(late, kept).begin(this.event, this.companion);
		late.completeExceptionally(new LogUnavailableException(new IllegalStateException()));
		assertThat(receipt).isCompletedExceptionally();
	}

	@Test
	void saysNothingOfItsContent() {
		assertThat(this.companion).hasToString("Companion[" + HouseholdMoved.class.getSimpleName() + "]");
	}

	private static CompletableFuture<Void> away() {
		return CompletableFuture.failedFuture(new LogUnavailableException(new IllegalStateException()));
	}

	private EventPublisher publisher(CompletableFuture<Void> ofCompanion, CompletableFuture<Void> ofEvent) {
		return new EventPublisher((topic, key, record) -> {
			this.keys.add(key);
			return key.equals("first") ? ofCompanion : ofEvent;
		}, new AdapterMetrics(new SimpleMeterRegistry()));
	}

}
