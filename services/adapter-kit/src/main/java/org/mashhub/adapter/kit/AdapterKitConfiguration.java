package org.mashhub.adapter.kit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.validation.Validator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springdoc.core.utils.SpringDocUtils;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.mashhub.tracing.Traces;
import org.mashhub.tracing.TracingConfiguration;

/** Wires the kit; it is there once however many adapters share the process. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdapterProperties.class)
@Import(TracingConfiguration.class)
class AdapterKitConfiguration {

	static {
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Sender.class);
	}

	@Bean
	Agencies agencies(List<AgencyEndpoints> endpoints) {
		return new Agencies(endpoints);
	}

	@Bean
	AdapterMetrics adapterMetrics(MeterRegistry registry) {
		return new AdapterMetrics(registry);
	}

	@Bean
	Problems adapterProblems(JsonMapper json, AdapterMetrics metrics, Agencies agencies, RefusedBodies bodies) {
		return new Problems(json, metrics, agencies, bodies);
	}

	@Bean
	RefusedBodies refusedBodies(Agencies agencies, Rejections rejections) {
		return new RefusedBodies(agencies, rejections);
	}

	@Bean
	Rejections rejections(EventLog log) {
		return new Rejections(log, Clock.systemUTC());
	}

	@Bean
	KafkaKeptRecords keptRecords(KafkaProperties properties, AdapterProperties settings) {
		Map<String, Object> connection = properties.buildConsumerProperties();
		connection.putAll(properties.getProducer().getProperties());
		connection.keySet().removeIf((name) -> name.startsWith("enable.idempotence"));
		return new KafkaKeptRecords(connection, settings.acknowledgement());
	}

	@Bean
	RejectedRecords rejectedRecords(KeptRecords kept) {
		return new RejectedRecords(kept);
	}

	@Bean
	FeedDeclarations feedDeclarations(KeptRecords kept, EventLog log, AdapterMetrics metrics) {
		return new FeedDeclarations(kept, log, metrics, Clock.systemUTC());
	}

	@Bean
	KafkaEventLog kafkaEventLog(KafkaTemplate<String, SpecificRecord> kafka, AdapterProperties properties,
			Traces traces) {
		return new KafkaEventLog(kafka, properties.acknowledgement(), traces);
	}

	@Bean
	EventPublisher eventPublisher(EventLog log, AdapterMetrics metrics) {
		return new EventPublisher(log, metrics);
	}

	@Bean
	NoticeReader noticeReader(JsonMapper json, Validator validator) {
		return new NoticeReader(json, validator);
	}

	@Bean
	BatchIntake batchIntake(NoticeReader reader, EventPublisher publisher, Rejections rejections, JsonMapper json,
			AdapterMetrics metrics) {
		return new BatchIntake(reader, publisher, rejections, json, metrics);
	}

	@Bean
	@Order(0)
	NoticeDescriptions noticeDescriptions(Agencies agencies) {
		return new NoticeDescriptions(agencies);
	}

	@Bean
	@Order(1)
	AgencyPaths agencyPaths(Agencies agencies) {
		return new AgencyPaths(agencies);
	}

	@Bean
	@Order(2)
	UsualAnswers usualAnswers() {
		return new UsualAnswers();
	}

	@Bean
	EventHeaders eventHeaders() {
		return new EventHeaders(Clock.systemUTC());
	}

	/** A producer that answers in time, and keeps trying until then. */
	@Bean
	DefaultKafkaProducerFactoryCustomizer boundedDelivery(AdapterProperties properties) {
		Duration delivery = properties.acknowledgement();
		return (factory) -> factory.updateConfigs(Map.of(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
				(int) delivery.toMillis(), ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) delivery.toMillis() / 2,
				ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery.toMillis(), ProducerConfig.LINGER_MS_CONFIG, 0));
	}

	/** A send that fails is logged by its topic: key and value are about people. */
	@Bean
	ProducerListener<Object, Object> producerListener() {
		LoggingProducerListener<Object, Object> listener = new LoggingProducerListener<>();
		listener.setIncludeContents(false);
		return listener;
	}

	@Bean
	BrokerHealthIndicator brokerHealthIndicator(KafkaAdmin admin, AdapterProperties properties) {
		return new BrokerHealthIndicator(admin.getConfigurationProperties(), properties.brokerCheck(),
				Clock.systemUTC());
	}

	/**
	 * What is misspelt, doubled, of another type or no text is refused, never dropped or
	 * converted.
	 */
	@Bean
	JsonMapperBuilderCustomizer strictNotices() {
		return (json) -> json.addModule(new SimpleModule("notices").addDeserializer(String.class, new PlainText()))
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.withCoercionConfig(LogicalType.Textual,
					(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

	@Bean
	FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(AdapterProperties properties, Agencies agencies,
			Problems problems) {
		FilterRegistrationBean<BodyLimitFilter> registration = new FilterRegistrationBean<>(
				new BodyLimitFilter(properties.maxBody(), agencies, problems));
		registration.setOrder(Ordered.LOWEST_PRECEDENCE);
		return registration;
	}

	@Bean
	FilterRegistrationBean<PlainBodyFilter> plainBodyFilter(Agencies agencies, Problems problems) {
		FilterRegistrationBean<PlainBodyFilter> registration = new FilterRegistrationBean<>(
				new PlainBodyFilter(agencies, problems));
		registration.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
		return registration;
	}

	/** Before the body is read, and after the token was checked. */
	@Bean
	FilterRegistrationBean<TraceFilter> traceFilter(Agencies agencies, Traces traces) {
		FilterRegistrationBean<TraceFilter> registration = new FilterRegistrationBean<>(
				new TraceFilter(agencies, traces));
		registration.setOrder(Ordered.LOWEST_PRECEDENCE - 2);
		return registration;
	}

	@Bean
	WebMvcConfigurer senderParameters(Agencies agencies) {
		return new WebMvcConfigurer() {
			@Override
			public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
				resolvers.add(new SenderResolver(agencies));
			}
		};
	}

	@Bean
	ExampleBodies exampleBodies() {
		return new ExampleBodies();
	}

	@Bean
	OpenAPI adapterDescription() {
		return new OpenAPI()
			.info(new Info().title("MASH Hub: what agencies send")
				.version("1")
				.description("""
						Each agency sends what it already records. 202 means that the hub holds the record for good; \
						503 means that it cannot at the moment: keep the record and send it again. A record sent \
						twice has no second effect. Errors are problem details (RFC 9457) that name field and remedy. \
						This description is served to any agency's access token.""")
				.license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
			.addServersItem(new Server().url("/").description("where this description was fetched"))
			.components(new Components().addSecuritySchemes("token",
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")))
			.addSecurityItem(new SecurityRequirement().addList("token"));
	}

}
