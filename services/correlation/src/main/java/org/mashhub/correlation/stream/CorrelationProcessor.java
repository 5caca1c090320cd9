package org.mashhub.correlation.stream;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mashhub.correlation.area.AreaEngine;
import org.mashhub.correlation.area.EngineSettings;
import org.mashhub.correlation.area.Output;
import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.UndecodableRecordException;
import org.mashhub.tracing.Detail;
import org.mashhub.tracing.Step;
import org.mashhub.tracing.Traces;

/**
 * Runs the engines of all areas of one partition of the area log. An entry that an engine
 * cannot apply is put into quarantine with its bytes and offset, the skip is noted in the
 * state, and the area goes on. So is a day that could not be brought about for some
 * people, while it passes for all others.
 */
final class CorrelationProcessor implements Processor<byte[], byte[], String, SpecificRecord> {

	static final String STATE = "area-state";

	static final String EPOCH = "epoch";

	private static final String SKIPPED = "skipped";

	/**
	 * When this epoch began by the wall's clock. What was logged before is decided again;
	 * only figures and traces, which leave it out, depend on this.
	 */
	private static final String SINCE = "since";

	private static final Logger log = LoggerFactory.getLogger(CorrelationProcessor.class);

	private final EngineSettings settings;

	private final String epoch;

	private final Decoder decoder;

	private final OutputWriter writer;

	private final StreamMetrics metrics;

	private final Traces traces;

	private final AreaStore.Supplier stores;

	private final FormerAlerts former;

	private final CommitPace pace;

	private final StateCodec codec = new StateCodec();

	private final Map<String, AreaState> states = new HashMap<>();

	private final Map<String, AreaEngine> engines = new HashMap<>();

	private @Nullable ProcessorContext<String, SpecificRecord> context;

	private @Nullable KeyValueStore<String, byte[]> store;

	private @Nullable AreaStore areaStore;

	private long since;

	CorrelationProcessor(EngineSettings settings, String epoch, Decoder decoder, StreamMetrics metrics, Traces traces,
			AreaStore.Supplier stores, FormerAlerts former, CommitPace pace) {
		this.settings = settings;
		this.epoch = epoch;
		this.decoder = decoder;
		this.writer = new OutputWriter(epoch);
		this.metrics = metrics;
		this.traces = traces;
		this.stores = stores;
		this.former = former;
		this.pace = pace;
	}

	@Override
	public void init(ProcessorContext<String, SpecificRecord> processorContext) {
		this.context = processorContext;
		// After a transaction was aborted the same processor begins again: what is not in
		// the changelog has not happened.
		this.engines.clear();
		this.states.clear();
		this.former.startAgain();
		this.pace.startAgain();
		this.store = Objects.requireNonNull(processorContext.<KeyValueStore<String, byte[]>>getStateStore(STATE));
		// A store on disk keeps this process's identity, so that a restart fences the old
		// producer at once.
		KeyValueStore<String, String> epochs = Objects.requireNonNull(processorContext.getStateStore(EPOCH));
		if (!this.epoch.equals(epochs.get(EPOCH))) {
			epochs.put(EPOCH, this.epoch);
			epochs.put(SINCE, Long.toString(System.currentTimeMillis()));
		}
		String began = epochs.get(SINCE);
		this.since = (began != null) ? Long.parseLong(began) : 0;
		AreaStore tables = this.stores.of(processorContext.taskId());
		this.areaStore = tables;
		tables.areas().forEach(this::load);
	}

	private AreaEngine load(String area, KeptTables kept) {
		AreaState state = LoggedState.over(area, kept, Objects.requireNonNull(this.store), this.codec);
		new Indexes(state, this.settings.model()::blockingKeys).rebuild();
		AreaEngine engine = new AreaEngine(area, this.settings, state);
		this.states.put(area, state);
		this.engines.put(area, engine);
		return engine;
	}

	@Override
	public void process(Record<byte[], byte[]> message) {
		work(message);
		this.pace.after(context(), message.timestamp());
	}

	private void work(Record<byte[], byte[]> message) {
		if (message.timestamp() < this.since) {
			// Its steps were taken, and its delay was counted, in an epoch before.
			decide(message);
			return;
		}
		boolean anEvent;
		try (Step _ = this.traces.follow("decide", message.headers())) {
			anEvent = decide(message);
		}
		if (anEvent) {
			this.metrics.decidedAfter(System.currentTimeMillis() - message.timestamp());
		}
	}

	/** Whether it was an event of an agency, and could be decided. */
	private boolean decide(Record<byte[], byte[]> message) {
		RecordMetadata metadata = context().recordMetadata().orElseThrow();
		byte[] bytes = (message.value() != null) ? message.value() : new byte[0];
		Observation observation = null;
		Entry entry;
		AreaEngine.Prepared prepared;
		List<Message> outputs;
		try {
			SpecificRecord decoded = this.decoder.decode(metadata.topic(), message.headers(), bytes);
			if (!(decoded instanceof Observation read)) {
				throw new UndecodableRecordException("the area log holds a " + decoded.getSchema().getName());
			}
			observation = read;
			entry = EntryReader.read(read, metadata.offset(), this.epoch);
			prepared = engine(read.getArea()).prepare(entry);
			outputs = this.writer.write(read, prepared.result(), metadata.partition(), metadata.offset());
		}
		catch (Patience.ClosedWhileWaitingException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			quarantine(metadata, message, bytes, observation, ex);
			return false;
		}
		// From here on nothing can fail that a retry would not mend.
		if (entry instanceof Entry.HubRecord done && message.timestamp() >= this.since) {
			outputs = withFormer(observation.getArea(), done, prepared.result(), outputs);
		}
		prepared.apply();
		count(prepared.result());
		describe(observation, prepared.result());
		outputs.forEach((output) -> forward(output, message.timestamp()));
		for (RuntimeException failure : prepared.result().failures()) {
			setAside(metadata, message, bytes, observation, failure);
		}
		return observation.getKind() == ObservationKind.EVENT;
	}

	private List<Message> withFormer(String area, Entry.HubRecord done, AreaEngine.Result result,
			List<Message> outputs) {
		AreaState state = Objects.requireNonNull(this.states.get(area));
		return this.former.after(area, done, result.clock(), (alert) -> state.alerts().get(alert) != null)
			.map((alert) -> OutputWriter.with(alert, outputs))
			.orElse(outputs);
	}

	private AreaEngine engine(String area) {
		AreaEngine engine = this.engines.get(area);
		return (engine != null) ? engine : load(area, Objects.requireNonNull(this.areaStore).area(area));
	}

	private void quarantine(RecordMetadata metadata, Record<byte[], byte[]> message, byte[] bytes,
			@Nullable Observation observation, RuntimeException cause) {
		if (observation != null) {
			forward(this.writer.quarantined(observation, observation.getClock(), metadata.partition(),
					metadata.offset()), message.timestamp());
		}
		setAside(metadata, message, bytes, observation, cause);
	}

	/** Puts an entry into quarantine that is left out as a whole, or for some people. */
	private void setAside(RecordMetadata metadata, Record<byte[], byte[]> message, byte[] bytes,
			@Nullable Observation observation, RuntimeException cause) {
		String reason = Poison.reason(cause);
		log.atError()
			.addKeyValue("partition", metadata.partition())
			.addKeyValue("offset", metadata.offset())
			.addKeyValue("reason", reason)
			.log("Put an entry of the area log into quarantine");
		this.metrics.quarantined("correlation");
		if (observation != null) {
			AreaState state = this.states.get(observation.getArea());
			if (state != null) {
				Long skipped = state.values().get(SKIPPED);
				state.values().put(SKIPPED, (skipped != null) ? skipped + 1 : 1);
			}
		}
		forward(new Message(metadata.topic() + "-" + metadata.partition() + "-" + metadata.offset(),
				QuarantinedRecord.newBuilder()
					.setStage("correlation")
					.setTopic(metadata.topic())
					.setPartition(metadata.partition())
					.setOffset(metadata.offset())
					.setKey((message.key() != null) ? ByteBuffer.wrap(message.key()) : null)
					.setValue(ByteBuffer.wrap(bytes))
					.setArea((observation != null) ? observation.getArea() : null)
					.setReceiptId((observation != null) ? observation.getReceiptId().toString() : null)
					.setReason(reason)
					.setAt(Instant.ofEpochMilli(message.timestamp()))
					.build()),
				message.timestamp());
	}

	private static void describe(Observation observation, AreaEngine.Result result) {
		Step.current()
			.with(Detail.AREA, observation.getArea())
			.with(Detail.EVENT_TYPE, observation.getEventType())
			.with(Detail.RECEIPT_ID, observation.getReceiptId())
			.with(Detail.OUTCOME, result.outcome());
	}

	private void count(AreaEngine.Result result) {
		this.metrics.entry(result.outcome());
		for (Output output : result.outputs()) {
			switch (output) {
				case Output.MentionDecided decided -> this.metrics.decided((decided.change().to() == null) ? "withdrawn"
						: decided.change().joined() ? "joined" : "founded");
				case Output.AlertChanged changed -> this.metrics.alert(changed.alert().rule(),
						changed.alert().content().colour(), OutputWriter.state(changed.alert()).name());
				case Output.QuestionChanged question ->
					this.metrics.decided(question.review().open() ? "review" : "settled");
				case Output.PersonsMerged _ -> this.metrics.decided("merged");
				case Output.PersonSplit _ -> this.metrics.decided("split");
				case Output.LinkRetracted _, Output.RecordChanged _, Output.PictureChanged _, Output.PictureWithdrawn _,
						Output.StatusTold _ ->
					{
					}
			}
		}
	}

	private void forward(Message output, long timestamp) {
		Record<String, SpecificRecord> record = new Record<>(output.key(), output.value(), timestamp);
		Step.current().into(record.headers());
		context().forward(record, Topologies.sink(Contracts.topicOf(output.value().getClass())));
	}

	private ProcessorContext<String, SpecificRecord> context() {
		return Objects.requireNonNull(this.context, "init() was not called");
	}

}
