package org.mashhub.correlation.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.area.EngineSettings;
import org.mashhub.correlation.intake.Intake;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.ChildPicture;
import org.mashhub.hub.v1.ChronologyEntry;
import org.mashhub.hub.v1.ClockSet;
import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.hub.v1.LinkDecided;
import org.mashhub.hub.v1.LinkRetracted;
import org.mashhub.hub.v1.LinkReview;
import org.mashhub.hub.v1.MentionLinked;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.PersonSplit;
import org.mashhub.hub.v1.PersonsMerged;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;
import org.mashhub.tracing.Traces;

/** The two topologies: intake writes the area log, correlation reads it. */
public final class Topologies {

	private static final List<Class<? extends SpecificRecord>> OUTPUTS = List.of(MentionLinked.class,
			PersonsMerged.class, PersonSplit.class, LinkRetracted.class, LinkReview.class, ChildPicture.class,
			ChronologyEntry.class, Alert.class, StatusNotice.class, ObservationApplied.class, QuarantinedRecord.class);

	private final Supplier<Deserializer<?>> deserializers;

	private final Supplier<Serializer<SpecificRecord>> serializers;

	private final Patience patience;

	private final StreamMetrics metrics;

	private final Traces traces;

	private final Duration commitInterval;

	/**
	 * Creates topologies.
	 * @param deserializers gives a configured deserializer, each time a new one
	 * @param serializers gives a configured serializer, each time a new one
	 * @param patience waits for the registry
	 * @param metrics counts
	 * @param traces begins steps of traces
	 * @param commitInterval how long what came of a record waits to be committed, where
	 * nothing queues
	 */
	public Topologies(Supplier<Deserializer<?>> deserializers, Supplier<Serializer<SpecificRecord>> serializers,
			Patience patience, StreamMetrics metrics, Traces traces, Duration commitInterval) {
		this.deserializers = deserializers;
		this.serializers = serializers;
		this.patience = patience;
		this.metrics = metrics;
		this.traces = traces;
		this.commitInterval = commitInterval;
	}

	/**
	 * Agency topics and the hub's own records in, the area log out.
	 * @param intake decides where a record belongs and what it says
	 * @param tickInterval how often the clock of an area that keeps the wall's time ticks
	 * @return the topology
	 */
	public Topology intake(Intake intake, Duration tickInterval) {
		StreamsBuilder builder = new StreamsBuilder();
		builder.globalTable(Contracts.topicOf(AreaEntry.class), Consumed.with(Serdes.String(), Serdes.ByteArray()),
				Materialized.as(Stores.inMemoryKeyValueStore(IntakeProcessor.AREAS)));
		Topology topology = builder.build();
		topology.addSource("events", new ByteArrayDeserializer(), new ByteArrayDeserializer(),
				intakeTopics().toArray(String[]::new));
		topology.addProcessor("intake", () -> new IntakeProcessor(intake, decoder(), decoder(), tickInterval,
				this.metrics, this.traces, new CommitPace(this.commitInterval)), "events");
		topology.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(IntakeProcessor.PARKED),
				Serdes.String(), Serdes.ByteArray()), "intake");
		topology.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(IntakeProcessor.ROUTES),
				Serdes.String(), Serdes.ByteArray()), "intake");
		topology.addSink(IntakeProcessor.TO_LOG, Contracts.topicOf(Observation.class), new StringSerializer(),
				new RoutedSerializer(serializer()), (topic, key, value, partitions) -> Optional
					.of(Set.of((value instanceof Routed routed) ? routed.partition() % partitions : 0)),
				"intake");
		topology.addSink(IntakeProcessor.TO_QUARANTINE, Contracts.topicOf(QuarantinedRecord.class),
				new StringSerializer(), new RoutedSerializer(serializer()), "intake");
		return topology;
	}

	/**
	 * The area log in, everything that correlation gives out.
	 * @param settings what the epoch consists of
	 * @param epoch its name
	 * @return the topology
	 */
	public Topology correlation(EngineSettings settings, String epoch) {
		return correlation(settings, epoch, UnaryOperator.identity(), FormerAlerts::none);
	}

	/**
	 * The same for an epoch that stands in a hub, where another may have stood before.
	 * @param settings what the epoch consists of
	 * @param epoch its name
	 * @param connection how the broker is reached
	 * @return the topology
	 */
	Topology standing(EngineSettings settings, String epoch, Map<String, Object> connection) {
		return correlation(settings, epoch, UnaryOperator.identity(),
				() -> new FormerAlerts(new TopicOfAlerts(connection, decoder())::newest));
	}

	/**
	 * The same for an epoch that works beside another one: what it gives out goes to
	 * topics of its own.
	 * @param settings what the epoch consists of
	 * @param epoch its name
	 * @return the topology
	 */
	public Topology shadow(EngineSettings settings, String epoch) {
		return correlation(settings, epoch, (topic) -> ShadowTopics.name(epoch, topic), FormerAlerts::none);
	}

	private Topology correlation(EngineSettings settings, String epoch, UnaryOperator<String> place,
			Supplier<FormerAlerts> former) {
		Topology topology = new Topology();
		topology.addSource("area-log", new ByteArrayDeserializer(), new ByteArrayDeserializer(),
				Contracts.topicOf(Observation.class));
		AreaStore.Supplier stores = new AreaStore.Supplier(CorrelationProcessor.STATE);
		topology.addProcessor("correlation", () -> new CorrelationProcessor(settings, epoch, decoder(), this.metrics,
				this.traces, stores, former.get(), new CommitPace(this.commitInterval)), "area-log");
		topology.addStateStore(Stores.keyValueStoreBuilder(stores, Serdes.String(), Serdes.ByteArray()), "correlation");
		topology.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(CorrelationProcessor.EPOCH),
				Serdes.String(), Serdes.String()), "correlation");
		for (Class<? extends SpecificRecord> output : OUTPUTS) {
			String topic = Contracts.topicOf(output);
			// A record is of its contract's topic wherever it goes: that is where the
			// registry knows its schema.
			topology.addSink(sink(topic), place.apply(topic), new StringSerializer(),
					new ContractSerializer(topic, serializer()), "correlation");
		}
		return topology;
	}

	/**
	 * The topics that intake reads: every agency's, what people do in the hub, and what
	 * organisations declare to publish.
	 * @return names of topics
	 */
	public static List<String> intakeTopics() {
		List<String> hubRecords = List.of(Contracts.topicOf(AlertAcknowledged.class),
				Contracts.topicOf(AlertDecided.class), Contracts.topicOf(LinkDecided.class),
				Contracts.topicOf(FeedDeclared.class), Contracts.topicOf(ClockSet.class));
		return Contracts.all()
			.stream()
			.map(Contract::topic)
			.filter((topic) -> !topic.startsWith("hub.") || hubRecords.contains(topic))
			.toList();
	}

	/** The topics that correlation writes. */
	static List<String> outputs() {
		return OUTPUTS.stream().map(Contracts::topicOf).toList();
	}

	static String sink(String topic) {
		return "to-" + topic;
	}

	Decoder decoder() {
		return new Decoder(this.deserializers.get(), this.patience);
	}

	private Serializer<SpecificRecord> serializer() {
		return new PatientSerializer(this.serializers.get(), this.patience);
	}

	/** Waits for the registry where the schema's id is not known yet. */
	private record PatientSerializer(Serializer<SpecificRecord> delegate,
			Patience patience) implements Serializer<SpecificRecord> {

		@Override
		public byte @Nullable [] serialize(String topic, SpecificRecord data) {
			return this.patience.until(() -> this.delegate.serialize(topic, data));
		}

		@Override
		public byte @Nullable [] serialize(String topic, Headers headers, SpecificRecord data) {
			return this.patience.until(() -> this.delegate.serialize(topic, headers, data));
		}

	}

	/** Writes records as those of one topic. */
	private record ContractSerializer(String contract,
			Serializer<SpecificRecord> delegate) implements Serializer<SpecificRecord> {

		@Override
		public byte @Nullable [] serialize(String topic, SpecificRecord data) {
			return this.delegate.serialize(this.contract, data);
		}

		@Override
		public byte @Nullable [] serialize(String topic, Headers headers, SpecificRecord data) {
			return this.delegate.serialize(this.contract, headers, data);
		}

	}

	/** Writes the observation of a routed one, and any other record as it is. */
	private record RoutedSerializer(Serializer<SpecificRecord> delegate) implements Serializer<Object> {

		@Override
		public byte @Nullable [] serialize(String topic, Object data) {
			return this.delegate.serialize(topic, record(data));
		}

		@Override
		public byte @Nullable [] serialize(String topic, Headers headers, Object data) {
			return this.delegate.serialize(topic, headers, record(data));
		}

		private static SpecificRecord record(Object data) {
			return (data instanceof Routed routed) ? routed.observation() : (SpecificRecord) data;
		}

	}

}
