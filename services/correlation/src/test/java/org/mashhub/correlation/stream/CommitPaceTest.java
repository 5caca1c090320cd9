package org.mashhub.correlation.stream;

import java.time.Duration;
import java.util.List;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Soon where nothing waits, and left to the longer interval where records queue. */
class CommitPaceTest {

	private static final long NOW = 1_000_000;

	private final MockProcessorContext<String, Object> context = new MockProcessorContext<>();

	private final CommitPace pace = new CommitPace(Duration.ofMillis(100));

	@BeforeEach
	void setTheClock() {
		this.context.setCurrentSystemTimeMs(NOW);
	}

	@Test
	void commitsWhatHasJustCome() {
		this.pace.after(this.context, NOW - 20);

		CapturedPunctuator planned = planned().getFirst();
		assertThat(planned.getInterval()).isEqualTo(Duration.ofMillis(100));
		assertThat(this.context.committed()).isFalse();
		planned.getPunctuator().punctuate(NOW + 100);
		assertThat(this.context.committed()).isTrue();
	}

	@Test
	void commitsOnceForAllThatCameMeanwhile() {
		this.pace.after(this.context, NOW - 20);
		this.pace.after(this.context, NOW - 10);

		assertThat(planned()).hasSize(1);
	}

	@Test
	void plansNoMoreOnceItHasCommittedUntilSomethingComes() {
		this.pace.after(this.context, NOW - 20);
		planned().getFirst().getPunctuator().punctuate(NOW + 100);
		assertThat(planned()).allMatch(CapturedPunctuator::cancelled);

		this.pace.after(this.context, NOW + 110);

		assertThat(planned()).filteredOn((each) -> !each.cancelled()).hasSize(1);
	}

	@Test
	void leavesWhatHasQueuedToTheLongerInterval() {
		this.pace.after(this.context, NOW - 500);

		assertThat(planned()).isEmpty();
	}

	private List<CapturedPunctuator> planned() {
		return this.context.scheduledPunctuators();
	}

}
