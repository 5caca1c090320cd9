package org.mashhub.adapter.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;

/** What the last records of a file said, so that one that says otherwise is noticed. */
public class SaidBefore {

	private final Map<UUID, Long> contents;

	/**
	 * Creates a memory.
	 * @param most of how many records; the eldest are forgotten
	 */
	public SaidBefore(int most) {
		this.contents = new LinkedHashMap<>() {

			@Override
			protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
				return size() > most;
			}

		};
	}

	/**
	 * Whether the same version of the same record has been said, and otherwise: accepted
	 * it would have no effect.
	 * @param event the version of the record, and what it says now
	 * @return whether something else was said before
	 */
	public boolean otherwise(SpecificRecord event) {
		return otherwise(EventPublisher.header(event).getEventId(), EventContent.of(event));
	}

	/**
	 * Whether the same version of the same record has been said, and otherwise.
	 * @param eventId the version of the record
	 * @param content what it says now, as a hash
	 */
	boolean otherwise(UUID eventId, long content) {
		Long before = this.contents.putIfAbsent(eventId, content);
		return before != null && before != content;
	}

}
