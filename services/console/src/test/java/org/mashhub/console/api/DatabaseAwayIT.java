package org.mashhub.console.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mashhub.console.ConsoleService;
import org.mashhub.console.live.LiveUpdates;
import org.mashhub.testinfrastructure.DatabaseServer;
import org.mashhub.testinfrastructure.RealInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Without its database the console says that it waits, and not that it is broken. */
@SpringBootTest(classes = ConsoleService.class,
		properties = { "spring.config.name=console", "spring.kafka.listener.auto-startup=false",
				"spring.kafka.consumer.value-deserializer=org.mashhub.console.RawAvroDeserializer",
				"hub.console.client-secret=test-secret", "hub.console.outbox-interval=1h",
				"spring.datasource.hikari.connection-timeout=500" })
@AutoConfigureMockMvc
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@RealInfrastructure
class DatabaseAwayIT {

	private static final DatabaseServer SERVER = DatabaseServer.start();

	/** What the trail of accesses is locked by, inside of a request's transaction. */
	private static final long AUDIT_LOCK = 0x6d617368L;

	@Autowired
	MockMvc mvc;

	@Autowired
	LiveUpdates live;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> SERVER.url("postgres"));
		registry.add("spring.datasource.username", () -> DatabaseServer.USER);
		registry.add("spring.datasource.password", () -> DatabaseServer.PASSWORD);
	}

	@AfterAll
	static void stop() {
		SERVER.close();
	}

	@Test
	@Order(1)
	void whoIsCutOffInTheMiddleOfATransactionIsToldTheSame() throws Exception {
		try (Connection other = SERVER.connect(); Statement statement = other.createStatement()) {
			other.setAutoCommit(false);
			statement.execute("SELECT pg_advisory_xact_lock(" + AUDIT_LOCK + ")");
			CompletableFuture<MvcResult> listing = CompletableFuture.supplyAsync(this::list);
			Awaitility.await("waits for the trail inside of its transaction").until(() -> waiting(statement) == 1);

			statement
				.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted");

			assertThat(listing.join().getResponse().getStatus()).isEqualTo(503);
			assertThat(listing.join().getResponse().getHeader("Retry-After")).isEqualTo("10");
		}
		Awaitility.await("goes on by itself")
			.untilAsserted(() -> assertThat(list().getResponse().getStatus()).isEqualTo(200));
	}

	@Test
	@Order(2)
	void apiAndPagesAnswerThatTheyAreUnavailable(CapturedOutput output) throws Exception {
		SERVER.close();

		this.mvc.perform(get("/api/alerts").with(officer()))
			.andExpect(status().isServiceUnavailable())
			.andExpect(header().string("Retry-After", "10"))
			.andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
			.andExpect(jsonPath("$.detail").value(containsString("Nothing is lost")));
		this.mvc.perform(get("/api/feeds").with(officer())).andExpect(status().isServiceUnavailable());
		this.mvc.perform(get("/").with(officer()))
			.andExpect(status().isServiceUnavailable())
			.andExpect(content().string(containsString("The console waits for its database")))
			.andExpect(content().string(not(containsString("not working"))));
		assertThat(output).contains("Cannot reach the database");
	}

	@Test
	@Order(3)
	void whoSendsADecisionIsNotToldThatItIsKept() throws Exception {
		this.mvc
			.perform(post("/api/alerts/{id}/decisions", UUID.randomUUID()).with(officer())
				.with(csrf())
				.contentType(MediaType.APPLICATION_JSON)
				.content("{\"outcome\":\"TAKEN\"}"))
			.andExpect(status().isServiceUnavailable())
			.andExpect(jsonPath("$.detail").value(containsString("not known whether it has kept")))
			.andExpect(jsonPath("$.detail").value(containsString("the same receiptId")));
		this.mvc
			.perform(post("/alerts/{id}/take", UUID.randomUUID()).with(officer())
				.with(csrf())
				.param("receiptId", UUID.randomUUID().toString()))
			.andExpect(status().isServiceUnavailable())
			.andExpect(content().string(containsString("We do not know whether this was saved")))
			.andExpect(content().string(not(containsString("Nothing is lost"))));
	}

	@Test
	@Order(4)
	void whoIsRefusedAStreamIsNotKeptAmongThoseWhoListen() throws Exception {
		this.mvc.perform(get("/api/alerts/stream").with(officer())).andExpect(status().isServiceUnavailable());

		assertThat(ReflectionTestUtils.getField(this.live, "listeners")).isEqualTo(Set.of());
	}

	private MvcResult list() {
		try {
			return this.mvc.perform(get("/api/alerts").with(officer())).andReturn();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int waiting(Statement statement) throws SQLException {
		try (ResultSet locks = statement
			.executeQuery("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")) {
			locks.next();
			return locks.getInt(1);
		}
	}

	private static RequestPostProcessor officer() {
		return oidcLogin().authorities(new SimpleGrantedAuthority("ROLE_MASH_OFFICER"));
	}

}
