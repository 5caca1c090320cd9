package org.mashhub.standalone.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.mashhub.standalone.CannotProceedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A client of a running hub. Sends what an agency sends, with that agency's token; waits
 * and tries again when the hub says that it cannot take a record now.
 */
public final class HubClient implements AutoCloseable {

	/** The client of the command line itself. */
	public static final String OPERATOR = "mash-cli";

	private static final JsonMapper JSON = new JsonMapper();

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final Duration PAUSE = Duration.ofMillis(40);

	private static final Duration MARGIN = Duration.ofSeconds(30);

	private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

	private static final Answer NOBODY = new Answer(503, "", Optional.of(1L), Optional.empty());

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final Map<String, Token> tokens = new ConcurrentHashMap<>();

	private final Addresses addresses;

	private final Map<String, String> secrets;

	private final Duration patience;

	private final boolean waitsForHub;

	/**
	 * Creates a client.
	 * @param addresses where the hub is
	 * @param secrets secret of each client that it may act as
	 */
	public HubClient(Addresses addresses, Map<String, String> secrets) {
		this(addresses, secrets, PATIENCE, false);
	}

	private HubClient(Addresses addresses, Map<String, String> secrets, Duration patience, boolean waitsForHub) {
		this.addresses = addresses;
		this.secrets = Map.copyOf(secrets);
		this.patience = patience;
		this.waitsForHub = waitsForHub;
	}

	/**
	 * A client of the same hub that also waits where nobody answers at all, as the
	 * systems of agencies do.
	 * @param howLong how long it waits at most
	 * @return another client, to be closed by the caller
	 */
	public HubClient patient(Duration howLong) {
		return new HubClient(this.addresses, this.secrets, howLong, true);
	}

	public Addresses addresses() {
		return this.addresses;
	}

	/**
	 * An access token.
	 * @param client client id, for example {@code police}
	 * @return the token
	 */
	public String token(String client) {
		Token token = this.tokens.get(client);
		if (token == null || token.isOld()) {
			token = fetch(client);
			this.tokens.put(client, token);
		}
		return token.value();
	}

	/**
	 * Sends a body once.
	 * @param client who sends
	 * @param uri where to
	 * @param body JSON
	 * @param headers further headers
	 * @return the answer, whatever it is
	 */
	public Answer post(String client, URI uri, String body, Map<String, String> headers) {
		return post(client, uri, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	/**
	 * Sends bytes once, in the format that the endpoint's path tells.
	 * @param client who sends
	 * @param uri where to
	 * @param body bytes in whatever encoding they say themselves
	 * @param headers further headers
	 * @return the answer, whatever it is
	 */
	public Answer post(String client, URI uri, byte[] body, Map<String, String> headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.POST(HttpRequest.BodyPublishers.ofByteArray(body))
			.header("Content-Type", mediaType(uri.getPath()));
		headers.forEach(request::setHeader);
		return send(client, request);
	}

	private static CannotProceedException notTaken(String path, Answer answer) {
		return new CannotProceedException("the hub did not take a record at " + path + ": " + answer.problem(),
				"Put right what it says; ./mash status shows whether all parts are up.");
	}

	private static String mediaType(String path) {
		if (path.endsWith("/hl7")) {
			return "application/hl7-v2";
		}
		return path.contains("/fhir") ? "application/fhir+json" : "application/json";
	}

	/**
	 * Sends a body until the hub has taken it.
	 * @param client who sends
	 * @param path path at the adapters, for example {@code /police/incidents}
	 * @param body JSON
	 * @param headers further headers
	 * @return the hub's receipt
	 * @throws CannotProceedException when the hub refuses it
	 */
	public JsonNode deliver(String client, String path, String body, Map<String, String> headers) {
		Answer answer = sendWhenPossible(client, path, body, headers);
		if (!answer.isGood()) {
			throw notTaken(path, answer);
		}
		return answer.json();
	}

	/**
	 * Sends what may make several records, as an HL7 message or a FHIR bundle does, until
	 * the hub has taken all of them.
	 * @param client who sends
	 * @param path path at the adapters
	 * @param body a body in UTF-8
	 * @param headers further headers
	 * @return the hub's receipt for each record, at least one
	 * @throws CannotProceedException when the hub refuses any of it, or finds no record
	 * in it
	 */
	public List<UUID> deliverAll(String client, String path, String body, Map<String, String> headers) {
		Answer answer = sendWhenPossible(client, path, body, headers);
		List<UUID> receipts = answer.receipts();
		if (!answer.isWhole() || receipts.isEmpty()) {
			throw notTaken(path, answer);
		}
		return receipts;
	}

	/**
	 * Sends a body, again and again while the hub says that it cannot take it now.
	 * @param client who sends
	 * @param path path at the adapters
	 * @param body the body
	 * @param headers further headers
	 * @return the answer, whatever it is, after a minute at the latest
	 */
	public Answer sendWhenPossible(String client, String path, String body, Map<String, String> headers) {
		return sendWhenPossible(client, path, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	/**
	 * Sends bytes, again and again while the hub says that it cannot take them now.
	 * @param client who sends
	 * @param path path at the adapters
	 * @param body bytes in whatever encoding they say themselves
	 * @param headers further headers
	 * @return the answer, whatever it is, after a minute at the latest
	 */
	public Answer sendWhenPossible(String client, String path, byte[] body, Map<String, String> headers) {
		return whenPossible(() -> post(client, this.addresses.edge().resolve(path), body, headers));
	}

	/**
	 * Declares what an agency's organisation publishes.
	 * @param agency the agency, whose client declares
	 * @param body all that it publishes, as JSON
	 * @param area a fictional area that it is declared for; null for the real ones
	 * @return what is declared, with its receipts
	 * @throws CannotProceedException when the hub refuses it
	 */
	public JsonNode declareFeeds(String agency, String body, @Nullable String area) {
		URI uri = this.addresses.edge().resolve("/" + agency + "/feeds");
		Answer answer = whenPossible(() -> {
			HttpRequest.Builder request = HttpRequest.newBuilder(uri)
				.PUT(HttpRequest.BodyPublishers.ofString(body))
				.header("Content-Type", "application/json");
			if (area != null) {
				request.header("Mash-Area", area);
			}
			return send(agency, request);
		});
		if (!answer.isGood()) {
			throw new CannotProceedException("the hub did not take the feeds of " + agency + ": " + answer.problem(),
					"Put right what it says and declare them again.");
		}
		return answer.json();
	}

	private Answer whenPossible(Supplier<Answer> attempt) {
		long deadline = System.nanoTime() + this.patience.toNanos();
		while (true) {
			Answer answer = attempt.get();
			if (!answer.isWorthRetrying() || System.nanoTime() > deadline) {
				return answer;
			}
			pause(Duration.ofSeconds(answer.retryAfter().orElse(1L)));
		}
	}

	/**
	 * Reads from the console's API, again and again while it says that it cannot answer
	 * now. A list is read to its end.
	 * @param path for example {@code /api/alerts}
	 * @return the body, of a list all its parts
	 */
	public JsonNode read(String path) {
		Answer answer = readPart(path);
		JsonNode body = answer.json();
		while (body instanceof ArrayNode list && answer.next().isPresent()) {
			answer = readPart(answer.next().get());
			answer.json().forEach(list::add);
		}
		return body;
	}

	private Answer readPart(String path) {
		Answer answer = whenPossible(() -> get(this.addresses.console().resolve(path)));
		if (answer.status() == 404) {
			throw new CannotProceedException("the hub knows nothing at " + path, "Check the id or the name.");
		}
		if (!answer.isGood()) {
			throw new CannotProceedException("the console did not answer " + path + ": " + answer.problem(),
					"./mash status shows whether all parts are up; the log is in .mash/log/hub.log.");
		}
		return answer;
	}

	private static Optional<String> next(HttpHeaders headers) {
		return headers.firstValue("Link").map(NEXT::matcher).filter(Matcher::matches).map((link) -> link.group(1));
	}

	/**
	 * Reads once, as the operator.
	 * @param uri where from
	 * @return the answer, whatever it is
	 */
	public Answer get(URI uri) {
		return getAs(OPERATOR, uri);
	}

	/**
	 * Reads once.
	 * @param client who reads
	 * @param uri where from
	 * @return the answer, whatever it is
	 */
	public Answer getAs(String client, URI uri) {
		return send(client, HttpRequest.newBuilder(uri).GET().header("Accept", "application/json"));
	}

	/**
	 * How far this machine's clock is ahead of the hub's, to the second.
	 * @return the difference, negative when it is behind
	 */
	public Duration clockDifference() {
		HttpRequest request = HttpRequest.newBuilder(this.addresses.edge().resolve("/actuator/health/liveness"))
			.timeout(TIMEOUT)
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.discarding())
				.headers()
				.firstValue("Date")
				.map((date) -> Duration.between(
						ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(), Instant.now()))
				.orElse(Duration.ZERO);
		}
		catch (IOException ex) {
			throw notRunning(request.uri(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CannotProceedException("interrupted", "Try again.", ex);
		}
	}

	/**
	 * Opens a stream of server-sent events, as the operator.
	 * @param path path at the console
	 * @return the stream, to be closed by the caller
	 */
	public InputStream stream(String path) {
		HttpRequest request = HttpRequest.newBuilder(this.addresses.console().resolve(path))
			.header("Authorization", "Bearer " + token(OPERATOR))
			.header("Accept", "text/event-stream")
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
		}
		catch (IOException ex) {
			throw notRunning(request.uri(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CannotProceedException("interrupted", "Try again.", ex);
		}
	}

	/**
	 * Waits until correlation has dealt with a record.
	 * @param receiptId its receipt
	 * @return the receipt with its outcome
	 */
	public JsonNode awaitApplied(UUID receiptId) {
		long deadline = System.nanoTime() + this.patience.toNanos();
		while (System.nanoTime() < deadline) {
			Answer answer = get(this.addresses.console().resolve("/api/receipts/" + receiptId));
			if (answer.isGood()) {
				JsonNode receipt = answer.json();
				if (!receipt.path("state").asString("PENDING").equals("PENDING")) {
					return receipt;
				}
			}
			else if (answer.status() != 404 && !answer.isWorthRetrying()) {
				throw new CannotProceedException("the console does not show receipts: " + answer.problem(),
						"The log is in .mash/log/hub.log.");
			}
			pause(PAUSE);
		}
		throw new CannotProceedException(
				"the hub took a record but did not apply it within " + this.patience.toSeconds() + " s",
				"./mash quarantine shows what could not be processed; the log is in .mash/log/hub.log.");
	}

	/**
	 * Whether a part of the hub says that it is ready.
	 * @param part its address
	 * @return true when it is up
	 */
	public boolean isReady(URI part) {
		HttpRequest request = HttpRequest.newBuilder(part.resolve("/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(5))
			.build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Override
	public void close() {
		this.http.shutdownNow();
	}

	/**
	 * Waits a little.
	 * @param time how long
	 */
	public static void pause(Duration time) {
		long deadline = System.nanoTime() + time.toNanos();
		while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
			LockSupport.parkNanos(deadline - System.nanoTime());
		}
		if (Thread.currentThread().isInterrupted()) {
			throw new CannotProceedException("interrupted", "Start it again when you like.");
		}
	}

	private Answer send(String client, HttpRequest.Builder builder) {
		HttpRequest request = builder.timeout(TIMEOUT).header("Authorization", "Bearer " + token(client)).build();
		Answer answer = exchange(request);
		if (answer.status() == 401) {
			this.tokens.remove(client);
		}
		return answer;
	}

	private Answer exchange(HttpRequest request) {
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			Optional<Long> retryAfter = response.headers()
				.firstValue("Retry-After")
				.filter((value) -> value.matches("[0-9]{1,4}"))
				.map(Long::valueOf);
			return new Answer(response.statusCode(), response.body(), retryAfter, next(response.headers()));
		}
		catch (ConnectException ex) {
			if (this.waitsForHub) {
				return NOBODY;
			}
			throw notRunning(request.uri(), ex);
		}
		catch (IOException ex) {
			return NOBODY;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CannotProceedException("interrupted", "Start it again when you like.", ex);
		}
	}

	private Token fetch(String client) {
		String secret = this.secrets.get(client);
		if (secret == null) {
			throw new CannotProceedException("there is no client called '" + client + "'",
					"Known are: " + String.join(", ", this.secrets.keySet().stream().sorted().toList()) + ".");
		}
		String basic = Base64.getEncoder()
			.encodeToString((encode(client) + ":" + encode(secret)).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest.newBuilder(this.addresses.identityProvider().resolve("/oauth2/token"))
			.timeout(TIMEOUT)
			.header("Authorization", "Basic " + basic)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
			.build();
		Answer answer = whenPossible(() -> exchange(request));
		if (!answer.isGood()) {
			throw new CannotProceedException("the identity provider gives no token: " + answer.problem(),
					"Is this the hub that the secrets belong to? MASH_HOME and MASH_PORT_BASE choose one.");
		}
		long seconds = answer.json().path("expires_in").asLong(300);
		return new Token(answer.json().path("access_token").asString(),
				System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) - MARGIN.toNanos());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static CannotProceedException notRunning(URI uri, Exception ex) {
		return new CannotProceedException("no hub answers at " + uri.getScheme() + "://" + uri.getAuthority(),
				"Start it with ./mash up, or name another with MASH_PORT_BASE or --against.", ex);
	}

	/**
	 * Any value as JSON.
	 * @param value the value
	 * @return JSON text
	 */
	public static String toJson(Object value) {
		return JSON.writeValueAsString(value);
	}

	private record Token(String value, long goodUntil) {

		boolean isOld() {
			return System.nanoTime() - this.goodUntil > 0;
		}

		/** Leaves the token out. */
		@Override
		public String toString() {
			return "Token[hidden]";
		}

	}

}
