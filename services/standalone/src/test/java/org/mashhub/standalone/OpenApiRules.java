package org.mashhub.standalone;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an adapter's OpenAPI document must be for an integrator to work from it alone:
 * first for a parser that is not ours, then by rules of our own.
 */
final class OpenApiRules {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch",
			"trace");

	private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

	/** Answers of HL7 v2 are acknowledgements in HL7 v2, the good and the bad. */
	private static final String ACKNOWLEDGEMENT = "application/hl7-v2";

	private final String agency;

	private final JsonNode document;

	private final List<String> complaints = new ArrayList<>();

	private OpenApiRules(String agency, JsonNode document) {
		this.agency = agency;
		this.document = document;
	}

	/** All that is wrong with a document, in words. */
	static List<String> complaints(String agency, String document) {
		OpenApiRules rules = new OpenApiRules(agency, JSON.readTree(document));
		ParseOptions options = new ParseOptions();
		options.setValidateExternalRefs(true);
		List<String> messages = new OpenAPIV3Parser().readContents(document, null, options).getMessages();
		rules.complaints.addAll((messages != null) ? messages : List.of());
		rules.checkWhole();
		rules.document.path("paths")
			.properties()
			.forEach((path) -> path.getValue()
				.properties()
				.stream()
				.filter((operation) -> METHODS.contains(operation.getKey()))
				.forEach((operation) -> rules.checkOperation(path.getKey(), operation.getKey(), operation.getValue())));
		return rules.complaints;
	}

	private void checkWhole() {
		require(this.document.path("openapi").asString("").startsWith("3.1"), "it is not OpenAPI 3.1");
		require(this.document.at("/info/title").isString() && this.document.at("/info/description").isString(),
				"it has no title or description");
		require(!this.document.path("paths").isEmpty(), "it has no paths");
		require(this.document.path("security").valueStream().anyMatch((requirement) -> !requirement.isEmpty()),
				"nothing secures it");
		this.document.path("security")
			.forEach((requirement) -> requirement.propertyNames()
				.forEach((scheme) -> require(this.document.at("/components/securitySchemes").has(scheme),
						"the security scheme " + scheme + " is not declared")));
		Set<String> used = new HashSet<>();
		references(this.document, (reference) -> {
			used.add(reference);
			require(resolve(reference) != null, reference + " does not resolve");
		});
		this.document.at("/components/schemas")
			.propertyNames()
			.forEach((name) -> require(used.contains("#/components/schemas/" + name), "nothing uses schema " + name));
		Set<String> ids = new HashSet<>();
		this.document.path("paths")
			.forEach((path) -> path.forEach((operation) -> require(ids.add(operation.path("operationId").asString("")),
					"operationId " + operation.path("operationId").asString("") + " is there twice")));
	}

	private void checkOperation(String path, String method, JsonNode operation) {
		String name = method + " " + path + ": ";
		require(path.startsWith(this.agency.equals("console") ? "/api/" : "/" + this.agency + "/"),
				name + "is not this agency's");
		require(operation.path("operationId").asString("").startsWith(this.agency + "-"), name + "operationId");
		require(!operation.path("summary").asString("").isBlank()
				&& !operation.path("summary").asString("").endsWith("."),
				name + "summary is missing or ends with a full stop");
		require(!operation.path("description").asString("").isBlank(), name + "description is missing");
		require(operation.path("tags").valueStream().map(JsonNode::asString).toList().equals(List.of(this.agency)),
				name + "is not tagged with its agency");
		checkParameters(name, path, operation.path("parameters"));
		if (operation.has("requestBody")) {
			checkBody(name, operation.path("requestBody"));
		}
		checkAnswers(name, operation);
	}

	private void checkParameters(String name, String path, JsonNode parameters) {
		Matcher variable = VARIABLE.matcher(path);
		while (variable.find()) {
			require(parameters.valueStream()
				.anyMatch((parameter) -> parameter.path("in").asString("").equals("path")
						&& parameter.path("name").asString("").equals(variable.group(1))),
					name + variable.group() + " is not described");
		}
		parameters.forEach((parameter) -> require(parameter.has("schema"),
				name + "parameter " + parameter.path("name").asString("") + " has no schema"));
	}

	private void checkBody(String name, JsonNode body) {
		require(body.path("required").asBoolean(false), name + "body is not required");
		require(!body.path("content").isEmpty(), name + "body has no media type");
		body.path("content").properties().forEach((content) -> {
			JsonNode schema = content.getValue().path("schema");
			String here = name + content.getKey() + ": ";
			require(schema.has("$ref") || schema.has("type"), here + "has no schema that says anything");
			require(content.getKey().endsWith("*") || content.getKey().contains("/"), here + "is no media type");
			content.getValue()
				.path("examples")
				.properties()
				.forEach((example) -> checkExample(here + example.getKey(), schema, example.getValue().path("value")));
		});
	}

	private void checkExample(String name, JsonNode schema, JsonNode example) {
		require(!example.isMissingNode(), name + " has no value");
		ObjectNode whole = JSON.createObjectNode();
		schema.properties().forEach((property) -> whole.set(property.getKey(), property.getValue()));
		whole.set("components", this.document.path("components"));
		SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(whole.toString(), InputFormat.JSON)
			.validate(example.toString(), InputFormat.JSON)
			.forEach((error) -> this.complaints.add(name + " does not fit its schema: " + error));
	}

	private void checkAnswers(String name, JsonNode operation) {
		JsonNode answers = operation.path("responses");
		require(answers.propertyStream().map(Map.Entry::getKey).anyMatch((status) -> status.startsWith("2")),
				name + "nothing says what it answers when all is well");
		for (String status : List.of("401", "403", "503")) {
			require(answers.has(status), name + status + " is not described");
		}
		answers.properties().forEach((answer) -> {
			String here = name + answer.getKey() + ": ";
			JsonNode content = answer.getValue().path("content");
			require(!answer.getValue().path("description").asString("").isBlank(), here + "is not described");
			if (answer.getKey().matches("[45].*")) {
				JsonNode problem = content.path("application/problem+json").path("schema").path("$ref");
				require(problem.asString("").matches(".*\\.Problem(Detail)?") || content.has(ACKNOWLEDGEMENT),
						here + "is neither a problem detail nor an acknowledgement");
			}
			else if (!answer.getKey().equals("204")) {
				require(content.valueStream()
					.allMatch((body) -> body.path("schema").has("$ref")
							|| body.path("schema").path("type").asString("").matches("array|string"))
						&& !content.isEmpty(), here + "says nothing of its body");
			}
		});
	}

	private static void references(JsonNode node, Consumer<String> found) {
		node.properties().forEach((property) -> {
			if (property.getKey().equals("$ref") && property.getValue().isString()) {
				found.accept(property.getValue().asString());
			}
			else if (!property.getKey().equals("examples")) {
				references(property.getValue(), found);
			}
		});
		if (node.isArray()) {
			node.forEach((item) -> references(item, found));
		}
	}

	private @Nullable JsonNode resolve(String reference) {
		if (!reference.startsWith("#/")) {
			return null;
		}
		JsonNode target = this.document.at(reference.substring(1));
		return target.isMissingNode() ? null : target;
	}

	private void require(boolean holds, String complaint) {
		if (!holds) {
			this.complaints.add(complaint);
		}
	}

}
