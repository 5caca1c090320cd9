package org.mashhub.identityprovider;

import java.time.InstantSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The identity provider as one application. */
@SpringBootApplication
@EnableConfigurationProperties(IdentityProviderSettings.class)
public class IdentityProviderService {

	/**
	 * Starts the identity provider.
	 * @param args Spring's command line
	 */
	public static void main(String[] args) {
		System.setProperty("spring.config.name", "identity-provider");
		SpringApplication.run(IdentityProviderService.class, args);
	}

	@Bean
	InstantSource wallClock() {
		return InstantSource.system();
	}

}
