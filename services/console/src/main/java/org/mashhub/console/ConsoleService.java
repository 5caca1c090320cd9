package org.mashhub.console;

import java.time.InstantSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The console as one application. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(ConsoleSettings.class)
public class ConsoleService {

	/**
	 * Starts the console.
	 * @param args Spring's command line
	 */
	public static void main(String[] args) {
		System.setProperty("spring.config.name", "console");
		if (System.getProperty("org.apache.avro.SERIALIZABLE_PACKAGES") == null) {
			System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.mashhub");
		}
		SpringApplication.run(ConsoleService.class, args);
	}

	@Bean
	InstantSource wallClock() {
		return InstantSource.system();
	}

}
