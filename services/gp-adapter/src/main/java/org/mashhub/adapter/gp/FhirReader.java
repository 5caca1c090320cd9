package org.mashhub.adapter.gp;

import java.nio.charset.StandardCharsets;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.UnreadableNoticeException;

import org.springframework.stereotype.Component;

/** Reads one FHIR R4 resource; what does not belong in it is refused, never dropped. */
@Component
class FhirReader {

	private final FhirContext fhir = FhirContext.forR4();

	<T extends Resource> T read(byte[] body, Class<T> type) {
		IParser parser = this.fhir.newJsonParser();
		parser.setParserErrorHandler(new RefusingErrorHandler());
		IBaseResource resource = parse(parser, body);
		if (!type.isInstance(resource)) {
			throw new UnreadableNoticeException(new FieldProblem("resourceType", "is another type of resource",
					"Send a " + type.getSimpleName() + " to this endpoint."));
		}
		return type.cast(resource);
	}

	private static IBaseResource parse(IParser parser, byte[] body) {
		try {
			return parser.parseResource(new String(body, StandardCharsets.UTF_8));
		}
		catch (DataFormatException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof UnreadableNoticeException explained) {
					throw explained;
				}
			}
			throw new UnreadableNoticeException(new FieldProblem("", "the body is not a FHIR R4 resource in JSON",
					"Send one resource with its resourceType, in UTF-8."));
		}
	}

}
