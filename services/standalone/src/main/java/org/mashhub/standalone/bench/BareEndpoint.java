package org.mashhub.standalone.bench;

import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an adapter is measured against: the same server and the same producer, and nothing
 * else but that it parses the body as JSON and answers when the broker has it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BareEndpoint.Endpoint.class)
class BareEndpoint {

	static final String PATH = "/bare";

	private static final String TOPIC = "bench.bare";

	private static final String EXCLUDED = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
			+ "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet."
			+ "OAuth2AuthorizationServerAutoConfiguration,"
			+ "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet."
			+ "OAuth2AuthorizationServerJwtAutoConfiguration";

	/**
	 * Starts it with the adapters' own settings.
	 * @param port its port
	 * @param bootstrapServers the broker
	 * @return the running endpoint
	 */
	static ConfigurableApplicationContext start(int port, String bootstrapServers) {
		Map<String, String> settings = Map.ofEntries(Map.entry("spring.config.name", "adapter"),
				Map.entry("server.port", Integer.toString(port)), Map.entry("server.address", "127.0.0.1"),
				Map.entry("spring.jmx.enabled", "false"), Map.entry("spring.main.banner-mode", "off"),
				Map.entry("spring.main.register-shutdown-hook", "false"), Map.entry("MASH_KAFKA", bootstrapServers),
				Map.entry("spring.autoconfigure.exclude", EXCLUDED), Map.entry("springdoc.api-docs.enabled", "false"),
				Map.entry("spring.kafka.producer.value-serializer", ByteArraySerializer.class.getName()),
				Map.entry("spring.kafka.producer.properties.[" + ProducerConfig.LINGER_MS_CONFIG + "]", "0"),
				Map.entry("management.endpoint.health.group.readiness.include", "readinessState"));
		return new SpringApplicationBuilder(BareEndpoint.class).web(WebApplicationType.SERVLET)
			.run(settings.entrySet()
				.stream()
				.map((setting) -> "--" + setting.getKey() + "=" + setting.getValue())
				.toArray(String[]::new));
	}

	@Bean
	NewTopic bareTopic() {
		return new NewTopic(TOPIC, 4, (short) 1);
	}

	@Bean
	SecurityFilterChain open(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll())
			.csrf(AbstractHttpConfigurer::disable)
			.build();
	}

	/** Takes a body. */
	@RestController
	static class Endpoint {

		private final JsonMapper json;

		private final KafkaTemplate<String, byte[]> kafka;

		Endpoint(JsonMapper json, KafkaTemplate<String, byte[]> kafka) {
			this.json = json;
			this.kafka = kafka;
		}

		@PostMapping(PATH)
		@ResponseStatus(HttpStatus.ACCEPTED)
		Map<String, String> take(@RequestBody byte[] body) throws InterruptedException, ExecutionException {
			JsonNode parsed = this.json.readTree(body);
			String key = Integer.toString(parsed.hashCode());
			this.kafka.send(TOPIC, key, body).get();
			return Map.of("key", key);
		}

	}

}
