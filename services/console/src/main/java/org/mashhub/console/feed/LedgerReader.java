package org.mashhub.console.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.ledger.FeedName;
import org.mashhub.console.ledger.LedgerBatch;
import org.mashhub.console.ledger.LedgerBatch.Declaration;
import org.mashhub.console.ledger.LedgerBatch.Outcome;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.AreaLogEntries;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.NameUuid;
import org.mashhub.messaging.UndecodableRecordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Takes out of records what the ledger is about, and nothing else: of an agency's event
 * its header, of the area log no content at all.
 */
@Component
class LedgerReader {

	private static final Logger log = LoggerFactory.getLogger(LedgerReader.class);

	private static final Map<String, Contract> AGENCY_TOPICS = Contracts.all()
		.stream()
		.filter((contract) -> !contract.topic().startsWith("hub."))
		.collect(Collectors.toMap(Contract::topic, Function.identity()));

	private static final String AREA_LOG = Contracts.topicOf(Observation.class);

	private static final String FEEDS = Contracts.topicOf(FeedDeclared.class);

	/** What intake keeps because it belongs to no area yet. */
	private static final String ROUTING = "routing";

	private static final String CONSOLE = "console";

	private final Deserializer<SpecificRecord> deserializer;

	LedgerReader(Deserializer<SpecificRecord> deserializer) {
		this.deserializer = deserializer;
	}

	static List<String> topics() {
		return Stream
			.concat(AGENCY_TOPICS.keySet().stream().sorted(), Stream.of(AREA_LOG, FEEDS,
					Contracts.topicOf(ObservationApplied.class), Contracts.topicOf(QuarantinedRecord.class)))
			.toList();
	}

	/**
	 * Reads records.
	 * @param records the records
	 * @param next where the ledger reads on in the area log
	 * @return what they say
	 */
	LedgerBatch read(List<ConsumerRecord<String, byte[]>> records, Map<TopicPartition, Long> next) {
		LedgerBatch batch = new LedgerBatch();
		for (ConsumerRecord<String, byte[]> each : records) {
			Contract agencys = AGENCY_TOPICS.get(each.topic());
			if (agencys != null) {
				accepted(each, agencys, batch);
			}
			else if (each.topic().equals(AREA_LOG)) {
				logged(each, batch);
			}
			else {
				ofHub(each, batch, next);
			}
		}
		return batch;
	}

	private void accepted(ConsumerRecord<String, byte[]> each, Contract contract, LedgerBatch batch) {
		Instant at = Instant.ofEpochMilli(each.timestamp());
		String type = contract.schema().getName();
		header(decode(each)).ifPresentOrElse(
				(header) -> batch.accepted(header.getReceiptId(),
						new FeedName(header.getAgency(), header.getOrganisationCode(), type), at,
						header.getOccurredAt(), header.getAreaHint().isEmpty()),
				() -> batch.accepted(unreadable(each.topic(), each.partition(), each.offset()),
						new FeedName(each.topic().substring(0, each.topic().indexOf('.')), FeedName.UNKNOWN, type), at,
						null, true));
	}

	private void logged(ConsumerRecord<String, byte[]> each, LedgerBatch batch) {
		UUID receipt = receiptInKey(each.key());
		if (each.value() != null && receipt != null) {
			batch.logged(receipt, Instant.ofEpochMilli(each.timestamp()), AreaLogEntries.in(each.headers()),
					each.partition(), each.offset());
		}
	}

	private void ofHub(ConsumerRecord<String, byte[]> each, LedgerBatch batch, Map<TopicPartition, Long> next) {
		Instant at = Instant.ofEpochMilli(each.timestamp());
		switch (decode(each)) {
			case null -> forgotten(each, batch);
			case ObservationApplied one -> batch.dealtWith(one.getProvenance().getReceiptId(), at, outcome(one),
					one.getPartition(), one.getOffset(), isRead(one.getPartition(), one.getOffset(), next));
			case QuarantinedRecord one -> quarantined(one, at, batch, next);
			// What is declared for a scenario says nothing of the real feed.
			case FeedDeclared one when one.getArea().isPresent() -> {
			}
			case FeedDeclared one ->
				batch.declared(new FeedName(one.getAgency(), one.getOrganisationCode(), one.getEventType()),
						new Declaration(LedgerBatch.isCredible(one.getDeclaredAt(), at) ? one.getDeclaredAt() : at,
								one.getExpectedEveryHours().orElse(null), one.getEnded()));
			default -> log.atWarn().addKeyValue("topic", each.topic()).log("The ledger does not know this record");
		}
	}

	private void quarantined(QuarantinedRecord one, Instant at, LedgerBatch batch, Map<TopicPartition, Long> next) {
		if (one.getTopic().equals(AREA_LOG) && !one.getStage().equals(CONSOLE)) {
			UUID receipt = one.getReceiptId()
				.map(LedgerReader::receiptInKey)
				.or(() -> one.getKey()
					.map((key) -> receiptInKey(StandardCharsets.UTF_8.decode(key.duplicate()).toString())))
				.orElse(null);
			if (receipt != null) {
				batch.dealtWith(receipt, at, Outcome.QUARANTINED, one.getPartition(), one.getOffset(),
						isRead(one.getPartition(), one.getOffset(), next));
			}
		}
		else if (AGENCY_TOPICS.containsKey(one.getTopic()) && !one.getStage().equals(CONSOLE)) {
			UUID receipt = header(decode(one.getTopic(), one)).map(EventHeader::getReceiptId)
				.orElseGet(() -> unreadable(one.getTopic(), one.getPartition(), one.getOffset()));
			if (one.getStage().equals(ROUTING)) {
				batch.unrouted(receipt, at);
			}
			else {
				batch.refused(receipt, at);
			}
		}
	}

	/** A declaration whose key was erased is none. */
	private static void forgotten(ConsumerRecord<String, byte[]> each, LedgerBatch batch) {
		String[] parts = (each.key() != null) ? each.key().split("/", -1) : new String[0];
		if (each.topic().equals(FEEDS) && each.value() == null && parts.length == 3) {
			batch.declared(new FeedName(parts[0], parts[1], parts[2]), new Declaration(null, null, false));
		}
	}

	private static boolean isRead(int partition, long offset, Map<TopicPartition, Long> next) {
		return offset < next.getOrDefault(new TopicPartition(AREA_LOG, partition), 0L);
	}

	private static Outcome outcome(ObservationApplied one) {
		if (one.getKind() != ObservationKind.EVENT) {
			return Outcome.NO_EVENT;
		}
		return (one.getOutcome() == AppliedOutcome.QUARANTINED) ? Outcome.QUARANTINED : Outcome.APPLIED;
	}

	private @Nullable SpecificRecord decode(ConsumerRecord<String, byte[]> each) {
		try {
			return this.deserializer.deserialize(each.topic(), each.headers(), each.value());
		}
		catch (UndecodableRecordException ex) {
			log.atWarn()
				.addKeyValue("topic", each.topic())
				.addKeyValue("partition", each.partition())
				.addKeyValue("offset", each.offset())
				.log("The ledger cannot read a record");
			return null;
		}
	}

	private @Nullable SpecificRecord decode(String topic, QuarantinedRecord aside) {
		try {
			return aside.getValue().map((value) -> {
				byte[] bytes = new byte[value.remaining()];
				value.duplicate().get(bytes);
				return this.deserializer.deserialize(topic, bytes);
			}).orElse(null);
		}
		catch (UndecodableRecordException ex) {
			return null;
		}
	}

	private static Optional<EventHeader> header(@Nullable SpecificRecord event) {
		Schema.Field field = (event != null) ? event.getSchema().getField("header") : null;
		return (event != null && field != null && event.get(field.pos()) instanceof EventHeader header)
				? Optional.of(header) : Optional.empty();
	}

	/** The receipt of what has none that could be read: derived from its place. */
	private static UUID unreadable(String topic, int partition, long offset) {
		return NameUuid.of("unreadable", topic, partition, offset);
	}

	/** The log's key is the area, a slash and the receipt. */
	private static @Nullable UUID receiptInKey(@Nullable String key) {
		if (key == null) {
			return null;
		}
		try {
			return UUID.fromString(key.substring(key.lastIndexOf('/') + 1));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
