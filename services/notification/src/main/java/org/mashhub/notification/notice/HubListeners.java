package org.mashhub.notification.notice;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

/** Hands the hub's records to whoever deals with them. */
@Component
class HubListeners {

	private static final LogAccessor log = new LogAccessor(LogFactory.getLog(HubListeners.class));

	private final AlertNotices alerts;

	private final StatusNotices statuses;

	private final AreaClocks clocks;

	private final Traces traces;

	HubListeners(AlertNotices alerts, StatusNotices statuses, AreaClocks clocks, Traces traces) {
		this.alerts = alerts;
		this.statuses = statuses;
		this.clocks = clocks;
		this.traces = traces;
	}

	@KafkaListener(topics = "#{T(org.mashhub.messaging.Contracts).topicOf(T(org.mashhub.hub.v1.Alert))}")
	void onAlert(ConsumerRecord<String, @Nullable Alert> record) {
		Alert alert = record.value();
		if (alert != null) {
			try (Step step = this.traces.follow("choose recipients", record.headers())) {
				step.with(Detail.ALERT_ID, alert.getAlertId()).with(Detail.REVISION, alert.getRevision());
				this.alerts.consider(alert);
			}
		}
	}

	@KafkaListener(topics = "#{T(org.mashhub.messaging.Contracts).topicOf(T(org.mashhub.hub.v1.StatusNotice))}")
	void onStatusNotice(ConsumerRecord<String, @Nullable StatusNotice> record) {
		if (record.value() != null) {
			try (Step _ = this.traces.follow("choose recipients", record.headers())) {
				this.statuses.consider(record.value(), record.offset());
			}
		}
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
			DeserializationException undecodable = SerializationUtils.getExceptionFromHeader(record,
					KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER, log);
			if (undecodable != null) {
				latest.forEach(this.clocks::advance);
				throw new BatchListenerFailedException("undecodable", undecodable, record);
			}
			ObservationApplied applied = record.value();
			if (applied != null) {
				Provenance provenance = applied.getProvenance();
				latest.merge(provenance.getArea(), provenance.getClock(),
						(one, other) -> one.isAfter(other) ? one : other);
			}
		}
		latest.forEach(this.clocks::advance);
	}

}
