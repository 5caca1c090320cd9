package org.mashhub.adapter.kit;

import java.util.Set;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes the refusals that any request may get, wherever an endpoint does not describe
 * its own: all of them are problem details.
 */
class UsualAnswers implements OpenApiCustomizer {

	private static final Set<String> BATCHES = Set.of(NoticeEndpoint.NDJSON, NoticeEndpoint.CSV);

	@Override
	public void customise(OpenAPI description) {
		Schema<?> problem = NoticeDescriptions.schema(description, Problem.class);
		Header seconds = new Header().description("seconds to wait")
			.schema(NoticeDescriptions.schema(description, Long.class));
		description.getPaths()
			.forEach((path, item) -> item.readOperations()
				.forEach((operation) -> add(path, operation, problem, seconds)));
	}

	private static void add(String path, Operation operation, Schema<?> problem, Header seconds) {
		ApiResponses answers = operation.getResponses();
		RequestBody body = operation.getRequestBody();
		if (body != null) {
			add(answers, "400", "The body cannot be read", problem);
			if (!BATCHES.containsAll(body.getContent().keySet())) {
				add(answers, "413", "The body is larger than the hub reads", problem);
			}
			add(answers, "415", "The body is packed, or not of a media type that this endpoint reads", problem);
		}
		add(answers, "401", "The request has no valid access token", problem);
		add(answers, "403", "The access token does not allow this", problem);
		if (path.contains("{id}")) {
			add(answers, "404", "No record of this sender has this id", problem);
		}
		add(answers, "422", "The record, or a header or parameter, cannot be right", problem);
		add(answers, "503", "The hub cannot do it at the moment; send it again", problem).addHeaderObject("Retry-After",
				seconds);
	}

	private static ApiResponse add(ApiResponses answers, String status, String says, Schema<?> problem) {
		return answers.computeIfAbsent(status,
				(absent) -> new ApiResponse().description(says)
					.content(new Content().addMediaType(
							org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
							new MediaType().schema(problem))));
	}

}
