package org.mashhub.adapter.hospital;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.Structure;

/** The segments of a message by their type, wherever in the message they stand. */
final class Hl7Message {

	private final List<Segment> segments = new ArrayList<>();

	Hl7Message(Message message) throws HL7Exception {
		for (String name : message.getNames()) {
			for (Structure structure : message.getAll(name)) {
				if (structure instanceof Segment segment) {
					this.segments.add(segment);
				}
			}
		}
	}

	<S extends Segment> List<S> all(Class<S> type) {
		return this.segments.stream().filter(type::isInstance).map(type::cast).toList();
	}

	/**
	 * The only segment of a type.
	 * @param <S> type of segment
	 * @param type type of segment
	 * @return the segment; empty when there is none
	 * @throws Hl7Rejection when there are several
	 */
	<S extends Segment> Optional<S> one(Class<S> type) {
		List<S> all = all(type);
		if (all.size() > 1) {
			throw new Hl7Rejection(Hl7Rejection.Kind.UNREADABLE, type.getSimpleName(), "stands in the message twice",
					"Send one patient and one visit a message.");
		}
		return all.stream().findFirst();
	}

}
