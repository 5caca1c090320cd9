package org.mashhub.identityprovider;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** The provider over HTTP, as its clients and a browser use it. */
class IdentityProviderServiceTest {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String BACK = "http://127.0.0.1:9/login/oauth2/code/hub";

	private static final String BACK_BELOW = "http://127.0.0.1:9/below/login/oauth2/code/hub";

	private static final String POLICE_SECRET = "police-secret-of-the-test";

	private static final String CONSOLE_SECRET = "console-secret-of-the-test";

	@TempDir
	static Path folder;

	static ConfigurableApplicationContext provider;

	static String base;

	@BeforeAll
	static void start() {
		provider = run();
		base = "http://127.0.0.1:" + provider.getEnvironment().getRequiredProperty("local.server.port");
	}

	@AfterAll
	static void stop() {
		provider.close();
	}

	@Test
	void tokenOfAnAgencyNamesItsAgencyOrganisationAndScope() throws Exception {
		HttpResponse<String> response = token("police", POLICE_SECRET, "");

		assertThat(response.statusCode()).isEqualTo(200);
		JsonNode claims = claims(JSON.readTree(response.body()).get("access_token").asString());
		assertThat(claims.get("agency").asString()).isEqualTo("police");
		assertThat(claims.get("organisation").asString()).isEqualTo("WMP");
		assertThat(claims.get("scope").asString()).isEqualTo("publish:police");
		assertThat(claims.get("iss").asString()).isEqualTo("http://idp.test");
		assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(3600);
	}

	@Test
	void wrongSecretIsRefused() throws Exception {
		assertThat(token("police", "not-the-secret-at-all", "").statusCode()).isEqualTo(401);
	}

	@Test
	void agencyCannotAskForAnotherAgencysScope() throws Exception {
		HttpResponse<String> response = token("police", POLICE_SECRET, "&scope=publish:gp");

		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains("invalid_scope");
	}

	@Test
	void everythingElseIsDenied() throws Exception {
		assertThat(get(HttpClient.newHttpClient(), base + "/anything").uri()).hasPath("/sign-in");
		assertThat(get(HttpClient.newHttpClient(), base + "/actuator/prometheus").statusCode()).isEqualTo(401);
		assertThat(get(HttpClient.newHttpClient(), base + "/actuator/health/liveness").statusCode()).isEqualTo(200);
	}

	@Test
	void metricsWantTheirScope() throws Exception {
		String police = JSON.readTree(token("police", POLICE_SECRET, "").body()).get("access_token").asString();
		String cli = JSON.readTree(token("mash-cli", "mash-cli-secret-of-the-test", "").body())
			.get("access_token")
			.asString();

		assertThat(withBearer(police, "/actuator/prometheus").statusCode()).isEqualTo(403);
		assertThat(withBearer(cli, "/actuator/prometheus").statusCode()).isEqualTo(200);
	}

	@Test
	void personSignsInAndTheConsoleLearnsTheirRoles() throws Exception {
		HttpClient browser = browser();
		String verifier = "a-verifier-that-is-long-enough-to-be-accepted-by-the-provider";

		HttpResponse<String> page = get(browser, authorize(verifier));
		HttpResponse<String> signedIn = submit(browser, page, "officer", "officers-password");
		HttpResponse<String> back = get(browser, location(signedIn));
		String code = codeIn(location(back));
		HttpResponse<String> tokens = exchange(code, verifier);

		assertThat(page.body()).contains("MASH Hub sign in").contains("label for=\"username\"");
		JsonNode body = JSON.readTree(tokens.body());
		JsonNode claims = claims(body.get("id_token").asString());
		assertThat(claims.get("sub").asString()).isEqualTo("officer");
		assertThat(claims.get("name").asString()).isEqualTo("Olu Officer");
		assertThat(claims.get("email").asString()).isEqualTo("officer@mash.example");
		assertThat(claims.get("roles").toString()).isEqualTo("[\"MASH_OFFICER\"]");
		JsonNode info = JSON.readTree(withBearer(body.get("access_token").asString(), "/userinfo").body());
		assertThat(info.get("roles").toString()).isEqualTo("[\"MASH_OFFICER\"]");
	}

	@Test
	void whoSignsOutIsAskedToSignInAgain() throws Exception {
		for (String root : new String[] { "http://127.0.0.1:9", "http://127.0.0.1:9/below" }) {
			HttpClient browser = browser();
			String verifier = "a-verifier-that-is-long-enough-to-be-accepted-by-the-provider";
			HttpResponse<String> page = get(browser, authorize(verifier));
			HttpResponse<String> back = get(browser, location(submit(browser, page, "officer", "officers-password")));
			String idToken = JSON.readTree(exchange(codeIn(location(back)), verifier).body())
				.get("id_token")
				.asString();
			assertThat(location(get(browser, authorize(verifier)))).startsWith(BACK);

			HttpResponse<String> signedOut = get(browser, base + "/connect/logout?id_token_hint=" + idToken
					+ "&post_logout_redirect_uri=" + encode(root + "/signed-out"));

			assertThat(signedOut.statusCode()).isEqualTo(302);
			assertThat(location(signedOut)).isEqualTo(root + "/signed-out");
			assertThat(get(browser, authorize(verifier)).body()).contains("MASH Hub sign in");
		}
	}

	@Test
	void knowsBehindAProxyThatItIsReachedByHttps() throws Exception {
		try (ConfigurableApplicationContext behind = run("--MASH_FORWARD_HEADERS=framework")) {
			String port = behind.getEnvironment().getRequiredProperty("local.server.port");
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
					.header("Accept", "text/html")
					.header("X-Forwarded-Proto", "https")
					.header("X-Forwarded-Host", "sign-in.example")
					.header("X-Forwarded-Port", "443")
					.build(), BodyHandlers.ofString());

			assertThat(response.headers().firstValue("Location")).hasValue("https://sign-in.example/sign-in");
		}
	}

	@Test
	void codeCannotBeUsedWithoutItsProof() throws Exception {
		HttpClient browser = browser();
		HttpResponse<String> page = get(browser, authorize("a-verifier-that-is-long-enough-to-be-accepted-by-it"));
		HttpResponse<String> back = get(browser, location(submit(browser, page, "officer", "officers-password")));

		HttpResponse<String> tokens = exchange(codeIn(location(back)),
				"another-verifier-that-is-long-enough-to-be-accepted");

		assertThat(tokens.statusCode()).isEqualTo(400);
	}

	@Test
	void wrongPasswordIsToldAndAFewMoreAreSlowedDown() throws Exception {
		HttpClient browser = browser();
		HttpResponse<String> page = get(browser, base + "/sign-in");

		String first = location(submit(browser, page, "nobody-here", "a-wrong-password"));
		String last = first;
		for (int attempt = 0; attempt < 5; attempt++) {
			last = location(submit(browser, get(browser, base + "/sign-in"), "nobody-here", "a-wrong-password"));
		}

		assertThat(first).endsWith("/sign-in?error");
		assertThat(last).endsWith("/sign-in?wait");
		assertThat(get(browser, base + "/sign-in?error").body()).contains("There is a problem");
	}

	@Test
	void signingKeyOutlivesARestartAndOnlyItsOwnerCanReadIt() throws Exception {
		String before = get(HttpClient.newHttpClient(), base + "/oauth2/jwks").body();

		try (ConfigurableApplicationContext again = run()) {
			String port = again.getEnvironment().getRequiredProperty("local.server.port");
			String after = get(HttpClient.newHttpClient(), "http://127.0.0.1:" + port + "/oauth2/jwks").body();

			assertThat(after).isEqualTo(before).doesNotContain("\"d\"");
		}
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys/signing.json"))))
			.isEqualTo("rw-------");
	}

	private static ConfigurableApplicationContext run(String... more) {
		String idp = "--hub.identity-provider.";
		List<String> settings = new ArrayList<>(List.of("--spring.config.name=identity-provider",
				"--MASH_IDENTITY_PROVIDER_CONFIG=none", "--server.port=0", idp + "issuer=http://idp.test",
				idp + "signing-key-file=" + folder.resolve("keys/signing.json"), idp + "clients[0].id=police",
				idp + "clients[0].secret=" + POLICE_SECRET, idp + "clients[0].scopes=publish:police",
				idp + "clients[0].agency=police", idp + "clients[0].organisation=WMP", idp + "clients[1].id=console",
				idp + "clients[1].secret=" + CONSOLE_SECRET, idp + "clients[1].scopes=openid,profile,email",
				idp + "clients[1].redirect-uris=" + BACK + "," + BACK_BELOW, idp + "clients[2].id=mash-cli",
				idp + "clients[2].secret=mash-cli-secret-of-the-test", idp + "clients[2].scopes=hub:read,hub:metrics",
				idp + "users[0].username=officer", idp + "users[0].password=officers-password",
				idp + "users[0].name=Olu Officer", idp + "users[0].email=officer@mash.example",
				idp + "users[0].roles=MASH_OFFICER"));
		settings.addAll(List.of(more));
		return new SpringApplicationBuilder(IdentityProviderService.class).run(settings.toArray(String[]::new));
	}

	private static HttpClient browser() {
		return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
	}

	private static String authorize(String verifier) throws Exception {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
		return base + "/oauth2/authorize?response_type=code&client_id=console&scope=openid%20profile&state=s&nonce=n"
				+ "&redirect_uri=" + encode(BACK) + "&code_challenge_method=S256&code_challenge="
				+ Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
	}

	private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
		HttpResponse<String> response = client.send(
				HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html, */*;q=0.5").build(),
				BodyHandlers.ofString());
		return (response.statusCode() == 302 && location(response).endsWith("/sign-in"))
				? client.send(HttpRequest.newBuilder(URI.create(location(response))).build(), BodyHandlers.ofString())
				: response;
	}

	private static HttpResponse<String> submit(HttpClient browser, HttpResponse<String> page, String username,
			String password) throws Exception {
		Matcher csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
		assertThat(csrf.find()).isTrue();
		return form(browser, base + "/sign-in",
				"username=" + encode(username) + "&password=" + encode(password) + "&_csrf=" + encode(csrf.group(1)),
				null);
	}

	private static HttpResponse<String> exchange(String code, String verifier) throws Exception {
		return form(
				HttpClient.newHttpClient(), base + "/oauth2/token", "grant_type=authorization_code&code=" + encode(code)
						+ "&redirect_uri=" + encode(BACK) + "&code_verifier=" + verifier,
				basic("console", CONSOLE_SECRET));
	}

	private static HttpResponse<String> token(String client, String secret, String more) throws Exception {
		return form(HttpClient.newHttpClient(), base + "/oauth2/token", "grant_type=client_credentials" + more,
				basic(client, secret));
	}

	private static HttpResponse<String> withBearer(String token, String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token).build(),
					BodyHandlers.ofString());
	}

	private static HttpResponse<String> form(HttpClient client, String address, String body,
			@Nullable String authorization) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body));
		if (authorization != null) {
			request.header("Authorization", authorization);
		}
		return client.send(request.build(), BodyHandlers.ofString());
	}

	private static String basic(String client, String secret) {
		return "Basic "
				+ Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.US_ASCII));
	}

	private static String location(HttpResponse<String> response) {
		return URI.create(base).resolve(response.headers().firstValue("Location").orElseThrow()).toString();
	}

	private static String codeIn(String address) {
		Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(address);
		assertThat(code.find()).isTrue();
		return URLDecoder.decode(code.group(1), StandardCharsets.UTF_8);
	}

	private static JsonNode claims(String jwt) {
		String payload = jwt.substring(jwt.indexOf('.') + 1, jwt.lastIndexOf('.'));
		return JSON.readTree(Base64.getUrlDecoder().decode(payload));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
