package org.mashhub.notification.notice;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.tracing.Detail;
import org.mashhub.tracing.Step;
import org.mashhub.tracing.Traces;

import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.kafka.support.serializer.SerializationUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands the hub's records to whoever deals with them. */
@Component
class HubListeners {

	private static final LogAccessor log = new LogAccessor(LogFactory.getLog(HubListeners.class));

	/** Items stay locked while a transaction lasts, and deliveries wait for them. */
	private static final int TOGETHER = 25;

	private final AlertNotices alerts;

	private final StatusNotices statuses;

	private final AreaClocks clocks;

	private final Traces traces;

	private final TransactionTemplate transaction;

	HubListeners(AlertNotices alerts, StatusNotices statuses, AreaClocks clocks, Traces traces,
			TransactionTemplate transaction) {
		this.alerts = alerts;
		this.statuses = statuses;
		this.clocks = clocks;
		this.traces = traces;
		this.transaction = transaction;
	}

	@KafkaListener(batch = "true",
			topics = "#{T(org.mashhub.messaging.Contracts).topicOf(T(org.mashhub.hub.v1.Alert))}")
	void onAlerts(List<ConsumerRecord<String, @Nullable Alert>> records) {
		inTransactions(records, Alert::getProvenance, (record) -> {
			Alert alert = record.value();
			if (alert != null) {
				try (Step step = this.traces.follow("choose recipients", record.headers())) {
					step.with(Detail.ALERT_ID, alert.getAlertId()).with(Detail.REVISION, alert.getRevision());
					this.alerts.consider(alert);
				}
			}
		});
	}

	@KafkaListener(batch = "true",
			topics = "#{T(org.mashhub.messaging.Contracts).topicOf(T(org.mashhub.hub.v1.StatusNotice))}")
	void onStatusNotices(List<ConsumerRecord<String, @Nullable StatusNotice>> records) {
		inTransactions(records, StatusNotice::getProvenance, (record) -> {
			if (record.value() != null) {
				try (Step _ = this.traces.follow("choose recipients", record.headers())) {
					this.statuses.consider(record.value(), record.offset());
				}
			}
		});
	}

	/**
	 * Deals with records in their order, several to a transaction: where they queue, the
	 * database's commits are what they queue for. When one of several fails, each is
	 * dealt with by itself, up to the one that fails. Clocks have their own transactions:
	 * the listeners would wait for one another's.
	 */
	private <T> void inTransactions(List<ConsumerRecord<String, @Nullable T>> records,
			Function<T, Provenance> provenance, Consumer<ConsumerRecord<String, @Nullable T>> work) {
		int sound = 0;
		while (sound < records.size() && undecodable(records.get(sound)) == null) {
			sound++;
		}
		for (int from = 0; from < sound; from += TOGETHER) {
			List<ConsumerRecord<String, @Nullable T>> some = records.subList(from, Math.min(from + TOGETHER, sound));
			try {
				this.transaction.executeWithoutResult((status) -> some.forEach(work));
			}
			catch (RuntimeException ex) {
				log.warn(() -> "Dealing with " + some.size() + " records one by one: " + ex.getClass().getSimpleName());
				some.forEach((record) -> byItself(record, work));
			}
		}
		Map<String, Instant> latest = new HashMap<>();
		for (ConsumerRecord<String, @Nullable T> record : records.subList(0, sound)) {
			T value = record.value();
			if (value != null) {
				note(latest, provenance.apply(value));
			}
		}
		latest.forEach(this.clocks::advance);
		if (sound < records.size()) {
			throw new BatchListenerFailedException("undecodable", undecodable(records.get(sound)), records.get(sound));
		}
	}

	private <T> void byItself(ConsumerRecord<String, @Nullable T> record,
			Consumer<ConsumerRecord<String, @Nullable T>> work) {
		try {
			this.transaction.executeWithoutResult((status) -> work.accept(record));
		}
		catch (RuntimeException ex) {
			throw new BatchListenerFailedException("cannot be handled", ex, record);
		}
	}

	private static void note(Map<String, Instant> latest, Provenance provenance) {
		latest.merge(provenance.getArea(), provenance.getClock(), (one, other) -> one.isAfter(other) ? one : other);
	}

	private static @Nullable DeserializationException undecodable(ConsumerRecord<?, ?> record) {
		return SerializationUtils.getExceptionFromHeader(record, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, log);
	}

	/**
	 * Every entry of every area's log passes here, so they are taken by the batch: only
	 * the clock matters.
	 */
	@KafkaListener(batch = "true",
			topics = "#{T(org.mashhub.messaging.Contracts).topicOf(T(org.mashhub.hub.v1.ObservationApplied))}")
	void onApplied(List<ConsumerRecord<String, @Nullable ObservationApplied>> records) {
		Map<String, Instant> latest = new HashMap<>();
		for (ConsumerRecord<String, @Nullable ObservationApplied> record : records) {
			DeserializationException undecodable = undecodable(record);
			if (undecodable != null) {
				latest.forEach(this.clocks::advance);
				throw new BatchListenerFailedException("undecodable", undecodable, record);
			}
			ObservationApplied applied = record.value();
			if (applied != null) {
				note(latest, applied.getProvenance());
			}
		}
		latest.forEach(this.clocks::advance);
	}

}
