package org.mashhub.console.feed;

import java.util.Collection;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.transaction.TransactionException;

/**
 * A reader whose places are in the database, not at the broker: it goes to them when it
 * starts, when partitions move, and when somebody has begun a rebuild.
 */
abstract class PlacedFeed implements ConsumerSeekAware {

	private static final Logger log = LoggerFactory.getLogger(PlacedFeed.class);

	private static final long UNKNOWN = -1;

	private final FeedPositions positions;

	private final FeedMetrics metrics;

	private volatile long generation = UNKNOWN;

	PlacedFeed(FeedPositions positions, FeedMetrics metrics) {
		this.positions = positions;
		this.metrics = metrics;
	}

	/** The generation of the rows that the places belong to. */
	final long generation() {
		return this.generation;
	}

	final boolean knowsItsPlaces() {
		return this.generation != UNKNOWN;
	}

	/** Goes to the places that the database holds. */
	final void reposition(Consumer<?, ?> consumer) {
		log.atInfo().addKeyValue("reader", getClass().getSimpleName()).log("Reads on from the database's places");
		reposition(consumer.assignment(), consumer::seek);
	}

	@Override
	public void onPartitionsAssigned(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
		this.generation = UNKNOWN;
		try {
			reposition(assignments.keySet(),
					(partition, offset) -> callback.seek(partition.topic(), partition.partition(), offset));
		}
		catch (DataAccessException | TransactionException ex) {
			log.atWarn().addKeyValue("fault", ex.getClass().getSimpleName()).log("Cannot read positions yet");
		}
	}

	@Override
	public void onIdleContainer(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
		try {
			if (!assignments.isEmpty() && this.positions.generation() != this.generation) {
				reposition(assignments.keySet(),
						(partition, offset) -> callback.seek(partition.topic(), partition.partition(), offset));
			}
		}
		catch (DataAccessException | TransactionException ex) {
			log.atWarn().addKeyValue("fault", ex.getClass().getSimpleName()).log("Cannot read positions yet");
		}
	}

	private void reposition(Collection<TopicPartition> partitions, Seek seek) {
		long current = this.positions.generation();
		this.positions.next(partitions).forEach((partition, offset) -> seek.to(partition, offset));
		this.generation = current;
		this.metrics.repositioned();
	}

	/** Goes to a place. */
	private interface Seek {

		void to(TopicPartition partition, long offset);

	}

}
