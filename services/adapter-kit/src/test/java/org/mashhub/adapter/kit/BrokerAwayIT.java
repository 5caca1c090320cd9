package org.mashhub.adapter.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mashhub.adapter.kit.sample.SampleService;
import org.mashhub.adapter.kit.testing.AgencyClient;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With the real producer and nothing at the broker's address, nor at the identity
 * provider's.
 */
@SpringBootTest(classes = SampleService.class,
		properties = { "spring.config.name=adapter", "spring.kafka.bootstrap-servers=127.0.0.1:1",
				"spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/oauth2/jwks",
				"hub.adapter.acknowledgement=1s", "hub.adapter.retry-after=7s" })
@AutoConfigureMockMvc
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class BrokerAwayIT {

	private final AgencyClient agency;

	private final MockMvcTester http;

	BrokerAwayIT(MockMvcTester http) {
		this.http = http;
		this.agency = new AgencyClient(http, "sample", "ORG1");
	}

	@Test
	void tellsTheSenderToKeepTheRecordAndComeBack() {
		MvcTestResult answer = this.agency.send("/sample/notes", AgencyClient.example("sample/note.json"));

		assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.hasHeader("Retry-After", "7");
		assertThat(answer).bodyJson().extractingPath("$.remedy").asString().contains("send it again");
	}

	@Test
	void tellsWhoDeclaresFeedsToComeBack() {
		MvcTestResult answer = new AgencyClient(this.http, "housing", "ORG1").put("/housing/feeds",
				"{\"feeds\": [{\"eventType\": \"HouseholdMoved\"}]}");

		assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.hasHeader("Retry-After", "7");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void logsNothingOfTheRecord(CapturedOutput output) {
		String note = AgencyClient.example("sample/note.json").replace("S-1", "number-zq");

		this.agency.send("/sample/notes", note);

		assertThat(output).contains("when sending a message").doesNotContain("number-zq");
	}

	@Test
	void saysOfNoTokenThatItIsWrongWhileItCannotVerifyAny() {
		String token = Stream.of("{\"alg\":\"RS256\",\"kid\":\"any\"}", "{\"scope\":\"publish:sample\"}", "signature")
			.map((part) -> Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
			.collect(Collectors.joining("."));

		assertThat(this.http.post()
			.uri("/sample/notes")
			.header("Authorization", "Bearer " + token)
			.contentType(MediaType.APPLICATION_JSON)
			.content(AgencyClient.example("sample/note.json"))).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.hasHeader("Retry-After", "5");
		assertThat(this.http.post()
			.uri("/sample/notes")
			.contentType(MediaType.APPLICATION_JSON)
			.content(AgencyClient.example("sample/note.json"))).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void isAliveButNotReady() {
		assertThat(this.http.get().uri("/actuator/health/liveness")).hasStatusOk();
		assertThat(this.http.get().uri("/actuator/health/readiness")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE);
	}

}
