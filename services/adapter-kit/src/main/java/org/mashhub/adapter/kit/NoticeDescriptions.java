package org.mashhub.adapter.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocAnnotationsUtils;

import org.springframework.core.io.ClassPathResource;

/**
 * Describes every kind of record in the OpenAPI document, with the example files, the
 * very ones that the tests send.
 */
class NoticeDescriptions implements OpenApiCustomizer {

	private static final String JSON = "application/json";

	private final ObjectMapper json = Json.mapper();

	private final Agencies agencies;

	NoticeDescriptions(Agencies agencies) {
		this.agencies = agencies;
	}

	@Override
	public void customise(OpenAPI description) {
		if (description.getComponents() == null) {
			description.setComponents(new Components());
		}
		for (AgencyEndpoints agency : this.agencies.endpoints()) {
			for (NoticeType<?> notice : agency.notices()) {
				description.path(agency.pathPrefix() + "/" + notice.collection(),
						new PathItem().post(operation(description, agency, notice)));
			}
		}
	}

	private Operation operation(OpenAPI description, AgencyEndpoints agency, NoticeType<?> notice) {
		MediaType body = new MediaType().schema(schema(description, notice.form()));
		notice.examples().forEach((file) -> body.addExamples(name(file), new Example().value(read(file))));
		MediaType lines = new MediaType().schema(new StringSchema().description("one record a line"));
		MediaType table = new MediaType().schema(
				new StringSchema().description("a heading line, then one record a row; headings are paths of fields"));
		return new Operation().operationId(agency.agency() + "-" + notice.collection())
			.summary(notice.summary())
			.description("Scope publish:" + agency.agency())
			.addTagsItem(agency.agency())
			.requestBody(new RequestBody().required(true)
				.content(new Content().addMediaType(JSON, body)
					.addMediaType(NoticeEndpoint.NDJSON, lines)
					.addMediaType(NoticeEndpoint.CSV, table)))
			.responses(new ApiResponses()
				.addApiResponse("202",
						response("The hub holds the record for good", JSON, schema(description, Receipt.class)))
				.addApiResponse("200", batchOrDryRun(description)));
	}

	private static ApiResponse batchOrDryRun(OpenAPI description) {
		ApiResponse answer = response(
				"Of a batch: one result a line, last a summary; of a dry run: what would be published",
				NoticeEndpoint.NDJSON, schema(description, BatchIntake.Result.class));
		answer.getContent()
			.addMediaType(JSON, new MediaType().schema(schema(description, NoticeEndpoint.Preview.class)));
		return answer;
	}

	private static ApiResponse response(String says, String type, Schema<?> schema) {
		return new ApiResponse().description(says)
			.content(new Content().addMediaType(type, new MediaType().schema(schema)));
	}

	static Schema<?> schema(OpenAPI description, Class<?> type) {
		return SpringDocAnnotationsUtils.extractSchema(description.getComponents(), type, null, new Annotation[0],
				description.getSpecVersion() != null ? description.getSpecVersion() : SpecVersion.V31);
	}

	private Object read(String file) {
		try {
			return this.json
				.readTree(new ClassPathResource("examples/" + file).getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the example " + file, ex);
		}
	}

	private static String name(String file) {
		return file.substring(file.lastIndexOf('/') + 1).replace(".json", "");
	}

}
