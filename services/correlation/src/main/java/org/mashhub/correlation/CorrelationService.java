package org.mashhub.correlation;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Runs intake and correlation. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CorrelationService {

	/**
	 * Starts the service.
	 * @param arguments Spring Boot's
	 */
	public static void main(String[] arguments) {
		if (System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES") == null) {
			System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.mashhub");
		}
		new SpringApplicationBuilder(CorrelationService.class).properties("spring.config.name=correlation")
			.run(arguments);
	}

}
