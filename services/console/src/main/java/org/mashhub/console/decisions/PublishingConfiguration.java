package org.mashhub.console.decisions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.kafka.support.ProducerListener;

/** How the outbox publishes. */
@Configuration(proxyBeanMethods = false)
class PublishingConfiguration {

	/** A send that fails is logged by its topic: key and value are about people. */
	@Bean
	ProducerListener<Object, Object> producerListener() {
		LoggingProducerListener<Object, Object> listener = new LoggingProducerListener<>();
		listener.setIncludeContents(false);
		return listener;
	}

}
