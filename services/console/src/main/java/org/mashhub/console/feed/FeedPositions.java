package org.mashhub.console.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a reader reads on, kept beside its rows, and the generation of those: a rebuild
 * counts it up, so that nobody goes on from an old place. Each reader has tables of its
 * own, so that none waits for another.
 */
class FeedPositions {

	private final JdbcClient jdbc;

	private final String reader;

	/**
	 * Creates the positions of a reader.
	 * @param jdbc the database
	 * @param reader what the reader's two tables begin with
	 */
	FeedPositions(JdbcClient jdbc, String reader) {
		this.jdbc = jdbc;
		this.reader = reader;
	}

	long generation() {
		return this.jdbc.sql("SELECT generation FROM " + this.reader + "_state").query(Long.class).single();
	}

	/** The generation, held still until the caller's transaction ends. */
	long heldGeneration() {
		return this.jdbc.sql("SELECT generation FROM " + this.reader + "_state FOR SHARE").query(Long.class).single();
	}

	void nextGeneration() {
		this.jdbc.sql("UPDATE " + this.reader + "_state SET generation = generation + 1, changes = changes + 1")
			.update();
	}

	void countChange() {
		this.jdbc.sql("UPDATE " + this.reader + "_state SET changes = changes + 1").update();
	}

	Map<TopicPartition, Long> next(Collection<TopicPartition> partitions) {
		Map<TopicPartition, Long> next = new HashMap<>();
		partitions.forEach((partition) -> next.put(partition, 0L));
		all().forEach(next::replace);
		return next;
	}

	/** Every place there is. */
	Map<TopicPartition, Long> all() {
		Map<TopicPartition, Long> all = new HashMap<>();
		this.jdbc.sql("SELECT topic, partition_no, next_offset FROM " + this.reader + "_position").query((row) -> {
			all.put(new TopicPartition(row.getString(1), row.getInt(2)), row.getLong(3));
		});
		return all;
	}

	void moveTo(TopicPartition partition, long nextOffset) {
		this.jdbc.sql("""
				INSERT INTO %s_position AS place (topic, partition_no, next_offset) VALUES (:topic, :partition, :next)
				ON CONFLICT (topic, partition_no) DO UPDATE
				SET next_offset = greatest(place.next_offset, excluded.next_offset)
				""".formatted(this.reader))
			.param("topic", partition.topic())
			.param("partition", partition.partition())
			.param("next", nextOffset)
			.update();
	}

}
