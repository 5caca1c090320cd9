package org.mashhub.console.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.RawAvroDeserializer;
import org.mashhub.console.Samples;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.AreaLogEntries;
import org.mashhub.messaging.Contracts;

import org.springframework.stereotype.Component;

/**
 * Feeds the ledger as the broker would: records get their places when they are made, and
 * are read in whatever order a test likes.
 */
@Component
public class LedgerFeeding {

	private static final String POLICE = Contracts.topicOf(IncidentLogged.class);

	private static final String AREA_LOG = Contracts.topicOf(Observation.class);

	private final LedgerFeed feed;

	private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

	private final List<ConsumerRecord<String, byte[]>> log = new ArrayList<>();

	private final Map<TopicPartition, Long> ends = new HashMap<>();

	LedgerFeeding(LedgerFeed feed) {
		this.feed = feed;
		this.consumer.assign(List.of(LedgerFeed.topics())
			.stream()
			.flatMap((topic) -> List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)).stream())
			.toList());
	}

	/**
	 * A receipt.
	 * @param name what it is called in the test
	 * @return its id
	 */
	public static UUID receipt(String name) {
		return Samples.id("ledger-" + name);
	}

	/**
	 * An incident that was accepted.
	 * @param name name of its receipt
	 * @param organisation who sent it
	 * @param at the broker's time
	 * @param scenario the fictional area it names, null for a real one
	 * @return the record
	 */
	public ConsumerRecord<String, byte[]> accepted(String name, String organisation, Instant at,
			@Nullable String scenario) {
		return place(POLICE, 0, "police/" + name, bytes(incident(receipt(name), organisation, at, scenario)), at,
				new RecordHeaders());
	}

	ConsumerRecord<String, byte[]> unreadable(Instant at) {
		return place(POLICE, 0, "police/bad", new byte[] { 1, 2, 3 }, at, new RecordHeaders());
	}

	/**
	 * Its entry in an area log.
	 * @param name name of the receipt
	 * @param area code of the area
	 * @param partition partition of the log
	 * @param entries how many entries the record has in all logs
	 * @param at the broker's time
	 * @return the entry
	 */
	public ConsumerRecord<String, byte[]> logged(String name, String area, int partition, int entries, Instant at) {
		return place(AREA_LOG, partition, area + "/" + receipt(name), new byte[] { 7 }, at, AreaLogEntries.of(entries));
	}

	ConsumerRecord<String, byte[]> applied(String name, ConsumerRecord<?, ?> entry, AppliedOutcome outcome,
			ObservationKind kind, String epoch) {
		Instant at = Instant.ofEpochMilli(entry.timestamp() + 5);
		return hub(ObservationApplied.newBuilder()
			.setProvenance(new Provenance("area", epoch, receipt(name), at))
			.setOffset(entry.offset())
			.setPartition(entry.partition())
			.setKind(kind)
			.setOutcome(outcome)
			.build(), at);
	}

	/**
	 * That an entry was applied.
	 * @param name name of the receipt
	 * @param entry the entry
	 * @return the record
	 */
	public ConsumerRecord<String, byte[]> applied(String name, ConsumerRecord<?, ?> entry) {
		return applied(name, entry, AppliedOutcome.APPLIED, ObservationKind.EVENT, "e1");
	}

	ConsumerRecord<String, byte[]> quarantined(String stage, ConsumerRecord<String, byte[]> source) {
		Instant at = Instant.ofEpochMilli(source.timestamp() + 5);
		return hub(QuarantinedRecord.newBuilder()
			.setStage(stage)
			.setTopic(source.topic())
			.setPartition(source.partition())
			.setOffset(source.offset())
			.setKey(ByteBuffer.wrap(source.key().getBytes(StandardCharsets.UTF_8)))
			.setValue(ByteBuffer.wrap(source.value()))
			.setReason("a test")
			.setAt(at)
			.build(), at);
	}

	/**
	 * A declaration of incidents.
	 * @param agency whose
	 * @param organisation whose
	 * @param hours how often something comes; null when irregular
	 * @param at when
	 * @return the record
	 */
	public ConsumerRecord<String, byte[]> declared(String agency, String organisation, @Nullable Integer hours,
			Instant at) {
		return hub(FeedDeclared.newBuilder()
			.setReceiptId(UUID.randomUUID())
			.setAgency(agency)
			.setOrganisationCode(organisation)
			.setEventType("IncidentLogged")
			.setExpectedEveryHours(hours)
			.setDeclaredAt(at)
			.build(), at);
	}

	ConsumerRecord<String, byte[]> declaredFor(String area, String organisation, Instant at) {
		return hub(FeedDeclared.newBuilder()
			.setReceiptId(UUID.randomUUID())
			.setArea(area)
			.setAgency("police")
			.setOrganisationCode(organisation)
			.setEventType("IncidentLogged")
			.setExpectedEveryHours(1)
			.setDeclaredAt(at)
			.build(), at);
	}

	ConsumerRecord<String, byte[]> ended(String organisation, Instant at) {
		return hub(FeedDeclared.newBuilder()
			.setReceiptId(UUID.randomUUID())
			.setAgency("police")
			.setOrganisationCode(organisation)
			.setEventType("IncidentLogged")
			.setDeclaredAt(at)
			.setEnded(true)
			.build(), at);
	}

	/**
	 * Reads records in one batch, twice: the second time must change nothing.
	 * @param records the records
	 */
	@SafeVarargs
	@SuppressWarnings("varargs")
	public final void read(ConsumerRecord<String, byte[]>... records) {
		poll(Arrays.asList(records));
	}

	/** Reads all records that were ever made, in another order than they came. */
	void readAllAgainBackwards() {
		for (TopicPartition partition : List.copyOf(this.ends.keySet()).reversed()) {
			poll(this.log.stream()
				.filter((each) -> each.topic().equals(partition.topic()) && each.partition() == partition.partition())
				.toList());
		}
	}

	void pollOnce(List<ConsumerRecord<String, byte[]>> records) {
		this.feed.on(records, this.consumer);
	}

	void poll(List<ConsumerRecord<String, byte[]>> records) {
		this.feed.on(records, this.consumer);
		this.feed.on(records, this.consumer);
	}

	private ConsumerRecord<String, byte[]> hub(SpecificRecord value, Instant at) {
		return place(Contracts.topicOf(value.getClass()), 0, "key", bytes(value), at, new RecordHeaders());
	}

	private ConsumerRecord<String, byte[]> place(String topic, int partition, String key, byte[] value, Instant at,
			Headers headers) {
		long offset = this.ends.merge(new TopicPartition(topic, partition), 1L, Long::sum) - 1;
		ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(topic, partition, offset, at.toEpochMilli(),
				TimestampType.LOG_APPEND_TIME, 0, value.length, key, value, headers, Optional.empty());
		this.log.add(record);
		return record;
	}

	private static byte[] bytes(SpecificRecord value) {
		return RawAvroDeserializer.bytes(value);
	}

	private static IncidentLogged incident(UUID receipt, String organisation, Instant at, @Nullable String scenario) {
		EventHeader header = EventHeader.newBuilder()
			.setReceiptId(receipt)
			.setEventId(UUID.randomUUID())
			.setAreaHint(scenario)
			.setAgency("police")
			.setOrganisationCode(organisation)
			.setSourceSystem("RMS")
			.setSourceRecordId(receipt.toString())
			.setSourceVersion(1)
			.setRecordState(RecordState.ACTIVE)
			.setOccurredAt(at.minusSeconds(3600))
			.setOccurredPrecision(TimePrecision.EXACT)
			.setRecordedAt(at)
			.setReceivedAt(at)
			.setPurpose("SAFEGUARDING_CHILDREN")
			.setLawfulBasis("Art. 6(1)(e)")
			.setHandling(new Handling(HandlingCode.STANDARD, null))
			.setFamilyInformed(FamilyInformed.UNKNOWN)
			.build();
		return IncidentLogged.newBuilder().setHeader(header).setIncidentType("OTHER").build();
	}

}
