package org.mashhub.adapter.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.context.ContextConfiguration;

import org.mashhub.adapter.kit.lines.NdjsonLines;
import org.mashhub.adapter.kit.sample.SampleService;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.RecordedEvents;

import static org.assertj.core.api.Assertions.assertThat;

@AdapterTest
@ContextConfiguration(classes = SampleService.class)
class BatchBrokerAwayTest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final NoticeReader reader;

	BatchBrokerAwayTest(NoticeReader reader) {
		this.reader = reader;
	}

	@Test
	void saysWhereToGoOnWhenTheBrokerCannotKeepARecord() throws IOException {
		AdapterMetrics metrics = new AdapterMetrics(new SimpleMeterRegistry());
		int[] asked = { 0 };
		EventPublisher publisher = new EventPublisher(
				(topic, key, event) -> (++asked[0] <= 2) ? CompletableFuture.completedFuture(null)
						: CompletableFuture.failedFuture(new LogUnavailableException(new IllegalStateException())),
				metrics);
		BatchIntake batches = new BatchIntake(this.reader, publisher,
				new Rejections(new RecordedEvents(), java.time.Clock.systemUTC()), JSON, metrics);
		NoticeType<?> notes = new SampleService.Types(new EventHeaders(java.time.Clock.systemUTC())).notes();
		String line = "{\"record\":{\"id\":\"S\",\"system\":\"S\",\"recordedAt\":\"2025-11-01T10:00:00Z\"},\"note\":\"n\"}\n";
		ByteArrayOutputStream out = new ByteArrayOutputStream();

		batches.run(new Sender("sample", "ORG1", null, false), "/sample/notes", notes,
				new NdjsonLines(new ByteArrayInputStream(line.repeat(1000).getBytes(StandardCharsets.UTF_8)), 1000),
				out, false);

		List<JsonNode> results = out.toString(StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
		assertThat(results.getLast().path("accepted").asInt()).isEqualTo(2);
		assertThat(results.getLast().path("resumeAtLine").asInt()).isEqualTo(3);
		assertThat(asked[0]).isLessThan(10);
	}

}
