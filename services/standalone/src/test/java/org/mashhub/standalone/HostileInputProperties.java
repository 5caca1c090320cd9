package org.mashhub.standalone;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.standalone.audit.TopicsAudit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is sent to the adapters of a running hub: it is the sender who is told to mend
 * it, soon; what was accepted is dealt with, down to the console; and nothing of it
 * stands in the log or in a refusal. How many requests are sent says
 * {@code jqwik.tries.default}; each failure is found again by the seed.
 */
class HostileInputProperties {

	/** Longer than any answer takes on a machine that is busy with other things. */
	private static final Duration NO_HANG = Duration.ofSeconds(20);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Pattern RECEIPT = Pattern.compile("\"receiptId\":\"([0-9a-f-]{36})\"");

	private static final Pattern ACKNOWLEDGED = Pattern.compile("Receipt ([0-9a-f -]+)");

	private static final Pattern FAILED_LINE = Pattern.compile("\"status\":5(?!03)[0-9]{2}");

	private static final Set<UUID> ACCEPTED = ConcurrentHashMap.newKeySet();

	private static @Nullable Sent sent;

	@BeforeContainer
	static void start() {
		RunningHub hub = SharedHub.get();
		String area = hub.openArea("hostile", Instant.parse("2026-03-31T12:00:00Z"));
		sent = new Sent(hub, new HostileRequests(AgencySamples.of(hub.client(), area)),
				HttpClient.newBuilder()
					.version(HttpClient.Version.HTTP_1_1)
					.followRedirects(HttpClient.Redirect.NEVER)
					.build(),
				new CanaryWatch(AgencySamples.CANARIES));
	}

	@HostileProperty
	void aRecordWithSomethingElseInIt(@ForAll("records") HostileRequest request) {
		assertHarmless(request);
	}

	@HostileProperty
	void aBatchOfGoodAndBadRecords(@ForAll("batches") HostileRequest request) {
		assertHarmless(request);
	}

	@HostileProperty
	void aTableChangedAnywhere(@ForAll("tables") HostileRequest request) {
		assertHarmless(request);
	}

	@HostileProperty
	void aMessageChangedAnywhere(@ForAll("messages") HostileRequest request) {
		assertHarmless(request);
	}

	@HostileProperty
	void aBodyBrokenRecodedOrPacked(@ForAll("bodies") HostileRequest request) {
		assertHarmless(request);
	}

	@HostileProperty
	void aBodyOfAnotherType(@ForAll("types") HostileRequest request) {
		assertHarmless(request);
	}

	@HostileProperty
	void aRequestThatIsOddBeforeItsBodyIsRead(@ForAll("requests") HostileRequest request) {
		assertHarmless(request);
	}

	@AfterContainer
	static void whatWasAcceptedIsDealtWithAndNothingOfItIsInTheLog() {
		Sent all = Objects.requireNonNull(sent);
		try (CanaryWatch watch = all.watch()) {
			TopicReader topics = new TopicReader(all.hub().hub().ports());
			assertThat(ACCEPTED).as("mutants that are still good").hasSizeGreaterThan(50);
			Awaitility.await("accepted records applied or in quarantine")
				.atMost(PATIENCE)
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> {
					Set<UUID> open = new HashSet<>(ACCEPTED);
					topics.values(ObservationApplied.class)
						.forEach((applied) -> open.remove(applied.getProvenance().getReceiptId()));
					topics.values(QuarantinedRecord.class)
						.forEach((record) -> record.getReceiptId().map(UUID::fromString).ifPresent(open::remove));
					assertThat(open).isEmpty();
				});
			assertThat(new TopicsAudit(all.hub().hub().ports()).run(PATIENCE).missing()).isEmpty();
			assertThat(watch.lines()).as("lines of the log that were read").isPositive();
			assertThat(watch.sung()).isEmpty();
			assertThat(watch.errors()).as("no sender can call for a person, nor keep the console from showing")
				.isEmpty();
		}
	}

	@Provide
	Arbitrary<HostileRequest> records() {
		return hostile().records();
	}

	@Provide
	Arbitrary<HostileRequest> batches() {
		return hostile().batches();
	}

	@Provide
	Arbitrary<HostileRequest> tables() {
		return hostile().tables();
	}

	@Provide
	Arbitrary<HostileRequest> messages() {
		return hostile().messages();
	}

	@Provide
	Arbitrary<HostileRequest> bodies() {
		return hostile().bodies();
	}

	@Provide
	Arbitrary<HostileRequest> types() {
		return hostile().types();
	}

	@Provide
	Arbitrary<HostileRequest> requests() {
		return hostile().requests();
	}

	private static HostileRequests hostile() {
		return Objects.requireNonNull(sent).requests();
	}

	private static void assertHarmless(HostileRequest request) {
		HttpResponse<byte[]> answer = Objects.requireNonNull(sent).send(request);
		String body = new String(answer.body(), StandardCharsets.UTF_8);
		if (answer.statusCode() == 503) {
			assertThat(answer.headers().firstValue("Retry-After")).as("503 without Retry-After").isPresent();
		}
		else {
			assertThat(answer.statusCode()).as(body).isLessThan(500);
		}
		assertThat(FAILED_LINE.matcher(body).find()).as(body).isFalse();
		assertThat(body.replace("\"instance\":\"" + pathOf(request), "")).as("a refusal repeats nothing but the path")
			.doesNotContain(AgencySamples.CANARY);
		keepReceipts(body);
	}

	private static String pathOf(HostileRequest request) {
		return request.path().replaceFirst("[?].*", "");
	}

	private static void keepReceipts(String body) {
		Matcher json = RECEIPT.matcher(body);
		while (json.find()) {
			ACCEPTED.add(UUID.fromString(json.group(1)));
		}
		Matcher message = ACKNOWLEDGED.matcher(body);
		while (message.find()) {
			for (String receipt : message.group(1).strip().split(" ", -1)) {
				ACCEPTED.add(UUID.fromString(receipt));
			}
		}
	}

	/** Random requests, the same in every build. */
	@Target(ElementType.METHOD)
	@Retention(RetentionPolicy.RUNTIME)
	@Property(seed = "20251127", generation = GenerationMode.RANDOMIZED, edgeCases = EdgeCasesMode.NONE,
			shrinking = ShrinkingMode.OFF)
	@interface HostileProperty {

	}

	/** What all properties share. */
	private record Sent(RunningHub hub, HostileRequests requests, HttpClient http, CanaryWatch watch) {

		HttpResponse<byte[]> send(HostileRequest hostile) {
			URI edge = this.hub.client().addresses().edge();
			HttpRequest.Builder request = HttpRequest
				.newBuilder(URI.create("http://" + edge.getAuthority() + hostile.path()))
				.method(hostile.method(), HttpRequest.BodyPublishers.ofByteArray(hostile.body()))
				.timeout(NO_HANG)
				.header("Authorization", "Bearer " + this.hub.client().token(hostile.agency()));
			hostile.headers().forEach(request::header);
			try {
				return this.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
			}
			catch (IOException ex) {
				throw new AssertionError("no answer to " + hostile, ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new AssertionError("interrupted", ex);
			}
		}

	}

}
