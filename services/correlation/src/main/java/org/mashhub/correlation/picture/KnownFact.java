package org.mashhub.correlation.picture;

import java.time.Instant;

import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.SourceRecord;

/**
 * A fact about one person, with the record it stands in.
 *
 * @param fact the fact
 * @param subject the person as that record speaks of them
 * @param record the record
 */
public record KnownFact(Fact fact, Mention subject, SourceRecord record) {

	/**
	 * What kind of fact.
	 * @return the kind
	 */
	public FactKind kind() {
		return this.fact.kind();
	}

	/**
	 * When it happened.
	 * @return time in the world
	 */
	public Instant occurredAt() {
		return this.record.occurredAt();
	}

	/**
	 * Which kind of agency recorded it.
	 * @return for example police
	 */
	public String agency() {
		return this.record.id().agency();
	}

}
