package org.mashhub.adapter.gp;

import java.util.Map;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.ObjectSchema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes which formats these endpoints take by the names that FHIR and CloudEvents
 * have for them, once the kit has described its own.
 */
class FhirDescriptions implements OpenApiCustomizer {

	@Override
	public void customise(OpenAPI description) {
		add(description.getPaths().get("/gp/fhir"),
				Map.of("application/json", GpEndpoint.FHIR_JSON, "application/x-ndjson", FhirMediaTypes.FHIR_NDJSON));
		add(description.getPaths().get("/gp/nhs-events"), Map.of("application/json", FhirMediaTypes.CLOUD_EVENT));
	}

	private static void add(@Nullable PathItem path, Map<String, String> names) {
		if (path != null) {
			Content content = path.getPost().getRequestBody().getContent();
			if (names.containsValue(GpEndpoint.FHIR_JSON)) {
				content.remove("text/csv");
				content.computeIfPresent("application/json",
						(name, body) -> body.schema(new ObjectSchema().description("one resource or a Bundle")));
			}
			names.forEach((plain, name) -> content.addMediaType(name, content.get(plain)));
		}
	}

}
