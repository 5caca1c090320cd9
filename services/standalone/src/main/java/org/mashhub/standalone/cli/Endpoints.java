package org.mashhub.standalone.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;

/**
 * What an agency can send where, as the running hub describes it.
 *
 * @param agency the agency
 * @param operations description of each endpoint that takes records, by path
 */
record Endpoints(String agency, Map<String, JsonNode> operations) {

	static Endpoints of(HubClient hub, String agency) {
		Answer answer = hub.getAs(agency, hub.addresses().edge().resolve("/v3/api-docs"));
		if (!answer.isGood()) {
			throw new CannotProceedException("the adapters do not describe themselves: " + answer.problem(),
					"./mash status shows whether all parts are up.");
		}
		Map<String, JsonNode> found = new TreeMap<>();
		answer.json().path("paths").properties().forEach((path) -> {
			if (path.getKey().startsWith("/" + agency + "/") && path.getValue().has("post")
					&& !path.getKey().contains("{")) {
				found.put(path.getKey(), path.getValue().path("post"));
			}
		});
		return new Endpoints(agency, found);
	}

	/** The endpoint that a person means by {@code agency} or {@code agency/kind}. */
	String find(String target) {
		if (this.operations.containsKey("/" + target)) {
			return "/" + target;
		}
		List<String> candidates = List.copyOf(this.operations.keySet());
		if (target.equals(this.agency) && candidates.size() == 1) {
			return candidates.getFirst();
		}
		throw new CannotProceedException(
				target.equals(this.agency) ? this.agency + " sends several kinds of records"
						: this.agency + " sends no records called '" + target + "'",
				"Name one of: " + String.join(", ", candidates.stream().map((path) -> path.substring(1)).toList())
						+ ".");
	}

	/** A record of the first kind that has an example: its path and the example. */
	Map.@Nullable Entry<String, String> example() {
		for (Map.Entry<String, JsonNode> operation : this.operations.entrySet()) {
			JsonNode examples = operation.getValue()
				.path("requestBody")
				.path("content")
				.path("application/json")
				.path("examples");
			for (JsonNode example : examples.values()) {
				return Map.entry(operation.getKey(), example.path("value").toString());
			}
		}
		return null;
	}

}
