package org.mashhub.tracing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class TracesTest {

	private final InMemorySpanExporter seen = InMemorySpanExporter.create();

	private final Traces traces = traces(1);

	@Test
	void stepsOfTwoServicesAreOneTree() {
		Headers headers = new RecordHeaders();
		try (Step _ = this.traces.begin("POST /police/incidents"); Step sent = this.traces.aside("send")) {
			sent.with(Detail.EVENT_TYPE, "IncidentLogged").into(headers);
		}

		try (Step intake = traces(0).follow("take in", headers)) {
			intake.with(Detail.OUTCOME, "logged");
		}

		List<SpanData> spans = this.seen.getFinishedSpanItems();
		assertThat(spans).extracting(SpanData::getName).containsExactly("send", "POST /police/incidents", "take in");
		assertThat(spans).extracting(SpanData::getTraceId).containsOnly(spans.get(0).getTraceId());
		assertThat(spans.get(0).getParentSpanId()).isEqualTo(spans.get(1).getSpanId());
		assertThat(spans.get(2).getParentSpanId()).isEqualTo(spans.get(0).getSpanId());
	}

	@Test
	void aRecordThatIsNotTracedHasNoHeaderAndLeadsToNothing() {
		Headers headers = new RecordHeaders();
		try (Step request = traces(0).begin("POST /police/incidents"); Step sent = traces(0).aside("send")) {
			sent.into(headers);
			assertThat(request).isSameAs(Step.NONE);
		}

		assertThat(headers).isEmpty();
		assertThat(this.traces.follow("take in", headers)).isSameAs(Step.NONE);
		assertThat(this.seen.getFinishedSpanItems()).isEmpty();
	}

	@Test
	void aServiceThatSendsNoTracesHandsThemOn() {
		String traceparent;
		try (Step request = this.traces.begin("POST /police/incidents")) {
			traceparent = request.traceparent();
		}

		Headers headers = new RecordHeaders();
		try (Step intake = Traces.off().follow("take in", traceparent)) {
			intake.with(Detail.OUTCOME, "logged").into(headers);
			try (Step sent = Traces.off().aside("send")) {
				assertThat(sent.traceparent()).isEqualTo(traceparent);
			}
		}

		assertThat(Step.in(headers)).isEqualTo(traceparent);
	}

	@Test
	void stepsOfABatchFollowOnTheirTracesAndAreNoneOfTheirThreads() {
		String one;
		String other;
		try (Step request = this.traces.begin("POST /police/incidents")) {
			one = Objects.requireNonNull(request.traceparent());
		}
		try (Step request = this.traces.begin("POST /police/incidents")) {
			other = Objects.requireNonNull(request.traceparent());
		}

		try (Step _ = this.traces.beside("show", one); Step _ = this.traces.beside("show", other)) {
			assertThat(Step.current()).isSameAs(Step.NONE);
			assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
		}

		assertThat(this.seen.getFinishedSpanItems()).filteredOn((span) -> span.getName().equals("show"))
			.extracting(SpanData::getTraceId)
			.containsExactlyInAnyOrder(one.split("-", -1)[1], other.split("-", -1)[1]);
		assertThat(this.traces.beside("show", null)).isSameAs(Step.NONE);
		assertThat(Traces.off().beside("show", one).traceparent()).isEqualTo(one);
	}

	@Test
	void whatIsNoTraceContextIsIgnored() {
		assertThat(this.traces.follow("take in", "00-zz-zz-01")).isSameAs(Step.NONE);
		assertThat(this.traces.follow("take in", "")).isSameAs(Step.NONE);
		assertThat(Step.in(new RecordHeaders().add(Step.HEADER, null))).isNull();
	}

	@Test
	void aFailureTellsItsTypeAlone() {
		try (Step request = this.traces.begin("POST /police/incidents")) {
			request.failed(new IllegalStateException("Lee Tranter"));
		}

		assertThat(this.seen.getFinishedSpanItems()).singleElement().satisfies((span) -> {
			assertThat(span.getStatus().getDescription()).isEqualTo("IllegalStateException");
			assertThat(span.getEvents()).isEmpty();
		});
	}

	@Test
	void logLinesBearTheIdOfTheTraceTheyBelongTo() {
		ListAppender<ILoggingEvent> lines = new ListAppender<>() {
			@Override
			protected void append(ILoggingEvent line) {
				line.prepareForDeferredProcessing();
				super.append(line);
			}
		};
		lines.start();
		Logger log = LoggerFactory.getLogger(TracesTest.class);
		((ch.qos.logback.classic.Logger) log).addAppender(lines);
		String traceId;

		try (Step request = this.traces.begin("POST /police/incidents")) {
			traceId = Objects.requireNonNull(request.traceparent()).split("-", -1)[1];
			try (Step inner = this.traces.follow("inner", request.traceparent())) {
				inner.with(Detail.EVENT_ID, UUID.randomUUID());
			}
			log.info("Accepted agency record");
		}
		log.info("Afterwards");

		assertThat(ecs(lines.list.get(0))).contains("\"trace\":{\"id\":\"" + traceId + "\"}");
		assertThat(ecs(lines.list.get(1))).doesNotContain("trace");
		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
	}

	private static String ecs(ILoggingEvent line) {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.putObject(Environment.class.getName(), new StandardEnvironment());
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setContext(context);
		encoder.setFormat("ecs");
		encoder.start();
		return new String(encoder.encode(line), StandardCharsets.UTF_8);
	}

	private Traces traces(double share) {
		return Traces.to(SimpleSpanProcessor.create(this.seen), "test", share);
	}

}
