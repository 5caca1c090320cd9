package org.mashhub.notification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Tells the right professionals of alerts and status changes, and takes their
 * acknowledgements.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class NotificationService {

	private static final String TRUSTED_PACKAGES = "org.apache.avro.SERIALIZABLE_PACKAGES";

	/**
	 * Starts the service with its own configuration file, {@code notification.yml}.
	 * @param arguments Spring's command-line arguments
	 */
	public static void main(String[] arguments) {
		if (System.getProperty(TRUSTED_PACKAGES) == null) {
			System.setProperty(TRUSTED_PACKAGES, "org.mashhub");
		}
		new SpringApplicationBuilder(NotificationService.class).properties("spring.config.name=notification")
			.run(arguments);
	}

}
