package org.mashhub.console.api;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mashhub.console.ConsoleService;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Without its database the console says that it waits, and not that it is broken. */
@SpringBootTest(classes = ConsoleService.class,
		properties = { "spring.config.name=console", "spring.kafka.listener.auto-startup=false",
				"spring.kafka.consumer.value-deserializer=org.mashhub.console.RawAvroDeserializer",
				"hub.console.client-secret=test-secret", "hub.console.outbox-interval=1h",
				"spring.datasource.hikari.connection-timeout=500" })
@AutoConfigureMockMvc
@DirtiesContext
class DatabaseAwayIT {

	private static final EmbeddedPostgres SERVER = start();

	@Autowired
	MockMvc mvc;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> SERVER.getJdbcUrl("postgres", "postgres"));
		registry.add("spring.datasource.username", () -> "postgres");
	}

	@AfterAll
	static void stop() throws IOException {
		SERVER.close();
	}

	@Test
	void apiAndPagesAnswerThatTheyAreUnavailable() throws Exception {
		this.mvc.perform(get("/api/alerts").with(officer())).andExpect(status().isOk());

		SERVER.close();

		this.mvc.perform(get("/api/alerts").with(officer()))
			.andExpect(status().isServiceUnavailable())
			.andExpect(header().string("Retry-After", "10"))
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
		this.mvc.perform(get("/api/feeds").with(officer())).andExpect(status().isServiceUnavailable());
		this.mvc.perform(get("/").with(officer())).andExpect(status().isServiceUnavailable());
	}

	private static RequestPostProcessor officer() {
		return oidcLogin().authorities(new SimpleGrantedAuthority("ROLE_MASH_OFFICER"));
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot start PostgreSQL", ex);
		}
	}

}
