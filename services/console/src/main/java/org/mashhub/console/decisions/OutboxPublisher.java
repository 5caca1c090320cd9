package org.mashhub.console.decisions;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.mashhub.console.decisions.Outbox.Waiting;
import org.mashhub.messaging.Contracts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the outbox, the records of one key in order, also when several instances
 * share the database; what the broker has not acknowledged stays in it.
 */
@Component
class OutboxPublisher {

	private static final Logger log = LoggerFactory.getLogger(OutboxPublisher.class);

	private static final int BATCH = 100;

	private final Outbox outbox;

	private final KafkaTemplate<Object, Object> kafka;

	private final TransactionTemplate transactions;

	OutboxPublisher(Outbox outbox, KafkaTemplate<Object, Object> kafka, PlatformTransactionManager transactionManager) {
		this.outbox = outbox;
		this.kafka = kafka;
		this.transactions = new TransactionTemplate(transactionManager);
	}

	@Scheduled(fixedDelayString = "${hub.console.outbox-interval:200ms}")
	void publish() {
		try {
			boolean more;
			do {
				more = Boolean.TRUE.equals(this.transactions.execute((status) -> publishWaiting()));
			}
			while (more);
		}
		catch (DataAccessException | TransactionException | KafkaException | CompletionException ex) {
			log.atWarn().addKeyValue("fault", ex.getClass().getSimpleName()).log("Cannot publish the outbox yet");
		}
	}

	private boolean publishWaiting() {
		List<Waiting> waiting = this.outbox.waiting(BATCH);
		if (waiting.isEmpty()) {
			return false;
		}
		CompletableFuture
			.allOf(waiting.stream()
				.map((each) -> this.kafka.send(Contracts.topicOf(each.value().getClass()), each.key(), each.value()))
				.toArray(CompletableFuture[]::new))
			.join();
		this.outbox.published(waiting.stream().map(Waiting::id).toList());
		return true;
	}

}
