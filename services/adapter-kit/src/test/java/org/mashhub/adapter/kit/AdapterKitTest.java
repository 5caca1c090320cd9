package org.mashhub.adapter.kit;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.sample.SampleService;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@AdapterTest
@ContextConfiguration(classes = SampleService.class)
class AdapterKitTest {

	private static final String NOTE = AgencyClient.example("sample/note.json");

	private final RecordedEvents events;

	private final MockMvcTester http;

	private final AgencyClient agency;

	private final MeterRegistry metrics;

	AdapterKitTest(RecordedEvents events, MockMvcTester http, MeterRegistry metrics) {
		this.events = events;
		this.http = http;
		this.agency = new AgencyClient(http, "sample", "ORG1");
		this.metrics = metrics;
	}

	@Test
	void countsWhatItAcceptsAndRefuses() {
		double accepted = count(AdapterMetrics.ACCEPTED, "type", "HouseholdMoved");
		double refused = count(AdapterMetrics.REFUSED, "reason", "invalid-record");

		this.agency.send("/sample/notes", NOTE);
		this.agency.send("/sample/notes", NOTE.replace("A note", " "));

		assertThat(this.events.last().key()).isEqualTo("sample/S-1");
		assertThat(count(AdapterMetrics.ACCEPTED, "type", "HouseholdMoved")).isEqualTo(accepted + 1);
		assertThat(count(AdapterMetrics.REFUSED, "reason", "invalid-record")).isEqualTo(refused + 1);
	}

	@Test
	void keepsWhatItRefusesForMendingButNothingOfADryRun() {
		int before = this.events.rejected().size();

		MvcTestResult answer = this.agency.send("/sample/notes", NOTE.replace("A note", " "));
		this.agency.sendWithHeader("/sample/notes", NOTE.replace("A note", " "), MediaType.APPLICATION_JSON,
				NoticeEndpoint.DRY_RUN, "true");
		this.agency.sendAnonymously("/sample/notes", NOTE.replace("A note", " "));

		assertThat(this.events.rejected()).hasSize(before + 1);
		assertThat(answer).bodyJson()
			.extractingPath("$.rejectionId")
			.asString()
			.satisfies((id) -> assertThat(this.events.rejected().getLast().key()).endsWith(id));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Bearer ", "Bearer  ", "Bearer a b", "bearer x", "Bearer a.b.c", "Bearer a,b",
			"Bearer \u00e9", "Basic YTpi", "eyJhbGciOiJub25lIn0.e30.", "Bearer eyJhbGciOiJub25lIn0.e30." })
	void refusesWhatIsNoToken(String header) {
		MvcTestResult answer = this.http.post()
			.uri("/sample/notes")
			.contentType(MediaType.APPLICATION_JSON)
			.header("Authorization", header)
			.content(NOTE)
			.exchange();

		assertThat(answer).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:mashhub:problem:no-valid-token");
	}

	@Test
	void refusesARequestWithoutAToken() {
		MvcTestResult answer = this.agency.sendAnonymously("/sample/notes", NOTE);

		assertThat(answer).hasStatus(HttpStatus.UNAUTHORIZED)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.hasHeader("WWW-Authenticate", "Bearer");
		assertThat(answer).bodyJson().extractingPath("$.remedy").asString().contains("client credentials");
	}

	@Test
	void refusesATokenWhoseScopeAndClaimsAreOfTwoAgencies() {
		MvcTestResult answer = this.agency.send("/sample/notes", NOTE, MediaType.APPLICATION_JSON,
				SecurityMockMvcRequestPostProcessors.jwt()
					.jwt((jwt) -> jwt.claim("scope", "publish:sample")
						.claim("agency", "other")
						.claim("organisation", "ORG1")));

		assertThat(answer).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void refusesATokenThatNamesNoOrganisation() {
		MvcTestResult answer = this.agency.send("/sample/notes", NOTE, MediaType.APPLICATION_JSON,
				SecurityMockMvcRequestPostProcessors.jwt()
					.jwt((jwt) -> jwt.claim("scope", "publish:sample").claim("agency", "sample")));

		assertThat(answer).hasStatus(HttpStatus.FORBIDDEN);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					"note": "A note" ~ "note": 17 ~ note ~ text in quotes
					"note": "A note" ~ "note": "A\\u0000" ~ note ~ control characters
					"note": "A note" ~ "note": "A\\ud800" ~ note ~ surrogate pairs
					"note": "A note" ~ "note": "A", "note": "B" ~ ~ one JSON object
					"note": "A note" ~ "note": "A ~ ~ one JSON object
					"note": "A note" ~ "note": "A", "Kelly Marlow": 1 ~ (a field with an unusual name) ~ Leave it out
					"note": "A note" ~ "note": "A", "Kelly": 1 ~ (a field with an unusual name) ~ there are note, record, sharing;
					"note": "A note" ~ "note": "A", "notes": 1 ~ notes ~ there are note, record, sharing;
					"note": "A note" ~ "Note": "A" ~ (a field with an unusual name) ~ Its name is note.
					"recordedAt" ~ "recorded_at" ~ record.recorded_at ~ Its name is recordedAt.
					"id": "S-1", ~ "id": ["S-1"], ~ record.id ~ text in quotes
					"recordedAt" ~ "state": "GONE", "recordedAt" ~ record.state ~ ENTERED_IN_ERROR
					""")
	void refusesWhatItCannotRead(String right, String wrong, String field, String remedy) {
		MvcTestResult answer = this.agency.send("/sample/notes", NOTE.replace(right, wrong));

		assertThat(answer).bodyText().doesNotContain("Kelly", "GONE");
		if (field != null) {
			Refusals.assertNames(answer, 400, field, remedy);
		}
		else {
			assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
			assertThat(answer).bodyJson().extractingPath("$.errors[0].remedy").asString().contains(remedy);
		}
	}

	@Test
	void refusesAnEmptyBody() {
		assertThat(this.agency.send("/sample/notes", "")).hasStatus(HttpStatus.BAD_REQUEST)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void refusesABodyThatIsTooLarge() {
		MvcTestResult answer = this.agency.send("/sample/notes", NOTE.replace("A note", "x".repeat(300_000)));

		assertThat(answer).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(answer).bodyJson().extractingPath("$.remedy").asString().contains("one record a request");
	}

	@Test
	void refusesAnotherMediaType() {
		MvcTestResult answer = this.agency.send("/sample/notes", NOTE, MediaType.TEXT_PLAIN,
				AgencyClient.token("sample", "ORG1"));

		assertThat(answer).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		assertThat(answer).bodyJson().extractingPath("$.remedy").asString().contains("application/json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/x-ndjson" })
	void refusesAPackedBody(String type) {
		MvcTestResult answer = this.agency.sendWithHeader("/sample/notes", NOTE, MediaType.parseMediaType(type),
				"Content-Encoding", "gzip");

		assertThat(answer).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE).hasHeader("Accept-Encoding", "identity");
		assertThat(answer).bodyJson().extractingPath("$.remedy").asString().contains("Content-Encoding");
	}

	@Test
	void refusesABodyInParts() {
		MvcTestResult answer = this.agency.send("/sample/notes", "--x\r\n\r\n" + NOTE + "\r\n--x--\r\n",
				MediaType.parseMediaType("multipart/form-data; boundary=x"), AgencyClient.token("sample", "ORG1"));

		assertThat(answer).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
	}

	@Test
	void saysThatNothingIsKeptUnderAnUnknownId() {
		MvcTestResult shown = this.agency.fetch("/sample/rejected/01a20763-60f9-75d5-af66-6411bcdddad1");
		MvcTestResult mended = this.agency.send("/sample/rejected/01a20763-60f9-75d5-af66-6411bcdddad1/mended",
				"{\"receiptId\": \"01a20763-60f9-75d5-af66-6411bcdddad2\"}");

		assertThat(shown).hasStatus(HttpStatus.NOT_FOUND).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(mended).hasStatus(HttpStatus.NOT_FOUND).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void saysWhereAListOfRefusedRecordsGoesOn() {
		Sender sender = new Sender("sample", "ORG-MANY", null, false);
		AgencyClient many = new AgencyClient(this.http, "sample", "ORG-MANY");
		for (int number = 0; number <= RejectedRecords.MOST; number++) {
			new Rejections(this.events, Clock.fixed(Instant.ofEpochSecond(1_772_528_400L + number), ZoneOffset.UTC))
				.keep(sender, "/sample/notes", null, new byte[] { 1 }, null, Refusal.invalid(List.of()))
				.join();
		}

		MvcTestResult newest = many.fetch("/sample/rejected");

		assertThat(newest).hasStatusOk();
		assertThat(newest).bodyJson().extractingPath("$.length()").isEqualTo(RejectedRecords.MOST);
		String next = Objects.requireNonNull(newest.getResponse().getHeader("Link"));
		assertThat(next).matches("</sample/rejected\\?before=[0-9a-f-]+>; rel=\"next\"");
		MvcTestResult rest = many.fetch(next.substring(1, next.indexOf('>')));
		assertThat(rest).bodyJson().extractingPath("$.length()").isEqualTo(1);
		assertThat(rest).doesNotContainHeader("Link");
	}

	@Test
	void asksForTheReceiptOfAMendedRecord() {
		Refusals.assertNames(this.agency.send("/sample/rejected/01a20763-60f9-75d5-af66-6411bcdddad1/mended", "{}"),
				422, "receiptId", "Send this field");
	}

	@Test
	void refusesAnAreaThatIsNotFictional() {
		Refusals.assertNames(this.agency.sendWithHeader("/sample/notes", NOTE, MediaType.APPLICATION_JSON, "Mash-Area",
				"harrow-vale"), 422, "Mash-Area", "scn-");
	}

	@Test
	void refusesAnotherMethodAndAnUnknownEndpoint() {
		assertThat(this.agency.fetch("/sample/notes")).hasStatus(HttpStatus.METHOD_NOT_ALLOWED);
		assertThat(this.agency.send("/sample/nothing", NOTE)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.agency.fetch("/elsewhere")).as("the token is good").hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.http.get().uri("/elsewhere")).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void saysItselfThatItFailedAndRepeatsNothing() {
		MvcTestResult answer = this.agency.send("/sample/notes", NOTE.replace("A note", SampleService.Types.FATAL));

		assertThat(answer).hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:mashhub:problem:failed");
		assertThat(answer).bodyText().doesNotContain("Kelly", "IllegalState");
	}

	@ParameterizedTest
	@CsvSource({ "400, unreadable-request", "405, unreadable-request", "404, no-such-endpoint", "500, failed" })
	void doesNotBlameTheTokenForWhatTheContainerRefuses(int status, String reason) {
		MvcTestResult answer = this.http.post().uri("/error").with((request) -> {
			request.setDispatcherType(DispatcherType.ERROR);
			request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
			return request;
		}).exchange();

		assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:mashhub:problem:" + reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/x-ndjson", "text/csv" })
	void saysOfABodyThatBreaksOffThatItCannotBeRead(String type) {
		MvcTestResult answer = this.http.post()
			.uri("/sample/notes")
			.with(AgencyClient.token("sample", "ORG1"))
			.with((request) -> brokenOff(request, type))
			.exchange();

		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:mashhub:problem:unreadable-request");
	}

	/** As when the parts of a body are malformed. */
	private static MockHttpServletRequest brokenOff(MockHttpServletRequest request, String type) {
		MockHttpServletRequest broken = new MockHttpServletRequest(request.getServletContext(), request.getMethod(),
				request.getRequestURI()) {

			@Override
			public ServletInputStream getInputStream() {
				return new DelegatingServletInputStream(new InputStream() {

					@Override
					public int read() throws IOException {
						throw new IOException("invalid chunk header");
					}

					@Override
					public int read(byte[] buffer, int offset, int length) throws IOException {
						return read();
					}

				});
			}

		};
		broken.setPathInfo(request.getPathInfo());
		broken.setContentType(type);
		request.getAttributeNames()
			.asIterator()
			.forEachRemaining((name) -> broken.setAttribute(name, request.getAttribute(name)));
		return broken;
	}

	@Test
	void servesItsDescriptionWithTheExamplesToAnyAgency() {
		MvcTestResult answer = this.agency.fetch("/v3/api-docs");

		assertThat(answer).hasStatusOk();
		assertThat(answer).bodyJson()
			.extractingPath(
					"$.paths['/sample/notes'].post.requestBody.content['application/json'].examples.note.value.note")
			.isEqualTo("A note");
		assertThat(answer).bodyJson()
			.extractingPath("$.paths['/sample/notes'].post")
			.asMap()
			.doesNotContainKey("parameters");
		assertThat(this.http.get().uri("/v3/api-docs")).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void showsHealthToEverybodyAndMetricsToFew() {
		assertThat(this.http.get().uri("/actuator/health/liveness")).hasStatusOk();
		assertThat(this.agency.fetch("/actuator/prometheus")).hasStatus(HttpStatus.FORBIDDEN);
	}

	private double count(String name, String tag, String value) {
		return this.metrics.find(name).tag(tag, value).counters().stream().mapToDouble((c) -> c.count()).sum();
	}

}
