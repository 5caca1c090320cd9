package org.mashhub.adapter.gp;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.node.ObjectNode;

/** One FHIR resource of many, as one line of a file. */
@Schema(type = "object", description = "A FHIR R4 resource after UK Core; see https://hl7.org/fhir/R4")
record FhirResource(@JsonValue ObjectNode json) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	FhirResource {
	}

}
