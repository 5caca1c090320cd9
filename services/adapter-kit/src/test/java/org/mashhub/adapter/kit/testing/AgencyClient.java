package org.mashhub.adapter.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An agency's system, as its own adapter sees it. */
public class AgencyClient {

	private final MockMvcTester http;

	private final String agency;

	private final String organisation;

	public AgencyClient(MockMvcTester http, String agency, String organisation) {
		this.http = http;
		this.agency = agency;
		this.organisation = organisation;
	}

	/**
	 * Sends a body with the agency's own token.
	 * @param path path of the endpoint
	 * @param body the body
	 * @return the answer
	 */
	public MvcTestResult send(String path, String body) {
		return send(path, body, MediaType.APPLICATION_JSON, token(this.agency, this.organisation));
	}

	/**
	 * Sends a body with any token.
	 * @param path path of the endpoint
	 * @param body the body
	 * @param type media type of the body
	 * @param token the token
	 * @return the answer
	 */
	public MvcTestResult send(String path, String body, MediaType type, RequestPostProcessor token) {
		return this.http.post().uri(path).contentType(type).content(body).with(token).exchange();
	}

	/**
	 * Sends a body with the agency's own token and one more header.
	 * @param path path of the endpoint
	 * @param body the body
	 * @param type media type of the body
	 * @param header name of the header
	 * @param value value of the header
	 * @return the answer
	 */
	public MvcTestResult sendWithHeader(String path, String body, MediaType type, String header, String value) {
		return this.http.post()
			.uri(path)
			.contentType(type)
			.content(body)
			.header(header, value)
			.with(token(this.agency, this.organisation))
			.exchange();
	}

	/**
	 * Puts a body with the agency's own token.
	 * @param path path of the endpoint
	 * @param body the body
	 * @return the answer
	 */
	public MvcTestResult put(String path, String body) {
		return this.http.put()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(token(this.agency, this.organisation))
			.exchange();
	}

	/**
	 * Puts a body with the agency's own token and one more header.
	 * @param path path of the endpoint
	 * @param body the body
	 * @param header name of the header
	 * @param value value of the header
	 * @return the answer
	 */
	public MvcTestResult putWithHeader(String path, String body, String header, String value) {
		return this.http.put()
			.uri(path)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.header(header, value)
			.with(token(this.agency, this.organisation))
			.exchange();
	}

	/**
	 * Sends a body without a token.
	 * @param path path of the endpoint
	 * @param body the body
	 * @return the answer
	 */
	public MvcTestResult sendAnonymously(String path, String body) {
		return this.http.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

	/**
	 * Fetches a page with the agency's own token.
	 * @param path path of the page
	 * @return the answer
	 */
	public MvcTestResult fetch(String path) {
		return this.http.get().uri(path).with(token(this.agency, this.organisation)).exchange();
	}

	/**
	 * A token as the identity provider gives it to a client.
	 * @param agency kind of agency
	 * @param organisation code of the organisation
	 * @return the token
	 */
	public static RequestPostProcessor token(String agency, String organisation) {
		return SecurityMockMvcRequestPostProcessors.jwt()
			.jwt((jwt) -> jwt.claim("scope", "publish:" + agency)
				.claim("agency", agency)
				.claim("organisation", organisation));
	}

	/**
	 * Reads an example that the adapter ships.
	 * @param file path below {@code examples/}
	 * @return its text
	 */
	public static String example(String file) {
		try {
			return new ClassPathResource("examples/" + file).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
