package org.mashhub.adapter.kit;

import org.apache.avro.specific.SpecificRecord;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.messaging.Contracts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
	 * Publishes one event.
	 * @param event an event whose first field is its header
	 * @return the receipt for its sender
	 * @throws LogUnavailableException when broker or registry did not take it in time
	 */
	public Receipt publish(SpecificRecord event) {
		if (!(event.get(event.getSchema().getField("header").pos()) instanceof EventHeader header)) {
			throw new IllegalArgumentException(event.getSchema().getFullName() + " has no header");
		}
		String type = event.getSchema().getName();
		String key = header.getAgency() + "/" + header.getSourceRecordId();
		this.metrics.timePublish(() -> this.log.append(Contracts.topicOf(event.getClass()), key, event));
		this.metrics.accepted(header.getAgency(), type);
		LOG.atInfo()
			.addKeyValue("receiptId", header.getReceiptId())
			.addKeyValue("eventId", header.getEventId())
			.addKeyValue("agency", header.getAgency())
			.addKeyValue("type", type)
			.log("Accepted agency record");
		return new Receipt(header.getReceiptId(), header.getEventId());
	}

}
