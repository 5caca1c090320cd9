package org.mashhub.correlation.stream;

import java.time.Duration;

import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a commit soon where nothing waits, so that what was worked out is seen at
 * once. Where records queue it leaves it to the longer interval of Kafka Streams: a
 * transaction costs the broker, and whoever reads what came of it, as much as several
 * records do. What is worked out depends on neither.
 */
final class CommitPace {

	/** Who has waited for longer than this is in a queue. */
	private static final Duration QUEUED = Duration.ofMillis(500);

	private final Duration soon;

	private @Nullable Cancellable planned;

	/**
	 * Creates a pace.
	 * @param soon how long what came of a record waits for more, where nothing queues
	 */
	CommitPace(Duration soon) {
		this.soon = soon;
	}

	/** What was planned before is not planned in a task that begins. */
	void startAgain() {
		this.planned = null;
	}

	/**
	 * A record has been dealt with.
	 * @param context where a commit is asked for
	 * @param loggedAt when the broker had the record, in milliseconds of its clock; where
	 * that clock is far from ours, commits are seldom, or soon, at any time
	 */
	void after(ProcessorContext<?, ?> context, long loggedAt) {
		if (this.planned == null && context.currentSystemTimeMs() - loggedAt < QUEUED.toMillis()) {
			this.planned = context.schedule(this.soon, PunctuationType.WALL_CLOCK_TIME, (now) -> commit(context));
		}
	}

	/** Once: a standing schedule would commit whether or not anything has come. */
	private void commit(ProcessorContext<?, ?> context) {
		if (this.planned != null) {
			this.planned.cancel();
			this.planned = null;
		}
		context.commit();
	}

}
