package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.messaging.Contracts;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dashboards and rules ask for figures that the services of a running hub give, by the
 * very names and with the labels that the rules select by.
 */
@ExtendWith(HubExtension.class)
class MetricsIT {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Pattern NAME = Pattern.compile("^([a-z_]+)[{ ]", Pattern.MULTILINE);

	private static final String PROMETHEUS = "prometheus";

	private final RunningHub hub;

	MetricsIT(RunningHub hub) {
		this.hub = hub;
	}

	@Test
	void everyFigureThatIsAskedForIsGiven() throws Exception {
		this.hub.told("first-light");
		refuseOne();
		quarantineOne();
		Set<String> asked = new TreeSet<>();
		Stream.concat(Monitoring.queries().stream(), Monitoring.ruleExpressions().stream())
			.forEach((expression) -> asked.addAll(Monitoring.metrics(expression)));

		assertThat(asked).hasSizeGreaterThan(15);
		Awaitility.await("every figure is there")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(names(scrape())).containsAll(asked));
	}

	@Test
	void timesAreCountedAtTheBoundsThatArePromised() {
		this.hub.told("first-light");

		String scrape = scrape();

		assertThat(scrape)
			.containsPattern("hub_notification_told_seconds_bucket\\{channel=\"email\",le=\"30.0\"} [1-9]")
			.containsPattern("hub_correlation_delay_seconds_bucket\\{le=\"5.0\"} [1-9]")
			.containsPattern("http_server_requests_seconds_count\\{[^}]*status=\"202\"[^}]*uri=\"/\\{agency}/")
			.containsPattern("hub_feed_figures_age_seconds \\d");
	}

	@Test
	void nobodyButWhoMayReadFiguresReadsThem() {
		int edge = this.hub.hub().ports().edge();

		assertThat(get(edge, this.hub.client().token("police")).statusCode()).isEqualTo(403);
		assertThat(this.hub.client()
			.getAs(PROMETHEUS, this.hub.client().addresses().console().resolve("/api/alerts"))
			.status()).as("whoever reads figures reads nothing else").isEqualTo(403);
	}

	private void refuseOne() {
		this.hub.client()
			.post("police", this.hub.client().addresses().edge().resolve("/police/incidents"), "{}", Map.of());
	}

	private void quarantineOne() throws Exception {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.hub.hub().infrastructure().broker().bootstrapServers()),
				new StringSerializer(), new ByteArraySerializer())) {
			producer
				.send(new ProducerRecord<>(Contracts.topicOf(IncidentLogged.class), 0, "police/figures",
						"no record".getBytes(StandardCharsets.UTF_8)))
				.get();
		}
	}

	private String scrape() {
		Ports ports = this.hub.hub().ports();
		StringBuilder all = new StringBuilder();
		for (int port : List.of(ports.console(), ports.edge(), ports.notification(), ports.correlation())) {
			HttpResponse<String> answer = get(port, this.hub.client().token(PROMETHEUS));
			assertThat(answer.statusCode()).isEqualTo(200);
			all.append(answer.body()).append('\n');
		}
		return all.toString();
	}

	private static HttpResponse<String> get(int port, String token) {
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
				.header("Authorization", "Bearer " + token)
				.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Set<String> names(String scrape) {
		Set<String> names = new TreeSet<>();
		NAME.matcher(scrape).results().forEach((result) -> names.add(result.group(1)));
		return names;
	}

}
