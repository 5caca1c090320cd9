package org.mashhub.console.api;

import java.util.LinkedHashSet;
import java.util.stream.Collectors;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.module.SimpleModule;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ProblemDetail;

/**
 * Describes the console's API: what is common to all operations, among it the refusals
 * that any request may get, and where the next part of a list is.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleDescription {

	static final String TAG = "console";

	@Bean
	OpenAPI consoleOpenApi() {
		return new OpenAPI()
			.info(new Info().title("MASH Hub: what MASH officers see and decide")
				.version("1")
				.description(
						"""
								What the console's pages show, as JSON, and what officers do there. Times are UTC. A list comes in \
								parts: while there is more, the header Link (RFC 8288, rel=next) says where. Read with scope \
								hub:read, decide with hub:operate, or as an officer who is signed in. Errors are problem \
								details (RFC 9457). Every request for something about people is recorded.""")
				.license(new License().name("Apache-2.0").url("https://www.apache.org/licenses/LICENSE-2.0")))
			.addServersItem(new Server().url("/").description("where this description was fetched"))
			.components(new Components().addSecuritySchemes("token",
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")))
			.addSecurityItem(new SecurityRequirement().addList("token"));
	}

	@Bean
	JsonMapperBuilderCustomizer plainTexts() {
		return (json) -> json.addModule(new SimpleModule("texts").addDeserializer(String.class, new PlainTextReader()));
	}

	@Bean
	OpenApiCustomizer usualAnswers() {
		return (description) -> {
			Schema<?> problem = problem(description);
			description.getPaths()
				.forEach((path, item) -> item.readOperations().forEach((operation) -> add(path, operation, problem)));
		};
	}

	private static void add(String path, Operation operation, Schema<?> problem) {
		ApiResponses answers = operation.getResponses();
		if (operation.getParameters() != null) {
			operation.getParameters().forEach((parameter) -> withoutNull(parameter.getSchema()));
		}
		if (operation.getParameters() != null || operation.getRequestBody() != null) {
			add(answers, "400", "A parameter or the body cannot be right", problem);
		}
		add(answers, "401", "The request has no valid access token", problem);
		add(answers, "403", "The access token does not allow this", problem);
		if (path.contains("{")) {
			add(answers, "404", "The hub shows nothing of this id", problem);
		}
		if (operation.getRequestBody() != null) {
			add(answers, "409", "It has ended or gone away; nothing was changed", problem);
		}
		add(answers, "503", "The console's database is away; ask again", problem).addHeaderObject("Retry-After",
				new Header().description("seconds to wait").schema(new IntegerSchema()));
		if (operation.getParameters() != null
				&& operation.getParameters().stream().anyMatch((parameter) -> "after".equals(parameter.getName()))) {
			answers.computeIfPresent("200",
					(status, answer) -> answer.addHeaderObject("Link",
							new Header().description("where the next part is (rel=next); absent at the end")
								.schema(new StringSchema())));
		}
	}

	/** A parameter is there or not: an address cannot say null. */
	private static void withoutNull(Schema<?> schema) {
		if (schema.getTypes() != null) {
			schema.setTypes(schema.getTypes()
				.stream()
				.filter((type) -> !"null".equals(type))
				.collect(Collectors.toCollection(LinkedHashSet::new)));
		}
	}

	private static ApiResponse add(ApiResponses answers, String status, String says, Schema<?> problem) {
		ApiResponse answer = new ApiResponse().description(says)
			.content(new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					new MediaType().schema(problem)));
		answers.addApiResponse(status, answer);
		return answer;
	}

	private static Schema<?> problem(OpenAPI description) {
		ResolvedSchema resolved = ModelConverters.getInstance(true)
			.resolveAsResolvedSchema(new AnnotatedType(ProblemDetail.class).resolveAsRef(true));
		resolved.referencedSchemas.forEach(description.getComponents()::addSchemas);
		return resolved.schema;
	}

}
