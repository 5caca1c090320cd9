package org.mashhub.standalone.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.AreaLogEntries;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.NameUuid;
import org.mashhub.messaging.UndecodableRecordException;
import org.mashhub.standalone.Ports;
import org.mashhub.standalone.audit.AuditReport.Found;
import org.mashhub.standalone.audit.AuditReport.Sums;
import org.mashhub.standalone.client.HubClient;

/**
 * Balances the topics against each other, receipt by receipt. The first outcome of an
 * entry counts: a new epoch applies all of them again. Beside the accounts it keeps one
 * bit for each entry of the area log, and the place of each record that is parked. What
 * is accepted while it runs is left to the next time.
 */
public final class TopicsAudit {

	private static final Map<String, Contract> AGENCY_TOPICS = Contracts.all()
		.stream()
		.filter((contract) -> !contract.topic().startsWith("hub."))
		.collect(Collectors.toMap(Contract::topic, Function.identity()));

	private static final String AREA_LOG = Contracts.topicOf(Observation.class);

	private static final String APPLIED = Contracts.topicOf(ObservationApplied.class);

	private static final String QUARANTINE = Contracts.topicOf(QuarantinedRecord.class);

	/** Where intake keeps what belongs to no area yet, by topic, partition and offset. */
	private static final String PARKED = "mash-intake-parked-changelog";

	private static final String ROUTING = "routing";

	private static final String CONSOLE = "console";

	private static final Duration PAUSE = Duration.ofMillis(300);

	private final String bootstrapServers;

	private final AvroDeserializer values = new AvroDeserializer();

	private final Map<FeedKey, Integer> feedNumbers = new LinkedHashMap<>();

	private final List<Counts> counts = new ArrayList<>();

	private final Map<Integer, BitSet> dealtWith = new HashMap<>();

	private final Set<String> parkedPlaces = new HashSet<>();

	private final Findings quarantined = new Findings();

	private final Findings unexpected = new Findings();

	private final Findings missing = new Findings();

	private final Findings parked = new Findings();

	private Accounts accounts = new Accounts(0);

	private Map<TopicPartition, Long> logAtStart = Map.of();

	private long repeated;

	/**
	 * Creates an audit of the hub on this machine; each runs once.
	 * @param ports its ports
	 */
	public TopicsAudit(Ports ports) {
		this.bootstrapServers = "127.0.0.1:" + ports.broker();
		this.values.configure(
				Map.of("schema.registry.url", "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7"), false);
	}

	/**
	 * Reads the topics.
	 * @param patience how long to wait for records that are on their way
	 * @return what they prove
	 */
	public AuditReport run(Duration patience) {
		long began = System.nanoTime();
		try (TopicReading agencies = new TopicReading(this.bootstrapServers, AGENCY_TOPICS.keySet());
				TopicReading hub = new TopicReading(this.bootstrapServers,
						List.of(AREA_LOG, APPLIED, QUARANTINE, PARKED))) {
			// In this order: what the log has by now was accepted before.
			this.logAtStart = hub.ends();
			Map<TopicPartition, Long> accepted = agencies.ends();
			this.accounts = new Accounts(agencies.atMost());
			agencies.readTo(accepted, this::accepted);
			hub.readTo(hub.ends(), this::ofHub);
			long deadline = System.nanoTime() + patience.toNanos();
			while (this.accounts.unsettled() > this.parkedPlaces.size() && System.nanoTime() < deadline) {
				HubClient.pause(PAUSE);
				hub.readTo(hub.ends(), this::ofHub);
			}
			if (this.accounts.unsettled() > 0) {
				agencies.again();
				agencies.readTo(accepted, this::nameUnsettled);
			}
		}
		return report(Duration.ofNanos(System.nanoTime() - began).toMillis());
	}

	private AuditReport report(long milliseconds) {
		List<Sums> sums = this.feedNumbers.entrySet()
			.stream()
			.map((feed) -> this.counts.get(feed.getValue()).sums(feed.getKey()))
			.sorted((one, other) -> one.toString().compareTo(other.toString()))
			.toList();
		boolean balanced = this.missing.count == 0 && this.unexpected.count == 0 && this.repeated == 0;
		return new AuditReport(balanced, sums, this.missing.shown, this.missing.count, this.parked.shown,
				this.parked.count, this.unexpected.shown, this.unexpected.count, this.quarantined.shown,
				this.quarantined.count, this.repeated, milliseconds);
	}

	private void accepted(ConsumerRecord<String, byte[]> record) {
		Accepted accepted = read(record);
		int feed = this.feedNumbers.computeIfAbsent(accepted.feed(), (unseen) -> {
			this.counts.add(new Counts());
			return this.counts.size() - 1;
		});
		this.counts.get(feed).accepted++;
		if (!this.accounts.accept(accepted.receipt(), feed)) {
			this.repeated++;
		}
	}

	void nameUnsettled(ConsumerRecord<String, byte[]> record) {
		Accepted accepted = read(record);
		int feed = this.accounts.feedOf(accepted.receipt());
		// What has no account came between the two readings.
		if (feed < 0 || this.accounts.isSettled(accepted.receipt())) {
			return;
		}
		Counts sums = this.counts.get(feed);
		String place = place(record.topic(), record.partition(), record.offset());
		String receipt = accepted.receipt().toString();
		boolean logged = this.accounts.isLogged(accepted.receipt());
		if (this.parkedPlaces.contains(place) && !logged) {
			sums.parked++;
			this.parked.add(new Found(receipt, place, "belongs to no known area"));
		}
		else {
			sums.missing++;
			this.missing.add(new Found(receipt, place, logged ? "is in the area log, neither applied nor in quarantine"
					: "is neither in the area log nor in quarantine"));
		}
	}

	private void ofHub(ConsumerRecord<String, byte[]> record) {
		if (record.topic().equals(AREA_LOG)) {
			logged(record);
		}
		else if (record.topic().equals(PARKED)) {
			parked(record);
		}
		else {
			switch (decode(record)) {
				case ObservationApplied one -> applied(one);
				case QuarantinedRecord one -> quarantined(one);
				// What it stood for is then missing, and shown as such.
				case null, default -> {
				}
			}
		}
	}

	private void logged(ConsumerRecord<String, byte[]> record) {
		UUID receipt = receiptIn(record.key());
		int feed = (receipt != null && record.value() != null) ? this.accounts.feedOf(receipt) : -1;
		if (receipt != null && feed >= 0) {
			this.counts.get(feed).logged++;
			this.accounts.logged(receipt, AreaLogEntries.in(record.headers()));
		}
	}

	private void applied(ObservationApplied one) {
		if (one.getKind() != ObservationKind.EVENT || !isFirst(one.getPartition(), one.getOffset())) {
			return;
		}
		UUID receipt = one.getProvenance().getReceiptId();
		int feed = this.accounts.feedOf(receipt);
		boolean aside = one.getOutcome() == AppliedOutcome.QUARANTINED;
		if (feed >= 0) {
			count(receipt, feed, aside);
		}
		else if (!aside && one.getOffset() < this.logAtStart
			.getOrDefault(new TopicPartition(AREA_LOG, one.getPartition()), 0L)) {
			this.unexpected.add(new Found(receipt.toString(), place(AREA_LOG, one.getPartition(), one.getOffset()),
					"was applied, and no agency topic has it"));
		}
	}

	private void quarantined(QuarantinedRecord one) {
		String place = place(one.getTopic(), one.getPartition(), one.getOffset());
		if (one.getStage().equals(CONSOLE)) {
			return;
		}
		if (one.getTopic().equals(AREA_LOG)) {
			UUID receipt = one.getReceiptId()
				.map(TopicsAudit::receiptIn)
				.or(() -> one.getKey()
					.map((key) -> receiptIn(StandardCharsets.UTF_8.decode(key.duplicate()).toString())))
				.orElse(null);
			this.quarantined.add(new Found((receipt != null) ? receipt.toString() : null, place, one.getReason()));
			if (receipt != null && this.accounts.feedOf(receipt) >= 0 && isFirst(one.getPartition(), one.getOffset())) {
				count(receipt, this.accounts.feedOf(receipt), true);
			}
		}
		else if (AGENCY_TOPICS.containsKey(one.getTopic())) {
			if (one.getStage().equals(ROUTING)) {
				this.parkedPlaces.add(place);
				return;
			}
			UUID receipt = one.getValue()
				.flatMap((value) -> header(decode(one.getTopic(), value)))
				.map(EventHeader::getReceiptId)
				.orElseGet(() -> unreadable(one.getTopic(), one.getPartition(), one.getOffset()));
			this.quarantined.add(new Found(receipt.toString(), place, one.getReason()));
			int feed = this.accounts.feedOf(receipt);
			if (feed >= 0) {
				this.counts.get(feed).quarantined++;
				this.accounts.refused(receipt);
			}
		}
	}

	private void count(UUID receipt, int feed, boolean aside) {
		if (aside) {
			this.counts.get(feed).quarantined++;
			this.accounts.quarantined(receipt);
		}
		else {
			this.counts.get(feed).applied++;
			this.accounts.applied(receipt);
		}
	}

	private void parked(ConsumerRecord<String, byte[]> record) {
		if (record.value() == null) {
			this.parkedPlaces.remove(record.key());
		}
		else if (AGENCY_TOPICS.containsKey(record.key().substring(0, record.key().indexOf('/')))) {
			this.parkedPlaces.add(record.key());
		}
	}

	private boolean isFirst(int partition, long offset) {
		BitSet entries = this.dealtWith.computeIfAbsent(partition, (unseen) -> new BitSet());
		boolean first = !entries.get(Math.toIntExact(offset));
		entries.set(Math.toIntExact(offset));
		return first;
	}

	private Accepted read(ConsumerRecord<String, byte[]> record) {
		Contract contract = AGENCY_TOPICS.get(record.topic());
		String type = (contract != null) ? contract.schema().getName() : record.topic();
		return header(decode(record))
			.map((header) -> new Accepted(header.getReceiptId(),
					new FeedKey(header.getAgency(), header.getOrganisationCode(), type)))
			.orElseGet(() -> new Accepted(unreadable(record.topic(), record.partition(), record.offset()),
					new FeedKey(record.topic().substring(0, record.topic().indexOf('.')), "unknown", type)));
	}

	private @Nullable SpecificRecord decode(ConsumerRecord<String, byte[]> record) {
		try {
			return this.values.deserialize(record.topic(), record.headers(), record.value());
		}
		catch (UndecodableRecordException ex) {
			return null;
		}
	}

	private @Nullable SpecificRecord decode(String topic, ByteBuffer value) {
		byte[] bytes = new byte[value.remaining()];
		value.duplicate().get(bytes);
		try {
			return this.values.deserialize(topic, bytes);
		}
		catch (UndecodableRecordException ex) {
			return null;
		}
	}

	private static Optional<EventHeader> header(@Nullable SpecificRecord event) {
		if (event == null) {
			return Optional.empty();
		}
		Schema.Field field = event.getSchema().getField("header");
		return (field != null && event.get(field.pos()) instanceof EventHeader header) ? Optional.of(header)
				: Optional.empty();
	}

	/** Stands for the receipt of what cannot be read. */
	private static UUID unreadable(String topic, int partition, long offset) {
		return NameUuid.of("unreadable", topic, partition, offset);
	}

	private static @Nullable UUID receiptIn(@Nullable String key) {
		try {
			return (key != null) ? UUID.fromString(key.substring(key.lastIndexOf('/') + 1)) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** As intake names the places of what it has parked. */
	private static String place(String topic, int partition, long offset) {
		return "%s/%05d/%020d".formatted(topic, partition, offset);
	}

	private record FeedKey(String agency, String organisation, String eventType) {
	}

	private record Accepted(UUID receipt, FeedKey feed) {
	}

	/** Sums of a feed. */
	private static final class Counts {

		private long accepted;

		private long logged;

		private long applied;

		private long quarantined;

		private long parked;

		private long missing;

		private Sums sums(FeedKey feed) {
			return new Sums(feed.agency(), feed.organisation(), feed.eventType(), this.accepted, this.logged,
					this.applied, this.quarantined, this.parked, this.missing);
		}

	}

	/** Some of what was found, and how much it was. */
	private static final class Findings {

		private final List<Found> shown = new ArrayList<>();

		private long count;

		private void add(Found found) {
			this.count++;
			if (this.shown.size() < AuditReport.MOST_SHOWN) {
				this.shown.add(found);
			}
		}

	}

}
