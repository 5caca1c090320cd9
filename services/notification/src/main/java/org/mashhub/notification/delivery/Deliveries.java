package org.mashhub.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import jakarta.annotation.PreDestroy;
import org.mashhub.notification.NotificationMetrics;
import org.mashhub.notification.NotificationSettings;
import org.mashhub.notification.audit.AccessAudit;
import org.mashhub.notification.notice.Channel;
import org.mashhub.notification.notice.Tellings;
import org.mashhub.tracing.Detail;
import org.mashhub.tracing.Step;
import org.mashhub.tracing.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers every sealed message at least once. The row stays locked during the attempt:
 * of several instances one tries, and when it dies the next takes over at once.
 */
@Component
class Deliveries {

	private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

	private final DeliveryStore store;

	private final Tellings tellings;

	private final AccessAudit audit;

	private final NotificationMetrics metrics;

	private final NotificationSettings settings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final EmailCourier email;

	private final WebhookCourier webhook;

	private final Backoff backoff;

	private final Traces traces;

	private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

	Deliveries(DeliveryStore store, Tellings tellings, AccessAudit audit, NotificationMetrics metrics,
			NotificationSettings settings, TransactionTemplate transaction, Clock clock, EmailCourier email,
			WebhookCourier webhook, Traces traces) {
		this.store = store;
		this.tellings = tellings;
		this.audit = audit;
		this.metrics = metrics;
		this.settings = settings;
		this.transaction = transaction;
		this.clock = clock;
		this.email = email;
		this.webhook = webhook;
		this.traces = traces;
		this.backoff = new Backoff(settings.delivery().initialBackoff(), settings.delivery().maxBackoff(),
				RandomGenerator.getDefault());
	}

	@Scheduled(fixedDelayString = "${hub.notification.delivery.poll-interval}")
	void deliverEmails() throws InterruptedException {
		deliverAllDue(this.email);
	}

	@Scheduled(fixedDelayString = "${hub.notification.delivery.poll-interval}")
	void deliverWebhooks() throws InterruptedException {
		deliverAllDue(this.webhook);
	}

	private void deliverAllDue(Courier courier) throws InterruptedException {
		if (deliverOne(courier)) {
			this.workers.invokeAll(Collections.nCopies(this.settings.delivery().parallel(), () -> {
				boolean more;
				do {
					more = deliverOne(courier);
				}
				while (more);
				return null;
			}));
		}
	}

	private boolean deliverOne(Courier courier) {
		try {
			return Boolean.TRUE.equals(this.transaction.execute((status) -> attempt(courier)));
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("reason", ex.getClass().getSimpleName()).log("Delivery waits");
			return false;
		}
	}

	private boolean attempt(Courier courier) {
		Optional<Due> due = this.store.nextDue(courier.channel(), this.clock.instant());
		due.ifPresent((message) -> {
			if (message.needed()) {
				attempt(courier, message);
			}
			else {
				this.store.notNeeded(message.message(), courier.channel());
			}
		});
		return due.isPresent();
	}

	/** In the trace of each record that the message is about. */
	private void attempt(Courier courier, Due due) {
		List<Cause> causes = this.store.causes(due.message());
		List<String> traceparents = causes.stream()
			.map(Cause::traceparent)
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		// Log lines bear the id of a trace only where there is one.
		List<Step> steps = (traceparents.size() == 1) ? List.of(this.traces.follow("deliver", traceparents.getFirst()))
				: traceparents.stream().map((traceparent) -> this.traces.beside("deliver", traceparent)).toList();
		try {
			String outcome = attempt(courier, due, causes);
			steps.forEach((step) -> step.with(Detail.NOTICE_ID, due.message().noticeId())
				.with(Detail.CHANNEL, courier.channel())
				.with(Detail.OUTCOME, outcome));
		}
		finally {
			steps.reversed().forEach(Step::close);
		}
	}

	private String attempt(Courier courier, Due due, List<Cause> causes) {
		Channel channel = courier.channel();
		Instant start = this.clock.instant();
		Result result = courier.deliver(due);
		Instant now = this.clock.instant();
		String outcome = result.getClass().getSimpleName();
		this.metrics.attempted(channel.name(), outcome, Duration.between(start, now));
		switch (result) {
			case Result.Delivered delivered -> {
				this.store.attempted(due.message(), channel, "SENT", null, now);
				this.tellings.sent(due.message(), channel);
				this.audit.record("notification", AccessAudit.Action.SENT, due.message().stableId());
				accepted(causes).forEach((acceptedAt) -> this.metrics.told(channel, Duration.between(acceptedAt, now)));
			}
			case Result.NotNow notNow when due.sealedAt().plus(this.settings.delivery().giveUpAfter()).isAfter(now) -> {
				Duration wait = this.backoff.after(due.attempts() + 1);
				this.store.attempted(due.message(), channel, "WAITING", notNow.reason(), now.plus(wait));
				log.atWarn()
					.addKeyValue("noticeId", due.message().noticeId())
					.addKeyValue("channel", channel)
					.addKeyValue("reason", notNow.reason())
					.log("Message not delivered, trying again");
			}
			case Result.NotNow notNow -> fail(due, causes, channel, notNow.reason() + " for too long", now);
			case Result.Refused refused -> fail(due, causes, channel, refused.reason(), now);
		}
		return outcome;
	}

	private void fail(Due due, List<Cause> causes, Channel channel, String reason, Instant now) {
		this.store.attempted(due.message(), channel, "FAILED", reason, now);
		this.tellings.failed(due.message(), channel);
		accepted(causes).forEach((_) -> this.metrics.notTold(channel));
		log.atError()
			.addKeyValue("noticeId", due.message().noticeId())
			.addKeyValue("channel", channel)
			.addKeyValue("reason", reason)
			.log("Message cannot be delivered");
	}

	/**
	 * Of the alerts that a record led to: statuses, and what time alone does, have none.
	 */
	private static Stream<Instant> accepted(List<Cause> causes) {
		return causes.stream().map(Cause::acceptedAt).filter(Objects::nonNull);
	}

	@PreDestroy
	void stop() {
		this.workers.shutdown();
	}

}
