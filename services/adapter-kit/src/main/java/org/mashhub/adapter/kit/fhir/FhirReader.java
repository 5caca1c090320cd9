package org.mashhub.adapter.kit.fhir;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IJsonLikeParser;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.UnreadableNoticeException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads FHIR R4 from JSON; what does not belong in it is refused, never dropped, and no
 * body, however hostile, gets further than that.
 */
public final class FhirReader {

	/** Deeper than any resource after UK Core, even within a Bundle. */
	private static final int DEEPEST = 40;

	/** Beyond any number in what the hub takes; only an attack is larger. */
	private static final double LARGEST = 1e9;

	private static final Pattern ELEMENT = Pattern.compile("_?[A-Za-z][A-Za-z0-9]{0,39}");

	/**
	 * A name that slipped into the place of an element's begins with a capital letter.
	 */
	private static final Pattern PLAIN_ELEMENT = Pattern.compile("_?[a-z][A-Za-z0-9]{0,39}");

	private static final String MODIFIER = "modifierExtension";

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

	private static final Pattern CONTAINED_ID = Pattern.compile("#?" + ID.pattern());

	private final FhirContext fhir = FhirContext.forR4();

	private final JsonMapper json = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Reads one resource of a type.
	 * @param <R> type of the resource
	 * @param body the body
	 * @param type type of the resource
	 * @return the resource
	 * @throws UnreadableNoticeException when the body is none
	 */
	public <R extends Resource> R read(byte[] body, Class<R> type) {
		ObjectNode tree = tree(body);
		if (!typeOf(tree).equals(type.getSimpleName())) {
			throw new UnreadableNoticeException(new FieldProblem("resourceType", "is another type of resource",
					"Send a " + type.getSimpleName() + " to this endpoint."));
		}
		return type.cast(resource(tree));
	}

	/**
	 * Reads a body as far as its JSON.
	 * @param body the body
	 * @return a resource of which nothing is known but its form
	 * @throws UnreadableNoticeException when the body is none
	 */
	public ObjectNode tree(byte[] body) {
		try {
			if (this.json.readTree(text(body)) instanceof ObjectNode tree) {
				return tree;
			}
		}
		catch (JacksonException ex) {
			throw unreadable();
		}
		throw unreadable();
	}

	/**
	 * Reads one resource.
	 * @param tree its JSON
	 * @return the resource
	 * @throws UnreadableNoticeException when the JSON is none
	 * @throws NoticeRefusedException when an id is none, or what the resource says is
	 * modified in a way that the hub does not know
	 */
	public Resource resource(ObjectNode tree) {
		requireUnderstood(tree);
		requireWholeIds(tree);
		if (this.fhir.newJsonParser() instanceof IJsonLikeParser parser) {
			parser.setParserErrorHandler(new RefusingErrorHandler());
			if (parse(parser, new FhirTree(tree)) instanceof Resource resource) {
				return resource;
			}
		}
		throw unreadable();
	}

	/**
	 * Refuses what is modified by an extension that the hub does not know, which is any:
	 * it may turn what is said into its opposite, and FHIR forbids to read on as if it
	 * were not there.
	 * @param tree JSON of a resource, be it of one that is not read any further
	 * @throws UnreadableNoticeException when it is harmful
	 * @throws NoticeRefusedException when it is modified
	 */
	public void requireUnderstood(ObjectNode tree) {
		requireHarmless("", tree, 1);
		if (tree.findValue(MODIFIER) != null) {
			String path = modifiedAt(tree).orElse(MODIFIER);
			throw modified(knownType(tree) + path);
		}
	}

	/**
	 * What is said to whoever sends a modifier.
	 * @param path where it stands
	 * @return the refusal
	 */
	public static NoticeRefusedException modified(String path) {
		return new NoticeRefusedException(List
			.of(new FieldProblem(path, "changes what the rest says, in a way that the hub does not know",
					"Send what is so after the change, without a modifierExtension; else do not send the resource.")));
	}

	private static Optional<String> modifiedAt(JsonNode node) {
		if (node.has(MODIFIER)) {
			return Optional.of(MODIFIER);
		}
		if (node.isArray()) {
			return IntStream.range(0, node.size())
				.boxed()
				.flatMap((at) -> modifiedAt(node.get(at)).map((path) -> "[" + at + "]." + path).stream())
				.findFirst();
		}
		return node.propertyStream().flatMap((field) -> modifiedAt(field.getValue()).map((path) -> {
			String name = PLAIN_ELEMENT.matcher(field.getKey()).matches() ? field.getKey() : "(an unknown element)";
			return name + (path.startsWith("[") ? path : "." + path);
		}).stream()).findFirst();
	}

	/**
	 * What kind of resource it says it is.
	 * @param tree its JSON
	 * @return any text
	 */
	public static String typeOf(ObjectNode tree) {
		return tree.path("resourceType").asString("");
	}

	private static String text(byte[] body) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			return text.startsWith("\ufeff") ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new UnreadableNoticeException(new FieldProblem("", "the body is not in UTF-8",
					"Send it in UTF-8, the only encoding of FHIR's JSON; check what the export was saved as."));
		}
	}

	private static void requireHarmless(String element, JsonNode node, int depth) {
		if (depth > DEEPEST) {
			throw harmful(element, "is nested deeper than any resource is", "Send at most " + DEEPEST + " levels.");
		}
		switch (node) {
			case ObjectNode object -> object.forEachEntry((name, value) -> requireHarmless(name, value, depth + 1));
			case ArrayNode array -> array.forEach((item) -> requireHarmless(element, item, depth + 1));
			case StringNode text when hasNoText(text.stringValue()) -> throw harmful(element,
					"has a character that is no text", "Leave control characters and broken surrogate pairs out.");
			case NumericNode number when isOutOfProportion(number) -> throw harmful(element,
					"is a number out of all proportion", "Send a number that FHIR R4 allows for this element.");
			default -> {
			}
		}
	}

	/** A number that no double can hold is asked in full: as a double it would fail. */
	private static boolean isOutOfProportion(NumericNode number) {
		return (number.isBigInteger() || number.isBigDecimal())
				? number.decimalValue().abs().compareTo(BigDecimal.valueOf(LARGEST)) > 0
				: !(Math.abs(number.doubleValue()) <= LARGEST);
	}

	/**
	 * The parser takes an id for an address and keeps the last part of it, so that
	 * 2024/117 and 2025/117 would be one record.
	 */
	private void requireWholeIds(ObjectNode tree) {
		String type = knownType(tree);
		requireId(type + "id", ID, tree);
		tree.path("contained").forEach((contained) -> requireId(type + "contained.id", CONTAINED_ID, contained));
	}

	private static void requireId(String field, Pattern form, JsonNode resource) {
		JsonNode id = resource.path("id");
		if (id.isString() && !form.matcher(id.stringValue()).matches()) {
			throw new NoticeRefusedException(List
				.of(new FieldProblem(field, "is not an id", "Send 1 to 64 letters, digits, hyphens and dots.")));
		}
	}

	/** How the path of its elements begins: nothing where it says a type that is none. */
	private String knownType(ObjectNode tree) {
		return this.fhir.getResourceTypes().contains(typeOf(tree)) ? typeOf(tree) + "." : "";
	}

	private static UnreadableNoticeException harmful(String element, String problem, String remedy) {
		return new UnreadableNoticeException(
				new FieldProblem(ELEMENT.matcher(element).matches() ? element : "", problem, remedy));
	}

	private static boolean hasNoText(String text) {
		for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
			if (isNoText(text.codePointAt(at))) {
				return true;
			}
		}
		return false;
	}

	private static boolean isNoText(int character) {
		return (character < ' ' && character != '\t' && character != '\n' && character != '\r')
				|| Character.getType(character) == Character.SURROGATE;
	}

	/**
	 * Whatever the parser throws, it throws at what was sent: there is nothing else that
	 * it works on.
	 */
	private static IBaseResource parse(IJsonLikeParser parser, FhirTree tree) {
		try {
			return parser.parseResource(tree);
		}
		catch (RuntimeException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof UnreadableNoticeException explained) {
					throw explained;
				}
			}
			throw unreadable();
		}
	}

	private static UnreadableNoticeException unreadable() {
		return new UnreadableNoticeException(new FieldProblem("", "the body is not a FHIR R4 resource in JSON",
				"Send one resource with its resourceType, in UTF-8, each element once."));
	}

}
