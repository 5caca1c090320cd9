package org.mashhub.console.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * GOV.UK Frontend's styles without its typeface, which is for gov.uk services only: pages
 * are set in Arial or what the machine has in its place.
 */
@RestController
class Styles {

	private static final String SHEET = "classpath*:/META-INF/resources/webjars/govuk-frontend/*/dist/govuk/govuk-frontend.min.css";

	private final String sheet;

	Styles() {
		try {
			Resource[] found = new PathMatchingResourcePatternResolver(Styles.class.getClassLoader())
				.getResources(SHEET);
			if (found.length == 0) {
				throw new IllegalStateException("GOV.UK Frontend is not on the class path");
			}
			this.sheet = found[0].getContentAsString(StandardCharsets.UTF_8)
				.replaceAll("@font-face\\{[^}]*}", "")
				.replaceAll("\"?GDS Transport\"?,\\s*arial", "Arial,\"Liberation Sans\",Helvetica");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read GOV.UK Frontend", ex);
		}
	}

	@GetMapping("/console/govuk-frontend.css")
	ResponseEntity<String> sheet() {
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
			.cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
			.body(this.sheet);
	}

}
