package org.mashhub.correlation.stream;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mashhub.correlation.intake.AreaTable;
import org.mashhub.correlation.intake.Intake;
import org.mashhub.correlation.intake.Routes;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.AreaLogEntries;
import org.mashhub.messaging.AvroSerializer;
import org.mashhub.tracing.Detail;
import org.mashhub.tracing.Step;
import org.mashhub.tracing.Traces;

/**
 * Runs intake on one partition of every agency topic. What cannot be read goes to
 * quarantine with its bytes; what cannot be routed yet is parked and tried again when the
 * area table changes.
 * <p>
 * Where a record went that its organisation alone does not place is kept in a store with
 * a changelog. Each task has its own: all versions of a record have one key, and every
 * agency topic has the same number of partitions, so they meet in it. What that does not
 * hold for, a retraction that names another record, {@code Destinations} tells.
 */
final class IntakeProcessor implements Processor<byte[], byte[], String, Object> {

	static final String AREAS = "areas";

	static final String PARKED = "parked";

	static final String ROUTES = "routes";

	static final String TO_LOG = "to-log";

	static final String TO_QUARANTINE = "to-quarantine";

	private static final Logger log = LoggerFactory.getLogger(IntakeProcessor.class);

	private static final Duration RETRY = Duration.ofMillis(250);

	private static final Duration SHOW_UNROUTED_AFTER = Duration.ofSeconds(30);

	private final Intake intake;

	private final Decoder decoder;

	private final Decoder areaDecoder;

	private final Duration tickInterval;

	private final StreamMetrics metrics;

	private final Traces traces;

	private final CommitPace pace;

	private final StateCodec codec = new StateCodec();

	private @Nullable ProcessorContext<String, Object> context;

	private @Nullable KeyValueStore<String, byte[]> parked;

	private @Nullable Routes routes;

	private AreaTable areas = new AreaTable(List.of());

	private int areasSeen = -1;

	/** The area table has changed since the parked records were tried last. */
	private boolean retryDue;

	private long parkedCount;

	IntakeProcessor(Intake intake, Decoder decoder, Decoder areaDecoder, Duration tickInterval, StreamMetrics metrics,
			Traces traces, CommitPace pace) {
		this.intake = intake;
		this.decoder = decoder;
		this.areaDecoder = areaDecoder;
		this.tickInterval = tickInterval;
		this.metrics = metrics;
		this.traces = traces;
		this.pace = pace;
	}

	@Override
	public void init(ProcessorContext<String, Object> processorContext) {
		this.context = processorContext;
		this.pace.startAgain();
		KeyValueStore<String, byte[]> store = Objects.requireNonNull(processorContext.getStateStore(PARKED));
		this.parked = store;
		this.parkedCount = 0;
		try (KeyValueIterator<String, byte[]> all = store.all()) {
			while (all.hasNext()) {
				all.next();
				this.parkedCount++;
			}
		}
		this.routes = new StoredRoutes(Objects.requireNonNull(processorContext.getStateStore(ROUTES)), this.codec);
		loadAreas();
		processorContext.schedule(RETRY, PunctuationType.WALL_CLOCK_TIME, (now) -> retryParked(now));
		if (processorContext.taskId().partition() == 0) {
			processorContext.schedule(this.tickInterval, PunctuationType.WALL_CLOCK_TIME, (now) -> tick(now));
		}
	}

	@Override
	public void process(Record<byte[], byte[]> message) {
		RecordMetadata metadata = context().recordMetadata().orElseThrow();
		Header fingerprint = message.headers().lastHeader(AvroSerializer.FINGERPRINT_HEADER);
		Parked arrived = new Parked(metadata.topic(), metadata.partition(), metadata.offset(), message.timestamp(),
				message.key(), (message.value() != null) ? message.value() : new byte[0],
				(fingerprint != null) ? fingerprint.value() : null, false);
		try (Step step = this.traces.follow("take in", message.headers())) {
			step.with(Detail.TOPIC, arrived.topic());
			if (!accept(arrived)) {
				step.with(Detail.OUTCOME, "parked");
				park(arrived);
			}
		}
		this.pace.after(context(), message.timestamp());
	}

	/** Takes a record in, or says that it cannot be routed yet. */
	private boolean accept(Parked arrived) {
		List<Intake.Routing> routings;
		try {
			SpecificRecord decoded = this.decoder.decode(arrived.topic(), headers(arrived), arrived.value());
			Instant loggedAt = Instant.ofEpochMilli(arrived.timestamp());
			routings = this.intake.take(decoded, this.areas, routes(), loggedAt);
			if (routings.isEmpty()) {
				loadAreas();
				routings = this.intake.take(decoded, this.areas, routes(), loggedAt);
			}
		}
		catch (Patience.ClosedWhileWaitingException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			quarantine(arrived, "intake", Poison.reason(ex));
			return true;
		}
		int entries = routings.size();
		routings.forEach((routing) -> forward(routing.observation(), routing.area(), arrived.timestamp(), entries));
		this.metrics.takenIn(arrived.topic(), routings.isEmpty() ? "parked" : "logged");
		return !routings.isEmpty();
	}

	/**
	 * An event of two areas is two entries: the area is part of the key, or compaction
	 * keeps but one.
	 */
	private void forward(Observation observation, AreaEntry area, long timestamp, int entries) {
		Headers headers = AreaLogEntries.of(entries);
		Step.current().with(Detail.RECEIPT_ID, observation.getReceiptId()).into(headers);
		context().forward(new Record<>(area.getArea() + "/" + observation.getReceiptId(),
				new Routed(observation, area.getPartition()), timestamp, headers), TO_LOG);
	}

	private void quarantine(Parked record, String stage, String reason) {
		log.atError()
			.addKeyValue("topic", record.topic())
			.addKeyValue("partition", record.partition())
			.addKeyValue("offset", record.offset())
			.addKeyValue("reason", reason)
			.log("Put a record into quarantine");
		this.metrics.quarantined(stage);
		QuarantinedRecord quarantined = QuarantinedRecord.newBuilder()
			.setStage(stage)
			.setTopic(record.topic())
			.setPartition(record.partition())
			.setOffset(record.offset())
			.setKey((record.key() != null) ? ByteBuffer.wrap(record.key()) : null)
			.setValue(ByteBuffer.wrap(record.value()))
			.setReason(reason)
			.setAt(Instant.ofEpochMilli(record.timestamp()))
			.build();
		context().forward(new Record<>(record.topic() + "-" + record.partition() + "-" + record.offset(),
				(Object) quarantined, record.timestamp()), TO_QUARANTINE);
	}

	private void park(Parked record) {
		parked().put(parkedKey(record), this.codec.encode(record));
		this.parkedCount++;
		log.atWarn()
			.addKeyValue("topic", record.topic())
			.addKeyValue("offset", record.offset())
			.log("Parked a record that belongs to no known area");
	}

	private void retryParked(long now) {
		this.metrics.parked(context().taskId().toString(), this.parkedCount);
		loadAreas();
		boolean retry = this.retryDue;
		this.retryDue = false;
		if (this.parkedCount == 0) {
			return;
		}
		List<KeyValue<String, byte[]>> waiting = new ArrayList<>();
		try (KeyValueIterator<String, byte[]> all = parked().all()) {
			all.forEachRemaining(waiting::add);
		}
		for (KeyValue<String, byte[]> entry : waiting) {
			Parked record = this.codec.decode(entry.value, Parked.class);
			if (retry && accept(record)) {
				parked().delete(entry.key);
				this.parkedCount--;
			}
			else if (!record.reported() && now - record.timestamp() > SHOW_UNROUTED_AFTER.toMillis()) {
				quarantine(record, "routing",
						"belongs to no known area; kept, and taken in when the area table names one");
				parked().put(entry.key, this.codec.encode(record.shown()));
			}
		}
	}

	private void tick(long now) {
		for (AreaEntry area : this.areas.all()) {
			if (area.getClock() == AreaClock.WALL) {
				forward(this.intake.tick(area, Instant.ofEpochMilli(now)), area, now, 1);
			}
		}
	}

	/** Reads the area table afresh when it has changed. */
	private void loadAreas() {
		ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store = Objects
			.requireNonNull(context().getStateStore(AREAS));
		List<byte[]> entries = new ArrayList<>();
		int seen = 1;
		try (KeyValueIterator<String, ValueAndTimestamp<byte[]>> all = store.all()) {
			while (all.hasNext()) {
				byte[] entry = all.next().value.value();
				entries.add(entry);
				seen = 31 * seen + Arrays.hashCode(entry);
			}
		}
		if (seen == this.areasSeen) {
			return;
		}
		List<AreaEntry> decoded = new ArrayList<>();
		for (byte[] entry : entries) {
			Optional.of(this.areaDecoder.decode("hub.areas.v1", new RecordHeaders(), entry))
				.filter(AreaEntry.class::isInstance)
				.map(AreaEntry.class::cast)
				.ifPresent(decoded::add);
		}
		this.areas = new AreaTable(decoded);
		this.areasSeen = seen;
		this.retryDue = true;
	}

	private static Headers headers(Parked record) {
		RecordHeaders headers = new RecordHeaders();
		if (record.fingerprint() != null) {
			headers.add(AvroSerializer.FINGERPRINT_HEADER, record.fingerprint());
		}
		return headers;
	}

	private static String parkedKey(Parked record) {
		return "%s/%05d/%020d".formatted(record.topic(), record.partition(), record.offset());
	}

	private ProcessorContext<String, Object> context() {
		return Objects.requireNonNull(this.context, "init() was not called");
	}

	private Routes routes() {
		return Objects.requireNonNull(this.routes, "init() was not called");
	}

	private KeyValueStore<String, byte[]> parked() {
		return Objects.requireNonNull(this.parked, "init() was not called");
	}

}
