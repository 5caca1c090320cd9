package org.mashhub.notification.delivery;

import java.time.Clock;
import java.time.Instant;

import org.mashhub.notification.NotificationMetrics;
import org.mashhub.notification.notice.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Keeps in view since when alerts wait to be told. Whoever cannot look into the database
 * tells nobody either: then they count as waiting since it last could.
 */
@Component
class Waiting {

	private static final Logger log = LoggerFactory.getLogger(Waiting.class);

	private final DeliveryStore store;

	private final NotificationMetrics metrics;

	private final Clock clock;

	private volatile Instant lookedAt;

	Waiting(DeliveryStore store, NotificationMetrics metrics, Clock clock) {
		this.store = store;
		this.metrics = metrics;
		this.clock = clock;
		this.lookedAt = clock.instant();
	}

	@Scheduled(fixedDelayString = "PT5S")
	void look() {
		Instant now = this.clock.instant();
		try {
			for (Channel channel : Channel.values()) {
				this.metrics.waiting(channel, this.store.oldestWaiting(channel, now).orElse(null));
			}
			this.lookedAt = now;
		}
		catch (DataAccessException | TransactionException ex) {
			for (Channel channel : Channel.values()) {
				this.metrics.waitingAtLeast(channel, this.lookedAt);
			}
			log.atWarn().addKeyValue("reason", ex.getClass().getSimpleName()).log("Cannot see what waits");
		}
	}

}
