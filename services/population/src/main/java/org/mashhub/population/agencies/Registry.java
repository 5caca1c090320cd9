package org.mashhub.population.agencies;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.population.chance.Dice;
import org.mashhub.population.people.Area;

/**
 * Turns drafts into records: gives them numbers, writes their people down, corrects or
 * withdraws some of them later, and publishes all in the order in which the hub receives
 * them.
 */
final class Registry {

	private static final long HOUR = 3_600_000;

	private static final long DAY = 24 * HOUR;

	/** An agency that is far behind has still written everything down after so long. */
	private static final long LATEST = 60 * DAY;

	private final Area area;

	private final @Nullable String areaHint;

	private final Ledger ledger;

	private final Pen pen;

	private final MentionRows rows = new MentionRows();

	private final Map<Agency, Integer> records = new EnumMap<>(Agency.class);

	private final PriorityQueue<Waiting> waiting = new PriorityQueue<>();

	private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new HashMap<>();

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);

	private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(this.bytes, null);

	private long serial;

	private long published = Long.MIN_VALUE;

	/**
	 * Creates a registry.
	 * @param areaHint fictional area that every record names; null for none
	 */
	Registry(Area area, @Nullable String areaHint, Ledger ledger) {
		this.area = area;
		this.areaHint = areaHint;
		this.ledger = ledger;
		this.pen = new Pen(area);
	}

	/** Writes a record from its draft, with all that becomes of it. */
	void write(Draft draft) {
		long record = this.serial++;
		Dice dice = Dice.of(this.area.seed(), Purpose.RECORD, record);
		Habits.OfRecords habits = this.pen.habitsOf(draft.agency()).records();
		List<Written> people = people(draft, record, false);
		Version first = new Version(numberOf(draft), record, 1, RecordState.ACTIVE,
				draft.occurredAt() + late(habits.lateHours(), dice));
		boolean wrong = people.stream().anyMatch(Written::isWrong);
		boolean corrected = wrong && dice.chance(habits.corrected());
		boolean withdrawn = !corrected && dice.chance(habits.withdrawn());
		if (!corrected && !withdrawn) {
			publish(draft, first, people, null);
			return;
		}
		Version second = first.next(corrected ? RecordState.CORRECTED : RecordState.RETRACTED,
				first.recordedAt + DAY + late(30 * 24, dice));
		publish(draft, first, people, receivedAt(second));
		publish(draft, second, corrected ? people(draft, record, true) : List.of(), null);
	}

	/** Hands out everything that the hub has received before a day. */
	void publishUntil(int day) {
		long until = day * DAY;
		while (!this.waiting.isEmpty() && this.waiting.peek().at < until) {
			handOut(this.waiting.remove());
		}
	}

	/** Hands out the rest. */
	void publishAll() {
		while (!this.waiting.isEmpty()) {
			handOut(this.waiting.remove());
		}
	}

	private void handOut(Waiting next) {
		this.published = next.at;
		this.ledger.publish(next.at, next.topic, next.key, next.value);
		this.ledger.mention(next.mentions, next.people);
	}

	private List<Written> people(Draft draft, long record, boolean careful) {
		List<Written> people = new ArrayList<>(draft.people().size());
		for (Participant participant : draft.people()) {
			people.add(this.pen.write(draft, participant, record, careful));
		}
		return people;
	}

	private void publish(Draft draft, Version version, List<Written> people, @Nullable Long until) {
		List<PersonMention> mentions = new ArrayList<>(people.size());
		people.forEach((written) -> mentions.add(written.mention()));
		EventHeader header = header(draft, version);
		SpecificRecord event = draft.event(header, mentions, people.isEmpty() ? List.of() : draft.relationships());
		String key = draft.agency().code() + "/" + version.number;
		byte[] rows = this.rows.of(draft, header, event.getSchema().getName(), people, until);
		this.waiting.add(new Waiting(receivedAt(version), version.record * 4 + version.version,
				EventTypes.topicOf(event.getSchema()), key, encode(event), rows, people.size()));
	}

	private EventHeader header(Draft draft, Version version) {
		Agency agency = draft.agency();
		long received = receivedAt(version);
		return new EventHeader(receiptId(received, version), eventId(version), this.areaHint, agency.code(),
				draft.organisation(), agency.system(), version.number, version.version, version.state, null,
				Instant.ofEpochMilli(draft.occurredAt()), draft.precision(), Instant.ofEpochMilli(version.recordedAt),
				Instant.ofEpochMilli(received), false, "SAFEGUARDING_CHILDREN", agency.lawfulBasis(),
				new Handling(agency.handling(), null), FamilyInformed.UNKNOWN);
	}

	/** Of version 7 (RFC 9562): it begins with the time, the rest is chance. */
	private UUID receiptId(long received, Version version) {
		long chance = Dice.mix(this.area.seed(), version.record * 4 + version.version);
		return new UUID((received << 16) | 0x7000 | (chance & 0xfff),
				(Dice.mix(chance, 1) & 0x3fffffffffffffffL) | 0x8000000000000000L);
	}

	/** Of version 8 (RFC 9562): made of what it stands for. */
	private UUID eventId(Version version) {
		long one = Dice.mix(this.area.seed() + 1, version.record * 4 + version.version);
		return new UUID((one & 0xffffffffffff0fffL) | 0x8000L,
				(Dice.mix(one, 2) & 0x3fffffffffffffffL) | 0x8000000000000000L);
	}

	/** Agencies send minutes after they have written; never before what was published. */
	private long receivedAt(Version version) {
		long sent = version.recordedAt + 60_000L * (1 + Math.floorMod(Dice.mix(version.record, version.version), 20));
		return Math.max(sent, this.published);
	}

	private String numberOf(Draft draft) {
		int number = this.records.merge(draft.agency(), 1, Integer::sum);
		return draft.agency().name().charAt(0) + "R-" + number;
	}

	private static long late(double hours, Dice dice) {
		return Math.min(LATEST, (long) (dice.waiting(hours) * HOUR));
	}

	private byte[] encode(SpecificRecord event) {
		this.bytes.reset();
		try {
			this.encoder = EncoderFactory.get().binaryEncoder(this.bytes, this.encoder);
			this.writers.computeIfAbsent(event.getSchema(), (schema) -> new SpecificDatumWriter<>(schema))
				.write(event, this.encoder);
			this.encoder.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("an event cannot be written", ex);
		}
		return this.bytes.toByteArray();
	}

	/** One version of a record. */
	private record Version(String number, long record, long version, RecordState state, long recordedAt) {

		Version next(RecordState other, long at) {
			return new Version(this.number, this.record, this.version + 1, other, at);
		}

	}

	/** An event that waits for its turn. */
	private static final class Waiting implements Comparable<Waiting> {

		private final long at;

		private final long order;

		private final String topic;

		private final String key;

		private final byte[] value;

		private final byte[] mentions;

		private final int people;

		Waiting(long at, long order, String topic, String key, byte[] value, byte[] mentions, int people) {
			this.at = at;
			this.order = order;
			this.topic = topic;
			this.key = key;
			this.value = value;
			this.mentions = mentions;
			this.people = people;
		}

		@Override
		public int compareTo(Waiting other) {
			int byTime = Long.compare(this.at, other.at);
			return (byTime != 0) ? byTime : Long.compare(this.order, other.order);
		}

	}

}
