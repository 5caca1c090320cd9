package org.mashhub.standalone;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mashhub.correlation.stream.Patience;
import org.mashhub.correlation.stream.StreamMetrics;
import org.mashhub.correlation.stream.Topologies;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.messaging.Contracts;
import org.mashhub.tracing.Step;
import org.mashhub.tracing.Traces;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What correlation's delay is measured of, and which entries are in a trace: events that
 * are new, not the clock's ticks, and not years of log that a new epoch reads again.
 */
class DelayTest {

	private static final String TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

	private final MeterRegistry figures = new SimpleMeterRegistry();

	private final List<Observation> log = new Golden("first-light").log();

	@TempDir
	private Path directory;

	private TopologyTestDriver driver;

	@BeforeEach
	void start() {
		this.driver = correlation();
	}

	@AfterEach
	void close() {
		this.driver.close();
	}

	@Test
	void countsEventsAndNoTicks() {
		decide(first(ObservationKind.EVENT), Instant.now());
		decide(first(ObservationKind.TICK), Instant.now());

		assertThat(counted()).isEqualTo(1);
	}

	@Test
	void leavesOutWhatWasLoggedBeforeTheEpochBegan() {
		String before = decide(first(ObservationKind.EVENT), Instant.now().minus(Duration.ofDays(700)));
		assertThat(counted()).isZero();
		assertThat(before).as("no step of a trace that ended two years ago").isNull();

		String after = decide(last(ObservationKind.EVENT), Instant.now());

		assertThat(counted()).isEqualTo(1);
		assertThat(after).isEqualTo(TRACEPARENT);
	}

	private long counted() {
		return this.figures.get(StreamMetrics.DELAY).timer().count();
	}

	/** The trace of what comes of an entry. */
	private @Nullable String decide(Observation entry, Instant at) {
		TestInputTopic<String, SpecificRecord> areaLog = this.driver
			.createInputTopic(Contracts.topicOf(Observation.class), new StringSerializer(), OfflineSerde.serializer());
		TestOutputTopic<String, SpecificRecord> applied = this.driver.createOutputTopic(
				Contracts.topicOf(ObservationApplied.class), new StringDeserializer(), OfflineSerde.deserializer());
		areaLog.pipeInput(new TestRecord<>(entry.getReceiptId().toString(), entry,
				new RecordHeaders().add(Step.HEADER, TRACEPARENT.getBytes(StandardCharsets.US_ASCII)), at));
		return Step.in(applied.readRecord().headers());
	}

	private Observation first(ObservationKind kind) {
		return this.log.stream().filter((entry) -> entry.getKind() == kind).findFirst().orElseThrow();
	}

	private Observation last(ObservationKind kind) {
		return this.log.reversed().stream().filter((entry) -> entry.getKind() == kind).findFirst().orElseThrow();
	}

	private TopologyTestDriver correlation() {
		Properties properties = new Properties();
		properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "delay");
		properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
		properties.put(StreamsConfig.STATE_DIR_CONFIG, this.directory.toString());
		return new TopologyTestDriver(new Topologies(OfflineSerde::deserializer, OfflineSerde::serializer,
				new Patience(), new StreamMetrics(this.figures), Traces.off(), Duration.ofMillis(100))
			.correlation(CorrelationReplay.settings(), "any"), properties);
	}

}
