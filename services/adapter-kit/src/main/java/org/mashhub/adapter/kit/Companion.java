package org.mashhub.adapter.kit;

import org.apache.avro.specific.SpecificRecord;

/**
 * A record without a header that the log must hold beside an event, for example who made
 * a contact that names nobody.
 *
 * @param key key on the topic of its own type
 * @param content the record
 */
public record Companion(String key, SpecificRecord content) {

	/** Says nothing of its content, which may be the very thing to keep out of a log. */
	@Override
	public String toString() {
		return "Companion[" + this.content.getSchema().getName() + "]";
	}

}
