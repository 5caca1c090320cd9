package org.mashhub.console.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.mashhub.console.ledger.Ledger;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the ledger of feeds: entries and places in one transaction. It reads every
 * agency's topics, far more than the pages are made from, and so has a consumer of its
 * own that holds up nobody.
 */
@Component
class LedgerFeed extends PlacedFeed {

	private final LedgerReader reader;

	private final Ledger ledger;

	private final FeedPositions positions;

	private final TransactionTemplate transactions;

	LedgerFeed(LedgerReader reader, Ledger ledger, @Qualifier("ledgerPositions") FeedPositions positions,
			FeedMetrics metrics, PlatformTransactionManager transactionManager) {
		super(positions, metrics);
		this.reader = reader;
		this.ledger = ledger;
		this.positions = positions;
		this.transactions = new TransactionTemplate(transactionManager);
	}

	/** The topics that are read; asked for by the listener's annotation. */
	public static String[] topics() {
		return LedgerReader.topics().toArray(String[]::new);
	}

	@KafkaListener(id = "ledger", idIsGroup = false, groupId = "${spring.kafka.consumer.group-id}-ledger",
			containerFactory = "unhurriedContainerFactory", autoStartup = "${spring.kafka.listener.auto-startup:true}",
			topics = "#{T(org.mashhub.console.feed.LedgerFeed).topics()}",
			properties = { "max.poll.records=4000", "fetch.max.bytes=16777216", "fetch.max.wait.ms=10" })
	void on(List<ConsumerRecord<String, byte[]>> records, Consumer<String, byte[]> consumer) {
		if (!knowsItsPlaces() || !apply(records)) {
			reposition(consumer);
		}
	}

	private boolean apply(List<ConsumerRecord<String, byte[]>> records) {
		return Boolean.TRUE.equals(this.transactions.execute((status) -> {
			if (this.positions.heldGeneration() != generation()) {
				return false;
			}
			Map<TopicPartition, Long> ends = new HashMap<>();
			records.forEach((each) -> ends.merge(new TopicPartition(each.topic(), each.partition()), each.offset() + 1,
					Math::max));
			Map<TopicPartition, Long> next = this.positions.all();
			List<ConsumerRecord<String, byte[]>> fresh = records.stream()
				.filter((each) -> each.offset() >= next.getOrDefault(new TopicPartition(each.topic(), each.partition()),
						0L))
				.toList();
			this.ledger.enter(this.reader.read(fresh, next));
			ends.forEach(this.positions::moveTo);
			return true;
		}));
	}

}
