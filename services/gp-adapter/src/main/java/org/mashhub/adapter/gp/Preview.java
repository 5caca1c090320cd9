package org.mashhub.adapter.gp;

import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.messaging.Contracts;

/**
 * What would be published, the answer to a dry run.
 *
 * @param wouldPublish the topic
 * @param eventId id that the event would have
 * @param people how many people it names
 */
record Preview(String wouldPublish, String eventId, int people) {

	static Preview of(SpecificRecord event) {
		if (!(event.get(event.getSchema().getField("header").pos()) instanceof EventHeader header)
				|| !(event.get(event.getSchema().getField("people").pos()) instanceof List<?> people)) {
			throw new IllegalArgumentException(event.getSchema().getFullName() + " has no header or no people");
		}
		return new Preview(Contracts.topicOf(event.getClass()), header.getEventId().toString(), people.size());
	}

}
