package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.proto.common.v1.KeyValue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.Observation;
import org.mashhub.messaging.Contracts;
import org.mashhub.standalone.TraceCollector.Seen;
import org.mashhub.tracing.Detail;
import org.mashhub.tracing.Step;
import org.mashhub.testinfrastructure.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A record's way through the hub is one trace, from the request that brings it to the
 * message that tells of it, and says nothing of anybody.
 */
@RealInfrastructure
class TracesIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final List<String> RECORDS = List.of("01-birth-visit.json", "05-incident-violence-corrected.json");

	private static final ListAppender<ILoggingEvent> LINES = new ListAppender<>() {
		@Override
		protected void append(ILoggingEvent line) {
			// What its thread is in, as long as it is.
			line.prepareForDeferredProcessing();
			super.append(line);
		}
	};

	private static TraceCollector collector;

	private static RunningHub hub;

	private static Level level;

	@BeforeAll
	static void tellAStory() throws IOException {
		LINES.start();
		level = log().getEffectiveLevel();
		log().addAppender(LINES);
		collector = new TraceCollector();
		System.setProperty("MASH_TRACES", collector.endpoint().toString());
		try {
			hub = RunningHub.start();
		}
		finally {
			System.clearProperty("MASH_TRACES");
		}
		log().setLevel(Level.INFO);
		String area = hub.openArea("traces", Instant.parse("2025-09-12T14:00:00Z"));
		hub.send(area, "health-visiting", "/health-visiting/birth-visits", record(RECORDS.get(0)));
		hub.send(area, "police", "/police/incidents", record(RECORDS.get(1)));
		Awaitility.await("the duty desk is told, and officers see it")
			.atMost(PATIENCE)
			.until(() -> named("deliver").count() >= 1 && named("show").count() >= 1 && named("POST /").count() >= 2);
	}

	@AfterAll
	static void stop() {
		log().detachAppender(LINES);
		log().setLevel(level);
		hub.close();
		collector.close();
	}

	@Test
	void leadsFromTheRequestToTheNotificationAndTheConsole() {
		awaitSteps((all) -> assertThat(all.stream().map((seen) -> seen.way(all))).contains(
				"adapter: POST /police/incidents > adapter: send > correlation: take in > correlation: decide > "
						+ "notification: choose recipients > notification: deliver",
				"adapter: POST /police/incidents > adapter: send > correlation: take in > correlation: decide > "
						+ "console: show"));
	}

	@Test
	void everyTraceIsOneTreeThatBeginsWithARequest() {
		awaitSteps((all) -> {
			assertThat(all).isNotEmpty().allSatisfy((seen) -> assertThat(seen.way(all)).startsWith("adapter: POST /"));
			assertThat(all.stream().filter((seen) -> seen.span().getName().startsWith("POST /")))
				.extracting((seen) -> seen.span().getTraceId())
				.doesNotHaveDuplicates();
		});
	}

	@Test
	void saysNothingOfAnybody() {
		List<String> allowed = Arrays.stream(Detail.values()).map(Detail::key).toList();
		List<String> said = new ArrayList<>();
		for (Seen seen : collector.seen()) {
			said.add(seen.span().getName());
			said.add(seen.span().getStatus().getMessage());
			assertThat(seen.span().getEventsList()).isEmpty();
			for (KeyValue attribute : seen.span().getAttributesList()) {
				assertThat(attribute.getKey()).isIn(allowed);
				said.add(attribute.getValue().getStringValue());
			}
		}
		List<String> held = RECORDS.stream()
			.flatMap((file) -> texts(new JsonMapper().readTree(record(file))))
			.filter((text) -> text.length() > 2)
			.toList();

		assertThat(held).contains("Hallam", "1993-11-23", "ZZ99 4QS", "LOG-2025-0927-0042");
		assertThat(said).isNotEmpty()
			.allSatisfy((text) -> assertThat(text).doesNotContainIgnoringCase(held.toArray(CharSequence[]::new)));
	}

	@Test
	void theLogOfEachStepBearsTheTrace() {
		String trace = named("deliver").map((seen) -> HexFormat.of().formatHex(seen.span().getTraceId().toByteArray()))
			.findFirst()
			.orElseThrow();

		assertThat(List.copyOf(LINES.list)
			.stream()
			.filter((line) -> trace.equals(line.getMDCPropertyMap().get("trace.id")))
			.map(ILoggingEvent::getMessage)).contains("Accepted agency record", "Decided who is told of an alert");
	}

	@Test
	void travelsBesideTheRecordsNotInThem() {
		TopicReader topics = new TopicReader(hub.hub().ports());

		for (String topic : List.of(Contracts.topicOf(Observation.class), Contracts.topicOf(Alert.class))) {
			assertThat(topics.readBytes(topic))
				.anySatisfy((record) -> assertThat(Step.in(record.headers())).isNotNull().satisfies((context) -> {
					String id = context.split("-", -1)[1];
					assertThat(new String(Objects.requireNonNull(record.value()), StandardCharsets.ISO_8859_1))
						.doesNotContain(id);
				}));
		}
	}

	/**
	 * Each service sends its steps once a second by itself, and not in the order in which
	 * they were taken: what is seen at one moment may lack a step in its middle.
	 */
	private static void awaitSteps(Consumer<List<Seen>> hold) {
		Awaitility.await("all steps have been sent")
			.atMost(PATIENCE)
			.untilAsserted(() -> hold.accept(collector.seen()));
	}

	private static Stream<Seen> named(String prefix) {
		return collector.seen().stream().filter((seen) -> seen.span().getName().startsWith(prefix));
	}

	private static Stream<String> texts(JsonNode node) {
		return node.isString() ? Stream.of(node.asString()) : node.valueStream().flatMap(TracesIT::texts);
	}

	private static String record(String file) {
		try {
			return Files.readString(RunningHub.scenarios().resolve("first-light").resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Logger log() {
		return (Logger) LoggerFactory.getLogger("org.mashhub");
	}

}
