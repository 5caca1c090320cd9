package org.mashhub.correlation.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The latest version of one source record, as the area log told it.
 *
 * @param id the record at its agency
 * @param version the agency's version
 * @param state whether it stands
 * @param firstSequence offset in the area log of the first version that had people
 * @param sequence offset of this version
 * @param saidSince offset of the first version since which it has said the same
 * @param receiptId key of this version in the area log
 * @param eventType name of the contract
 * @param occurredAt when it happened
 * @param occurredPrecision how exactly that is known
 * @param recordedAt when the agency wrote it down
 * @param clock the area's time when the hub had it
 * @param historic whether it was loaded at go-live
 * @param handling who may see the content
 * @param mentions people
 * @param relations relationships
 * @param facts facts
 */
public record SourceRecord(SourceRecordId id, long version, RecordState state, long firstSequence, long sequence,
		long saidSince, UUID receiptId, String eventType, Instant occurredAt, TimePrecision occurredPrecision,
		Instant recordedAt, Instant clock, boolean historic, HandlingCode handling, List<Mention> mentions,
		List<Relation> relations, List<Fact> facts) {

	public SourceRecord {
		eventType = Canonical.of(eventType);
		mentions = List.copyOf(mentions);
		relations = List.copyOf(relations);
		facts = List.copyOf(facts);
	}

	/** Records are many fields deep, and hashed for each fact that stands in them. */
	@Override
	public int hashCode() {
		return 31 * this.id.hashCode() + Long.hashCode(this.version);
	}

	/**
	 * When it happened, for the order of what happened on one day: of what only the day
	 * is known of, when that day's work was written down, or the end of the day where it
	 * was written down later.
	 * @param zone zone by which days are told
	 * @return a moment of the day on which it happened
	 */
	public Instant during(ZoneId zone) {
		if (this.occurredPrecision != TimePrecision.DAY || !this.recordedAt.isAfter(this.occurredAt)) {
			return this.occurredAt;
		}
		Instant over = LocalDate.ofInstant(this.occurredAt, zone).plusDays(1).atStartOfDay(zone).toInstant();
		return this.recordedAt.isBefore(over) ? this.recordedAt : over.minusMillis(1);
	}

	/**
	 * The same record, withdrawn: nothing that it said counts any more.
	 * @param byVersion version that withdraws it
	 * @param bySequence offset of that version
	 * @return a record without content
	 */
	public SourceRecord withdrawn(long byVersion, long bySequence) {
		return new SourceRecord(this.id, byVersion, RecordState.WITHDRAWN, this.firstSequence, bySequence, bySequence,
				this.receiptId, this.eventType, this.occurredAt, this.occurredPrecision, this.recordedAt, this.clock,
				this.historic, this.handling, List.of(), List.of(), List.of());
	}

	/**
	 * The same record as the version that follows another.
	 * @param former the version before
	 * @param zone zone by which days are told
	 * @return a copy that knows when the record was first seen, and since when it has
	 * said the same
	 */
	public SourceRecord after(SourceRecord former, ZoneId zone) {
		return new SourceRecord(this.id, this.version, this.state, former.firstSequence, this.sequence,
				saysTheSameAs(former, zone) ? former.saidSince : this.saidSince, this.receiptId, this.eventType,
				this.occurredAt, this.occurredPrecision, this.recordedAt, this.clock, this.historic, this.handling,
				this.mentions, this.relations, this.facts);
	}

	/**
	 * Facts, of the same people in the same roles, on the same day, for others than the
	 * police alone as before: a name that is written otherwise is nothing new.
	 */
	private boolean saysTheSameAs(SourceRecord former, ZoneId zone) {
		return this.state == former.state && Set.copyOf(this.facts).equals(Set.copyOf(former.facts))
				&& roles(this).equals(roles(former)) && !namesOthersThan(former) && day(zone).equals(former.day(zone))
				&& (this.handling == HandlingCode.POLICE_MASH_ONLY) == (former.handling == HandlingCode.POLICE_MASH_ONLY);
	}

	private LocalDate day(ZoneId zone) {
		return LocalDate.ofInstant(this.occurredAt, zone);
	}

	/**
	 * Where systems number people within a record, one ref may come to be another man.
	 */
	private boolean namesOthersThan(SourceRecord former) {
		Map<String, Mention> before = former.mentions.stream()
			.collect(Collectors.toMap(Mention::ref, (mention) -> mention, (one, other) -> one));
		return this.mentions.stream().anyMatch((mention) -> {
			Mention known = before.get(mention.ref());
			return known != null && mention.particulars().isOfAnother(known.particulars());
		});
	}

	private static Map<String, Role> roles(SourceRecord record) {
		return record.mentions.stream().collect(Collectors.toMap(Mention::ref, Mention::role, (one, other) -> one));
	}

}
