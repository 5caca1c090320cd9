package org.mashhub.tracing;

/**
 * All that a trace may say of a step: ids that the hub has made, and codes. There is no
 * way to put anything else into one.
 */
public enum Detail {

	/** Code of the kind of agency. */
	AGENCY("hub.agency"),
	/** Code of the area. */
	AREA("hub.area"),
	/** Name of the contract of the event. */
	EVENT_TYPE("hub.event.type"),
	/** Id of the event. */
	EVENT_ID("hub.event.id"),
	/** Id of the receipt that the sender has. */
	RECEIPT_ID("hub.receipt.id"),
	/** Id of the alert. */
	ALERT_ID("hub.alert.id"),
	/** Revision of the alert. */
	REVISION("hub.alert.revision"),
	/** Id of the item that a recipient is sent. */
	NOTICE_ID("hub.notice.id"),
	/** How a message is sent. */
	CHANNEL("hub.notification.channel"),
	/** What came of the step. */
	OUTCOME("hub.outcome"),
	/** Status of the answer to an HTTP request. */
	STATUS("http.response.status_code"),
	/** Topic of the record. */
	TOPIC("messaging.destination.name");

	private final String key;

	Detail(String key) {
		this.key = key;
	}

	/**
	 * Name of the attribute.
	 * @return as it stands in the trace
	 */
	public String key() {
		return this.key;
	}

}
