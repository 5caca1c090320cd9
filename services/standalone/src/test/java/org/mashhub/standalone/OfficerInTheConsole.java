package org.mashhub.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A MASH officer at the console's pages: signs in at the identity provider, opens pages,
 * fills in forms; a browser without scripts.
 */
final class OfficerInTheConsole {

	private final HttpClient http = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final URI console;

	private OfficerInTheConsole(URI console) {
		this.console = console;
	}

	static OfficerInTheConsole signIn(RunningHub hub) {
		OfficerInTheConsole officer = new OfficerInTheConsole(hub.client().addresses().console());
		HttpResponse<String> page = officer.send(HttpRequest.newBuilder(officer.console.resolve("/reviews")));
		HttpResponse<String> back = officer.form(page.uri().resolve("/sign-in"),
				Map.of("username", "officer", "password",
						Secrets.of(hub.hub().home()).users().getOrDefault("officer", ""), "_csrf",
						hidden(page.body(), "_csrf")));
		assertThat(back.uri().getPath()).isEqualTo("/reviews");
		return officer;
	}

	String open(String path) {
		HttpResponse<String> page = send(HttpRequest.newBuilder(this.console.resolve(path)));
		assertThat(page.statusCode()).isEqualTo(200);
		return page.body();
	}

	/** Sends a form and gives the page that it leads to. */
	String submit(String path, Map<String, String> fields) {
		HttpResponse<String> page = form(this.console.resolve(path), fields);
		assertThat(page.statusCode()).isEqualTo(200);
		return page.body();
	}

	/** The value of a hidden field. */
	static String hidden(String page, String name) {
		Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
		String value = null;
		// The last of the name: the page's header has forms of its own.
		while (field.find()) {
			value = field.group(1);
		}
		if (value == null) {
			throw new AssertionError("no field " + name + " on the page");
		}
		return value;
	}

	private HttpResponse<String> form(URI to, Map<String, String> fields) {
		String body = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return send(HttpRequest.newBuilder(to)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(body)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.http.send(request.header("Accept", "text/html").build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the console cannot be reached", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
	}

}
