package org.mashhub.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.console.feed.Feeding;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Colour;
import org.mashhub.testinfrastructure.RealInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests that no browser makes, byte by byte to a real server. */
@SpringBootTest(classes = ConsoleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "spring.config.name=console", "spring.kafka.listener.auto-startup=false",
				"spring.kafka.consumer.value-deserializer=org.mashhub.console.RawAvroDeserializer",
				"hub.console.client-secret=test-secret", "hub.console.outbox-interval=1h",
				"MASH_FORWARD_HEADERS=framework" })
@Import({ Feeding.class, ConsoleBrowserIT.TestSignIn.class, Tokens.class })
@RealInfrastructure
class CraftedRequestsIT {

	private static final Pattern COOKIE = Pattern.compile("(?i)set-cookie: (MASH_CONSOLE=[^;]+)");

	private static final String READER = "Authorization: Bearer hub.read";

	@LocalServerPort
	int port;

	@Autowired
	Feeding feeding;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase.use(registry);
	}

	@BeforeEach
	void family() {
		this.feeding.publish(Samples.AREA, Samples.area());
		this.feeding.publish(Samples.id("red").toString(),
				Samples.alert("red", 1, AlertState.RAISED, Colour.RED, Samples.NOW.plus(Duration.ofHours(8))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/alerts?area=%00", "/api/alerts?area=north%00", "/api/alerts?colour=%00",
			"/api/alerts?state=%00", "/api/alerts?after=%00", "/api/alerts?%00=1", "/api/alerts?area=%0b",
			"/api/alerts?area=%zz", "/api/alerts?area=%", "/api/alerts?area=%4", "/api/alerts?%zz=1",
			"/api/alerts?area=%ff", "/api/alerts?area=%c0%80", "/api/alerts?unknown=%00", "/api/children?area=%00",
			"/api/notifications?area=%00", "/api/quarantine?limit=%zz", "/api/reviews?after=%", "/api/alerts/%00",
			"/api/alerts/%zz", "/api/receipts/%", "/api/alerts/%ff", "/api/alerts;x=1", "/api//alerts" })
	void theApiSaysWhatOfARequestCannotBeRead(String target) throws IOException {
		String answer = send("GET", target, READER, "");

		assertThat(answer).startsWith("HTTP/1.1 400")
			.containsIgnoringCase("content-type: application/problem+json")
			.contains("\"detail\":\"")
			.containsAnyOf("percent-encode", "leave control characters out");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/?area=%00", "/?colour=%00", "/?colour=PURPLE", "/?show=%00", "/?after=%00", "/?area=%zz",
			"/?area=%", "/?%zz=1", "/?area=%ff", "/alerts/list?area=%00", "/alerts/list?area=%zz", "/reviews?after=%00",
			"/reviews?after=%", "/quarantine?after=%zz", "/feeds?any=%zz", "/alerts/%00", "/alerts/%zz", "/children/%",
			"/reviews/%00", "/alerts;x=1/list", "//" })
	void aPageSaysThatItsAddressCannotBeRead(String target) throws IOException {
		String answer = send("GET", target, signedIn(), "");

		assertThat(answer).startsWith("HTTP/1.1 400")
			.containsIgnoringCase("content-type: text/html")
			.contains("This address cannot be right")
			.contains("href=\"/\"");
	}

	@Test
	void theParameterIsNamedButNothingOfWhatItHolds() throws IOException {
		assertThat(send("GET", "/api/alerts?state=open&area=Aria%00", READER, "")).contains("area")
			.doesNotContain("Aria");
		assertThat(send("GET", "/api/alerts?state=open&area=Aria%zz", READER, "")).contains("area")
			.doesNotContain("Aria");
	}

	@Test
	void aPlaceIsOneThatTheHubGaveOutOrNone() throws IOException {
		for (String place : new String[] { "2026-01-13T10:00:00Z\na\u0000b\n1\n1\nINTAKE",
				"+200000000-01-01T00:00:00Z\na\n1\n1\nINTAKE", "-300000-01-01T00:00:00Z\na\n1\n1\nINTAKE",
				"2026-01-13T10:00:00Z" }) {
			String sent = Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(place.getBytes(StandardCharsets.UTF_8));

			assertThat(send("GET", "/api/quarantine?after=" + sent, READER, "")).startsWith("HTTP/1.1 400")
				.contains("begin without it");
			assertThat(send("GET", "/quarantine?after=" + sent, signedIn(), "")).startsWith("HTTP/1.1 400")
				.contains("This address cannot be right");
		}
	}

	@Test
	void aReasonIsText() throws IOException {
		String alert = "/api/alerts/" + Samples.id("red") + "/decisions";
		String operator = "Authorization: Bearer hub.operate\r\nContent-Type: application/json";

		for (String character : new String[] { "\\u0000", "\\ud800" }) {
			assertThat(send("POST", alert, operator,
					"{\"outcome\":\"WRONG_PERSON\",\"reason\":\"not her" + character + "\"}"))
				.startsWith("HTTP/1.1 400")
				.containsIgnoringCase("content-type: application/problem+json")
				.contains("reason")
				.contains("leave control characters out")
				.doesNotContain("not her");
		}
		assertThat(send("POST", alert, operator, "{\"outcome\":\"PERHAPS\"}")).startsWith("HTTP/1.1 400")
			.contains("outcome")
			.contains("WRONG_PERSON")
			.doesNotContain("PERHAPS");
		assertThat(send("POST", alert, operator, "{")).startsWith("HTTP/1.1 400").contains("/v3/api-docs");
		assertThat(send("POST", "/alerts/" + Samples.id("red") + "/end",
				signedIn() + "\r\nContent-Type: application/x-www-form-urlencoded", "outcome=WRONG_PERSON&reason=a%00"))
			.startsWith("HTTP/1.1 400")
			.contains("This address cannot be right");
	}

	@Test
	void whatIsTextIsReadAsBefore() throws IOException {
		assertThat(send("GET", "/api/alerts?area=Caf%C3%A9%20%25%0D%0A&limit=1", READER, ""))
			.startsWith("HTTP/1.1 200");
		assertThat(send("GET", "/?area=Caf%C3%A9+%25", signedIn(), "")).startsWith("HTTP/1.1 200");
	}

	@Test
	void whereAProxyEndsTlsSigningInComesBackByHttps() throws IOException {
		assertThat(send("GET", "/oauth2/authorization/hub",
				"X-Forwarded-Proto: https\r\nX-Forwarded-Host: console.example\r\nX-Forwarded-Port: 443", ""))
			.startsWith("HTTP/1.1 302")
			.contains("redirect_uri=https://console.example/login/oauth2/code/hub");
	}

	private String signedIn() throws IOException {
		Matcher cookie = COOKIE.matcher(send("GET", "/test-sign-in", "Accept: */*", ""));
		assertThat(cookie.find()).isTrue();
		return "Accept: text/html\r\nCookie: " + cookie.group(1);
	}

	private String send(String method, String target, String headers, String body) throws IOException {
		byte[] content = body.getBytes(StandardCharsets.UTF_8);
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
			socket.getOutputStream()
				.write((method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + headers
						+ "\r\nContent-Length: " + content.length + "\r\n\r\n" + body)
					.getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
