package org.mashhub.correlation.stream;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

import org.mashhub.correlation.CorrelationProperties;
import org.mashhub.correlation.CorrelationProperties.Part;
import org.mashhub.correlation.area.EngineSettings;
import org.mashhub.correlation.intake.HomeKeys;
import org.mashhub.correlation.intake.Intake;
import org.mashhub.correlation.intake.ObservationFactory;
import org.mashhub.tracing.Traces;

/**
 * Runs intake, correlation or both, exactly once each, and says whether they run. A fault
 * outside is waited for: a failed thread is replaced and takes up where its last commit
 * was.
 */
public final class CorrelationStreams implements SmartLifecycle, HealthIndicator {

	private static final Logger log = LoggerFactory.getLogger(CorrelationStreams.class);

	private static final int FETCH_AT_LEAST = 65536;

	private static final int FETCH_WAITS_MS = 20;

	private static final int ANSWERED_WITHIN_MS = 12000;

	private static final int TRANSACTION_MS = 30_000;

	private static final int CONNECTED_WITHIN_MS = 5000;

	private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

	private final CorrelationProperties properties;

	private final EngineSettings settings;

	private final String epoch;

	private final StreamMetrics metrics;

	private final Traces traces;

	private final AtomicReference<@Nullable Running> running = new AtomicReference<>();

	/**
	 * Creates the runner.
	 * @param properties settings
	 * @param settings what the epoch consists of
	 * @param epoch its name
	 * @param metrics counts
	 * @param traces begins steps of traces
	 */
	public CorrelationStreams(CorrelationProperties properties, EngineSettings settings, String epoch,
			StreamMetrics metrics, Traces traces) {
		this.properties = properties;
		this.settings = settings;
		this.epoch = epoch;
		this.metrics = metrics;
		this.traces = traces;
	}

	@Override
	public void start() {
		Patience patience = new Patience();
		Topologies topologies = new Topologies(this::deserializer, this::serializer, patience, this.metrics,
				this.traces, this.properties.commitInterval());
		Map<Part, KafkaStreams> streams = new EnumMap<>(Part.class);
		for (Part part : this.properties.run()) {
			streams.put(part, streams(part, topologies));
		}
		this.running.set(new Running(patience, streams));
		streams.values().forEach(KafkaStreams::start);
		log.atInfo()
			.addKeyValue("epoch", this.epoch)
			.addKeyValue("shadow", this.properties.shadow())
			.addKeyValue("run", streams.keySet())
			.log("Started streams");
	}

	@Override
	public void stop() {
		Running stopped = this.running.getAndSet(null);
		if (stopped != null) {
			stopped.patience().close();
			stopped.streams().values().forEach((streams) -> streams.close(CLOSE_WITHIN));
			log.atInfo().log("Stopped streams");
		}
	}

	@Override
	public boolean isRunning() {
		return this.running.get() != null;
	}

	@Override
	public Health health() {
		Running current = this.running.get();
		if (current == null) {
			return Health.down().build();
		}
		boolean up = current.streams().values().stream().allMatch(CorrelationStreams::ready)
				&& !current.patience().isWaiting();
		Health.Builder health = (up ? Health.up() : Health.down()).withDetail("epoch", this.epoch);
		current.streams()
			.forEach(
					(part, streams) -> health.withDetail(part.name().toLowerCase(Locale.ROOT), streams.state().name()));
		return health.build();
	}

	private static boolean ready(KafkaStreams streams) {
		return streams.state() == KafkaStreams.State.RUNNING;
	}

	private KafkaStreams streams(Part part, Topologies topologies) {
		return switch (part) {
			case INTAKE -> streams(
					topologies.intake(new Intake(new ObservationFactory(new HomeKeys(this.properties.homeKeySecret()))),
							this.properties.tickInterval()),
					"mash-intake");
			case CORRELATION -> streams(correlation(topologies), application(this.epoch));
		};
	}

	/** What the broker calls an epoch: its group, and what its own topics begin with. */
	static String application(String epoch) {
		return "mash-correlation-" + epoch;
	}

	private Topology correlation(Topologies topologies) {
		Map<String, Object> connection = new HashMap<>(this.properties.clientProperties());
		connection.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, this.properties.bootstrapServers());
		if (!this.properties.shadow()) {
			return topologies.standing(this.settings, this.epoch, connection);
		}
		new StandingEpochs(connection, topologies.decoder()).refuseInShadow(this.epoch);
		ShadowTopics.create(connection, this.epoch, this.properties.replicas());
		return topologies.shadow(this.settings, this.epoch);
	}

	private KafkaStreams streams(Topology topology, String applicationId) {
		KafkaStreams streams = new KafkaStreams(topology, config(applicationId));
		streams.setUncaughtExceptionHandler((cause) -> {
			log.atError()
				.addKeyValue("application", applicationId)
				.addKeyValue("cause", String.valueOf(Utils.stackTrace(cause)))
				.log("Replacing a failed stream thread");
			return StreamThreadExceptionResponse.REPLACE_THREAD;
		});
		return streams;
	}

	private Properties config(String applicationId) {
		Properties config = new Properties();
		config.putAll(this.properties.clientProperties());
		config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
		config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, this.properties.bootstrapServers());
		config.put(StreamsConfig.STATE_DIR_CONFIG, this.properties.stateDirectory());
		config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
		config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, this.properties.commitIntervalBehind().toMillis());
		config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
		config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, this.properties.replicas());
		config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, this.properties.standbyReplicas());
		config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
		config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
		config.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, Duration.ofDays(1).toMillis());
		// A broker that the network has lost says nothing: others lead in its place ten
		// seconds later, and are asked then.
		config.put(StreamsConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWERED_WITHIN_MS);
		config.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, CONNECTED_WITHIN_MS);
		config.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, CONNECTED_WITHIN_MS);
		config.put(StreamsConfig.topicPrefix(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG), "0.3");
		config.put(StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
				applicationId + "-" + this.properties.instance());
		config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
		config.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6000);
		config.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1500);
		// Some more records at a time, for a few milliseconds: a fetch costs the same for
		// one as for many.
		config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), FETCH_AT_LEAST);
		config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), FETCH_WAITS_MS);
		config.put(StreamsConfig.restoreConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 10000);
		// Nobody sees a record before it is committed, which sends what still lingers.
		config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
				this.properties.commitInterval().toMillis());
		config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 131072);
		config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
		// A slow entry must not have its transaction aborted under it: it would be
		// applied
		// again and again. A process that starts again fences its former self at once.
		config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MS);
		// Before it is compressed; topics take 4 MiB after. The picture of a family with
		// hundreds of records names them all.
		config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), 16 * 1024 * 1024);
		return config;
	}

	@SuppressWarnings("unchecked")
	private Serializer<SpecificRecord> serializer() {
		Serializer<SpecificRecord> serializer = (Serializer<SpecificRecord>) instance(this.properties.serializer());
		serializer.configure(clientProperties(), false);
		return serializer;
	}

	private Deserializer<?> deserializer() {
		Deserializer<?> deserializer = (Deserializer<?>) instance(this.properties.deserializer());
		deserializer.configure(clientProperties(), false);
		return deserializer;
	}

	private Map<String, String> clientProperties() {
		return new HashMap<>(this.properties.clientProperties());
	}

	private static Object instance(String className) {
		try {
			return Class.forName(className).getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException("cannot create the configured serde " + className, ex);
		}
	}

	/**
	 * What runs.
	 *
	 * @param patience waits for the registry
	 * @param streams the topologies
	 */
	private record Running(Patience patience, Map<Part, KafkaStreams> streams) {
	}

}
