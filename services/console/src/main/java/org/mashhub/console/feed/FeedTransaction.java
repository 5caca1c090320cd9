package org.mashhub.console.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.decisions.Outbox;
import org.mashhub.console.feed.ReadModelFeed.SetAside;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One batch, one transaction: rows, what was set aside, and the places to read on. */
@Component
class FeedTransaction {

	private static final Logger log = LoggerFactory.getLogger(FeedTransaction.class);

	private final TransactionTemplate transactions;

	private final FeedPositions positions;

	private final Projector projector;

	private final Outbox outbox;

	private final FeedMetrics metrics;

	FeedTransaction(PlatformTransactionManager transactionManager,
			@Qualifier("readModelPositions") FeedPositions positions, Projector projector, Outbox outbox,
			FeedMetrics metrics) {
		this.transactions = new TransactionTemplate(transactionManager);
		this.positions = positions;
		this.projector = projector;
		this.outbox = outbox;
		this.metrics = metrics;
	}

	/**
	 * Writes a batch.
	 * @param generation the read model's generation that the reader knows
	 * @param records all records of the batch
	 * @param decoded those to write
	 * @param aside those to set aside
	 * @return false, and nothing is written, when the read model is being rebuilt
	 */
	boolean apply(long generation, List<ConsumerRecord<String, byte[]>> records, List<Decoded> decoded,
			List<SetAside> aside) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			if (this.positions.heldGeneration() != generation) {
				return false;
			}
			Map<TopicPartition, Long> ends = ends(records);
			Map<TopicPartition, Long> next = this.positions.next(ends.keySet());
			Predicate<ConsumerRecord<String, byte[]>> isNew = (
					each) -> each.offset() >= next.getOrDefault(of(each), 0L);
			List<Decoded> fresh = decoded.stream().filter((each) -> isNew.test(each.source())).toList();
			List<SetAside> freshAside = aside.stream().filter((each) -> isNew.test(each.source())).toList();
			boolean shown = this.projector.project(fresh);
			freshAside.forEach(this::quarantine);
			ends.forEach(this.positions::moveTo);
			if (shown) {
				this.positions.countChange();
			}
			this.metrics.took(fresh.size(), freshAside.size());
			return true;
		}));
	}

	/** Writes one record and takes it back, to see whether it can be written. */
	void tryOut(Decoded record) {
		this.transactions.executeWithoutResult((status) -> {
			status.setRollbackOnly();
			this.projector.project(List.of(record));
		});
	}

	private void quarantine(SetAside aside) {
		ConsumerRecord<String, byte[]> source = aside.source();
		String place = source.topic() + "-" + source.partition() + "-" + source.offset();
		log.atError().addKeyValue("place", place).addKeyValue("reason", aside.reason()).log("Set a record aside");
		String key = source.key();
		this.outbox.add(place,
				QuarantinedRecord.newBuilder()
					.setStage("console")
					.setTopic(source.topic())
					.setPartition(source.partition())
					.setOffset(source.offset())
					.setKey((key != null) ? ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8)) : null)
					.setValue(bytes(source.value()))
					.setArea(null)
					.setReceiptId(null)
					.setReason(aside.reason())
					.setAt(Instant.ofEpochMilli(source.timestamp()))
					.build());
	}

	private static @Nullable ByteBuffer bytes(byte @Nullable [] value) {
		return (value != null) ? ByteBuffer.wrap(value) : null;
	}

	private static Map<TopicPartition, Long> ends(List<ConsumerRecord<String, byte[]>> records) {
		Map<TopicPartition, Long> ends = new HashMap<>();
		records.forEach((each) -> ends.merge(of(each), each.offset() + 1, Math::max));
		return ends;
	}

	private static TopicPartition of(ConsumerRecord<?, ?> each) {
		return new TopicPartition(each.topic(), each.partition());
	}

}
