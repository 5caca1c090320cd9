package org.mashhub.standalone;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Agencies that keep sending while the hub dies, each in another way: one record, a
 * message that makes two, many records in one request, and a landlord's table of the
 * night. Of grown-ups who have nothing to do with a child, so that nobody is told of
 * them. Whoever has no answer sends the same again, as a sender does.
 */
final class BusyAgencies {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final LocalDate FIRST_NIGHT = LocalDate.of(2024, 11, 1);

	private static final int HOUSEHOLDS = 60;

	private static final int LINES = 25;

	private final HubClient client;

	private final List<Agency> agencies;

	private final List<UUID> receipts = new ArrayList<>();

	BusyAgencies(HubClient client, String area) {
		this.client = client;
		this.agencies = List.of(
				new Agency("police", "/police/incidents", "application/json", area, (number) -> incident(number, 0)),
				new Agency("police", "/police/incidents", "application/x-ndjson", area, BusyAgencies::incidents),
				new Agency("hospital", "/hospital/hl7", "application/hl7-v2", area, BusyAgencies::cancellation),
				new Agency("housing", "/housing/tenancies?mode=snapshot&date=", "text/csv", area, BusyAgencies::table));
	}

	/** Lets all of them send, one after the other each, until the hub answers no more. */
	CompletableFuture<Void> sendUntilItDies() {
		return CompletableFuture.allOf(this.agencies.stream()
			.map((agency) -> CompletableFuture.runAsync(agency::sendUntilNoAnswer, Thread::startVirtualThread))
			.toArray(CompletableFuture<?>[]::new));
	}

	/** Lets each send again what it has no answer to. */
	void completeWhatHasNoAnswer() {
		this.agencies.forEach((agency) -> Awaitility.await(agency.path + " taken")
			.atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.until(agency::send));
	}

	/** Every receipt that any of them got. */
	List<UUID> receipts() {
		synchronized (this.receipts) {
			return List.copyOf(this.receipts);
		}
	}

	/**
	 * How many households have moved, as the tables of tenancies have it that were taken.
	 */
	int moves() {
		return Math.min(this.agencies.getLast().next - 2, HOUSEHOLDS);
	}

	private static String incident(int number, int line) {
		return """
				{"record":{"id":"BUSY-%d-%d","version":1,"system":"STORM","occurredAt":"2025-10-01T22:40:00Z",\
				"recordedAt":"2025-10-01T23:05:00Z"},"occurrence":{"number":"OCC-%d-%d","type":"DRUGS",\
				"summary":"A man was searched."},"persons":[{"nominal":"N-%d-%d","role":"SUSPECT","surname":"Busy",\
				"forenames":"Adam","dateOfBirth":"1970-01-01","sex":"MALE"}]}""".formatted(number, line, number, line,
				number, line);
	}

	private static String incidents(int number) {
		return IntStream.rangeClosed(1, LINES)
			.mapToObj((line) -> incident(number, line) + "\n")
			.collect(Collectors.joining());
	}

	/** Of a visit that may have been either kind. */
	private static String cancellation(int number) {
		return "MSH|^~\\&|CAREFLOW|Y99H1|MASH-HUB||20251105080000+0000||ADT^A11^ADT_A09|BUSY" + number + "|P|2.4\r"
				+ "EVN|A11|20251105080000+0000\rPV1|1|U|||||||||||||||||BUSY-" + number + "\r";
	}

	/** Each night the next household has moved. */
	private static String table(int night) {
		StringBuilder table = new StringBuilder("record.id,startedOn,address.lines[0],address.postcode,"
				+ "members[].personReference,members[].role,members[].forenames,members[].surname\n");
		for (int household = 1; household <= HOUSEHOLDS; household++) {
			boolean moved = household < night;
			table.append("%s%d,2020-01-01,%d %s,ZZ99 1AA,H%d,TENANT,Ann,Busy %d\n".formatted(moved ? "NEW" : "OLD",
					household, household, moved ? "Quarry Court" : "Mill Row", household, household));
		}
		return table.toString();
	}

	/** One way to send. */
	private final class Agency {

		private final String name;

		private final String path;

		private final Map<String, String> headers;

		private final Records records;

		private int next = 1;

		Agency(String name, String path, String mediaType, String area, Records records) {
			this.name = name;
			this.path = path;
			this.headers = Map.of("Content-Type", mediaType, "Mash-Area", area);
			this.records = records;
		}

		void sendUntilNoAnswer() {
			boolean answered = true;
			while (answered) {
				answered = send();
			}
		}

		/** Sends the next record, or the same again while it has no good answer. */
		boolean send() {
			Answer answer = answer();
			if (answer == null || answer.status() >= 500 || answer.status() == 401) {
				return false;
			}
			assertThat(answer.isWhole()).as("%s: %s", this.path, answer.problem()).isTrue();
			List<UUID> told = isBatch() ? answer.body().lines().flatMap(BusyAgencies::receiptsOf).toList()
					: answer.receipts();
			synchronized (BusyAgencies.this.receipts) {
				BusyAgencies.this.receipts.addAll(told);
			}
			if (!isComplete(answer, told)) {
				return false;
			}
			this.next++;
			return true;
		}

		private @Nullable Answer answer() {
			String body = this.records.number(this.next);
			String to = this.path.endsWith("=") ? this.path + FIRST_NIGHT.plusDays(this.next - 1L) : this.path;
			try {
				return BusyAgencies.this.client.post(this.name, BusyAgencies.this.client.addresses().edge().resolve(to),
						body, this.headers);
			}
			catch (CannotProceedException ex) {
				return null;
			}
		}

		/** A batch may end early, at the line that the broker could not keep. */
		private boolean isComplete(Answer answer, List<UUID> told) {
			return !isBatch() || (told.size() == LINES && answer.body().contains("\"accepted\":" + LINES));
		}

		private boolean isBatch() {
			return this.headers.containsValue("application/x-ndjson");
		}

	}

	private static Stream<UUID> receiptsOf(String line) {
		return new Answer(200, line, Optional.empty(), Optional.empty()).receipts().stream();
	}

	/** Makes bodies. */
	@FunctionalInterface
	private interface Records {

		/** The body of a number, always the same. */
		String number(int number);

	}

}
