package org.mashhub.console.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where to read on, kept beside the rows, and the generation of the read model: a rebuild
 * counts it up, so that nobody goes on from an old place.
 */
@Component
class FeedPositions {

	private final JdbcClient jdbc;

	FeedPositions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long generation() {
		return this.jdbc.sql("SELECT generation FROM feed_state").query(Long.class).single();
	}

	/** The generation, held still until the caller's transaction ends. */
	long heldGeneration() {
		return this.jdbc.sql("SELECT generation FROM feed_state FOR SHARE").query(Long.class).single();
	}

	void nextGeneration() {
		this.jdbc.sql("UPDATE feed_state SET generation = generation + 1, changes = changes + 1").update();
	}

	void countChange() {
		this.jdbc.sql("UPDATE feed_state SET changes = changes + 1").update();
	}

	Map<TopicPartition, Long> next(Collection<TopicPartition> partitions) {
		Map<TopicPartition, Long> next = new HashMap<>();
		partitions.forEach((partition) -> next.put(partition, 0L));
		this.jdbc.sql("SELECT topic, partition_no, next_offset FROM feed_position")
			.query((row, number) -> Map.entry(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3)))
			.list()
			.forEach((place) -> next.replace(place.getKey(), place.getValue()));
		return next;
	}

	void moveTo(TopicPartition partition, long nextOffset) {
		this.jdbc.sql("""
				INSERT INTO feed_position (topic, partition_no, next_offset) VALUES (:topic, :partition, :next)
				ON CONFLICT (topic, partition_no) DO UPDATE
				SET next_offset = greatest(feed_position.next_offset, excluded.next_offset)
				""")
			.param("topic", partition.topic())
			.param("partition", partition.partition())
			.param("next", nextOffset)
			.update();
	}

}
