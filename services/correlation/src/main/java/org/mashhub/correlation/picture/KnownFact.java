package org.mashhub.correlation.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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
	 * What a fact says is left out: few of one kind stand in one record about one person.
	 */
	@Override
	public int hashCode() {
		return 31 * this.subject.hashCode() + this.record.hashCode();
	}

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
	 * When it happened, for the order of what happened on one day: of what only the day
	 * is known of, when it was written down.
	 * @param zone zone by which days are told
	 * @return a moment of the day on which it happened
	 */
	public Instant during(ZoneId zone) {
		return this.record.during(zone);
	}

	/**
	 * On which day it happened.
	 * @param zone zone by which days are told
	 * @return the day
	 */
	public LocalDate on(ZoneId zone) {
		return LocalDate.ofInstant(occurredAt(), zone);
	}

	/**
	 * Which kind of agency recorded it.
	 * @return for example police
	 */
	public String agency() {
		return this.record.id().agency();
	}

}
