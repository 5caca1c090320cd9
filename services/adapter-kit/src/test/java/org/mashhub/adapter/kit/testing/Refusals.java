package org.mashhub.adapter.kit.testing;

import org.assertj.core.api.InstanceOfAssertFactories;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal must be. */
public final class Refusals {

	private Refusals() {
	}

	/**
	 * Checks that an answer is a problem detail that names a field and its remedy.
	 * @param answer the answer
	 * @param status status expected
	 * @param field field that must be named
	 * @param remedy part of its remedy
	 */
	public static void assertNames(MvcTestResult answer, int status, String field, String remedy) {
		assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson()
			.extractingPath("$.errors[?(@.field == '" + field + "')].remedy")
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.first()
			.asString()
			.containsIgnoringCase(remedy);
	}

}
