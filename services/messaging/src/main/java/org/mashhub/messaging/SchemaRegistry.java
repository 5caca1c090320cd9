package org.mashhub.messaging;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of Confluent's schema registry API (version 7) that the hub uses; any
 * compatible registry will do. Answers from the network are not cached here.
 */
public final class SchemaRegistry {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(TIMEOUT)
		.build();

	private final String url;

	/**
	 * Creates a client; no connection is made yet.
	 * @param url base address, for example {@code http://127.0.0.1:8081/apis/ccompat/v7}
	 */
	public SchemaRegistry(String url) {
		this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
	}

	/**
	 * Looks up the id of a registered schema.
	 * @param subject the subject
	 * @param schema the schema
	 * @return its id, empty when it is not registered under the subject
	 * @throws RegistryUnavailableException when the registry does not answer
	 */
	public Optional<Integer> lookup(String subject, Schema schema) {
		return call("POST", "/subjects/" + subject, body(schema)).map((answer) -> answer.get("id").asInt());
	}

	/**
	 * Registers a schema; the same schema again does nothing.
	 * @param subject the subject
	 * @param schema the schema
	 * @return its id
	 * @throws RegistryUnavailableException when the registry does not answer
	 * @throws IllegalStateException when the schema is incompatible with an earlier
	 * version
	 */
	public int register(String subject, Schema schema) {
		return call("POST", "/subjects/" + subject + "/versions", body(schema))
			.orElseThrow(() -> new RegistryUnavailableException("the registry has no subject endpoint: " + this.url))
			.get("id")
			.asInt();
	}

	/**
	 * Fetches a schema.
	 * @param id id from the wire format
	 * @return the schema, empty when the registry does not know the id
	 * @throws RegistryUnavailableException when the registry does not answer
	 */
	public Optional<Schema> byId(int id) {
		return call("GET", "/schemas/ids/" + id, null)
			.map((answer) -> new Schema.Parser().parse(answer.get("schema").asString()));
	}

	/**
	 * Sets the compatibility that every new version of every subject must keep.
	 * @param level for example {@code FULL_TRANSITIVE}
	 */
	public void requireCompatibility(String level) {
		call("PUT", "/config", JSON.writeValueAsString(Map.of("compatibility", level)));
	}

	/**
	 * The compatibility in force.
	 * @return level, for example {@code FULL_TRANSITIVE}
	 */
	public String compatibility() {
		return call("GET", "/config", null).orElseThrow().get("compatibilityLevel").asString();
	}

	private Optional<JsonNode> call(String method, String path, @Nullable String body) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + path))
			.timeout(TIMEOUT)
			.header("Content-Type", "application/vnd.schemaregistry.v1+json")
			.method(method,
					(body != null) ? HttpRequest.BodyPublishers.ofString(body) : HttpRequest.BodyPublishers.noBody())
			.build();
		try {
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			int status = response.statusCode();
			if (status == 404) {
				return Optional.empty();
			}
			if (status == 409 || status == 422) {
				throw new IllegalStateException("the registry refuses the schema at " + path + ": " + response.body());
			}
			if (status / 100 != 2) {
				throw new RegistryUnavailableException(
						"the registry answered " + status + " to " + method + " " + path);
			}
			return Optional.of(JSON.readTree(response.body()));
		}
		catch (IOException | JacksonException ex) {
			throw new RegistryUnavailableException("the registry at " + this.url + " does not answer", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new RegistryUnavailableException("interrupted while waiting for the registry", ex);
		}
	}

	private static String body(Schema schema) {
		return JSON.writeValueAsString(Map.of("schema", portable(schema)));
	}

	/** The schema without the hint for Java strings, which is nobody else's business. */
	private static String portable(Schema schema) {
		JsonNode json = JSON.readTree(schema.toString());
		strip(json);
		return json.toString();
	}

	private static void strip(JsonNode node) {
		if (node instanceof ObjectNode object) {
			object.remove("avro.java.string");
		}
		node.forEach(SchemaRegistry::strip);
	}

}
