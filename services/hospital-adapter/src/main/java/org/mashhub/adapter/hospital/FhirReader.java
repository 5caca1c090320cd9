package org.mashhub.adapter.hospital;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.UnreadableNoticeException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Reads one FHIR R4 resource from JSON; what does not belong in it is refused, never
 * dropped, and no body, however hostile, gets further than that.
 */
@Component
class FhirReader {

	private static final int DEEPEST = 40;

	private static final double LARGEST = 1e9;

	private final FhirContext fhir = FhirContext.forR4();

	private final JsonMapper json = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Reads a body.
	 * @param <R> type of the resource
	 * @param body the body
	 * @param type type of the resource
	 * @return the resource
	 */
	<R extends Resource> R read(byte[] body, Class<R> type) {
		JsonNode tree = tree(body);
		if (!isHarmless(tree, 1)) {
			throw unreadable("", "is nested, or has a number, beyond anything in a resource",
					"Send what FHIR R4 says for a " + type.getSimpleName() + ".");
		}
		if (!tree.path("resourceType").asString("").equals(type.getSimpleName())) {
			throw unreadable("resourceType", "is another type of resource",
					"Send a " + type.getSimpleName() + " to this endpoint.");
		}
		return parse(tree.toString(), type);
	}

	private JsonNode tree(byte[] body) {
		try {
			return this.json.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
		}
		catch (CharacterCodingException ex) {
			throw unreadable("", "the body is not in UTF-8", "Send it in UTF-8, the only encoding of FHIR's JSON.");
		}
		catch (JacksonException ex) {
			throw noResource();
		}
	}

	private static boolean isHarmless(JsonNode node, int depth) {
		if (depth > DEEPEST || (node.isNumber() && !(Math.abs(node.doubleValue()) <= LARGEST))) {
			return false;
		}
		for (JsonNode child : node) {
			if (!isHarmless(child, depth + 1)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Whatever the parser throws, it throws at what was sent: there is nothing else that
	 * it works on.
	 */
	private <R extends Resource> R parse(String text, Class<R> type) {
		try {
			IParser parser = this.fhir.newJsonParser();
			parser.setParserErrorHandler(new NamingErrorHandler());
			return type.cast(parser.parseResource(text));
		}
		catch (UnreadableNoticeException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw (ex.getCause() instanceof UnreadableNoticeException named) ? named : noResource();
		}
	}

	private static UnreadableNoticeException noResource() {
		return unreadable("", "the body is not a FHIR R4 resource in JSON",
				"Send one resource with its resourceType, each element once, contained resources with an id.");
	}

	private static UnreadableNoticeException unreadable(String field, String problem, String remedy) {
		return new UnreadableNoticeException(new FieldProblem(field, problem, remedy));
	}

	/** As strict as {@link StrictErrorHandler}, but names what is most often wrong. */
	private static final class NamingErrorHandler extends StrictErrorHandler {

		@Override
		public void unknownElement(@Nullable IParseLocation location, String element) {
			throw unreadable(name(location, element), "is not an element of FHIR R4 here",
					"Leave it out, or correct its spelling.");
		}

		@Override
		public void invalidValue(@Nullable IParseLocation location, String value, String error)
				throws DataFormatException {
			throw unreadable(name(location, ""), "has an unknown code or a wrong form",
					"Send a value that FHIR R4 allows for this element.");
		}

		private static String name(@Nullable IParseLocation location, String element) {
			String parent = (location != null && location.getParentElementName() != null)
					? location.getParentElementName() : "";
			String name = element.matches("[A-Za-z][A-Za-z0-9]{0,39}") ? element : "";
			return (parent.isEmpty() || name.isEmpty()) ? parent + name : parent + "." + name;
		}

	}

}
