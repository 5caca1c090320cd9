package org.mashhub.rehearsal;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.provisioning.AreaTable;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RehearsalSettings.class)
class RehearsalConfiguration {

	@Bean(destroyMethod = "close")
	AreaTable areaTable(KafkaProperties kafka) {
		Map<String, Object> connection = new HashMap<>(kafka.buildAdminProperties());
		connection.put("schema.registry.url", kafka.buildProducerProperties().get("schema.registry.url"));
		connection.put("value.serializer", kafka.buildProducerProperties().get("value.serializer"));
		return new AreaTable(connection);
	}

}
