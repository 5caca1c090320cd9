package org.mashhub.tracing;

import java.time.Duration;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires tracing into a service that imports it. Steps are sent from a bounded queue: a
 * collector that is away loses traces, and holds up nobody.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingProperties.class)
public class TracingConfiguration {

	private static final Duration SEND_EVERY = Duration.ofSeconds(1);

	private static final Duration SEND_WITHIN = Duration.ofSeconds(5);

	@Bean
	Traces traces(TracingProperties properties, @Value("${spring.application.name:hub}") String service) {
		if (properties.endpoint().isBlank()) {
			return Traces.off();
		}
		return Traces.to(
				BatchSpanProcessor
					.builder(OtlpHttpSpanExporter.builder()
						.setEndpoint(properties.endpoint())
						.setCompression("gzip")
						.setTimeout(SEND_WITHIN)
						.build())
					.setScheduleDelay(SEND_EVERY)
					.build(),
				service, properties.share());
	}

}
