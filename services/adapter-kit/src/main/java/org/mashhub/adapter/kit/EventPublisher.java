package org.mashhub.adapter.kit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.micrometer.core.instrument.Timer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.messaging.Contracts;

/**
 * Publishes an event on its type's topic. A receipt means that the broker has
 * acknowledged it; there is no other way to get one.
 */
public class EventPublisher {

	private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);

	private final EventLog log;

	private final AdapterMetrics metrics;

	EventPublisher(EventLog log, AdapterMetrics metrics) {
		this.log = log;
		this.metrics = metrics;
	}

	/**
	 * Publishes one event and waits for its receipt.
	 * @param event an event whose first field is its header
	 * @return the receipt for its sender
	 * @throws LogUnavailableException when broker or registry did not take it in time
	 */
	public Receipt publish(SpecificRecord event) {
		return publish(event, null);
	}

	/** Publishes one event with its companion, where it has one. */
	Receipt publish(SpecificRecord event, @Nullable Companion companion) {
		try {
			Receipt receipt = begin(event, companion).join();
			LOG.atInfo()
				.addKeyValue("receiptId", receipt.receiptId())
				.addKeyValue("eventId", receipt.eventId())
				.addKeyValue("agency", header(event).getAgency())
				.addKeyValue("type", event.getSchema().getName())
				.log("Accepted agency record");
			return receipt;
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * Begins to publish one event of many.
	 * @param event an event whose first field is its header
	 * @return the receipt, once the broker has acknowledged; fails with
	 * {@link LogUnavailableException} when it did not in time
	 */
	public CompletableFuture<Receipt> begin(SpecificRecord event) {
		EventHeader header = header(event);
		String type = event.getSchema().getName();
		String key = header.getAgency() + "/" + header.getSourceRecordId();
		Timer.Sample publishing = Timer.start();
		return this.log.append(Contracts.topicOf(event.getClass()), key, event).thenApply((acknowledged) -> {
			this.metrics.published(publishing);
			this.metrics.accepted(header.getAgency(), type);
			return new Receipt(header.getReceiptId(), header.getEventId());
		});
	}

	/**
	 * Begins to publish one event and its companion, where it has one, side by side:
	 * there is no receipt before both are acknowledged. Where one of them is not, the
	 * sender is told to send again, and both take the place of what is there.
	 */
	CompletableFuture<Receipt> begin(SpecificRecord event, @Nullable Companion companion) {
		if (companion == null) {
			return begin(event);
		}
		CompletableFuture<Void> accompanied = this.log.append(Contracts.topicOf(companion.content().getClass()),
				companion.key(), companion.content());
		return accompanied.isCompletedExceptionally() ? accompanied.thenCompose((never) -> begin(event))
				: begin(event).thenCombine(accompanied, (receipt, acknowledged) -> receipt);
	}

	static EventHeader header(SpecificRecord event) {
		if (event.get(event.getSchema().getField("header").pos()) instanceof EventHeader header) {
			return header;
		}
		throw new IllegalArgumentException(event.getSchema().getFullName() + " has no header");
	}

}
