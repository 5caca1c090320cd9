package org.mashhub.rehearsal;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;

/** Fictional areas and a mailbox as a process of its own. */
@SpringBootApplication
public class RehearsalService {

	/**
	 * Starts the service.
	 * @param arguments Spring Boot's
	 */
	public static void main(String[] arguments) {
		if (System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES") == null) {
			System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.mashhub");
		}
		new SpringApplicationBuilder(RehearsalService.class, Mail.class).properties("spring.config.name=rehearsal")
			.run(arguments);
	}

	/** The mail server, which the standalone starts by itself. */
	static class Mail {

		@Bean(initMethod = "start", destroyMethod = "close")
		MailServer mailServer(RehearsalSettings settings) {
			return new MailServer(settings.mailbox(), settings.smtpAddress(), settings.smtpPort());
		}

	}

}
