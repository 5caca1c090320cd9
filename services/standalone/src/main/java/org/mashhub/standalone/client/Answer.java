package org.mashhub.standalone.client;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the hub answered.
 *
 * @param status HTTP status
 * @param body the body
 * @param retryAfter seconds to wait before trying again, when the hub said so
 * @param next where the next part of a list is, when this is not all of it
 */
public record Answer(int status, String body, Optional<Long> retryAfter, Optional<String> next) {

	private static final JsonMapper JSON = new JsonMapper();

	public boolean isGood() {
		return this.status / 100 == 2;
	}

	/**
	 * Whether the same request may succeed later.
	 * @return true for 429, 502, 503 and 504
	 */
	public boolean isWorthRetrying() {
		return this.status == 429 || this.status == 502 || this.status == 503 || this.status == 504;
	}

	/**
	 * The body as JSON.
	 * @return its root; a missing node when it is not JSON
	 */
	public JsonNode json() {
		try {
			return JSON.readTree(this.body);
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

	/**
	 * The hub's word for each record that was accepted: one record, several that a
	 * message made, or the entries of a bundle.
	 * @return receipts in the order of the records
	 */
	public List<UUID> receipts() {
		return Hl7Answer.is(this.body) ? Hl7Answer.receipts(this.body)
				: json().findValues("receiptId").stream().map(JsonNode::asString).map(UUID::fromString).toList();
	}

	/**
	 * Whether all that was sent was taken: a good answer to a bundle may tell of entries
	 * that were not.
	 * @return true when nothing of it was refused
	 */
	public boolean isWhole() {
		return isGood() && json().path("refused").asLong(0) == 0;
	}

	/**
	 * What went wrong, in the hub's words.
	 * @return status, and fields and remedies of its problem details, else title and
	 * remedy of the whole; ends without a full stop
	 */
	public String problem() {
		if (Hl7Answer.is(this.body) || !errors().isEmpty()) {
			return "status " + this.status + words(errors());
		}
		JsonNode json = json();
		StringBuilder words = new StringBuilder("status " + this.status);
		for (String key : new String[] { "title", "detail", "remedy" }) {
			if (json.path(key).isString()) {
				words.append(", ").append(json.path(key).asString());
			}
		}
		return stopped(words.toString());
	}

	/**
	 * Whether what was refused is kept to be mended.
	 * @return true when the hub has said so
	 */
	public boolean isKept() {
		return Hl7Answer.is(this.body) ? Hl7Answer.isKept(this.body) : !json().findValues("rejectionId").isEmpty();
	}

	/**
	 * What is wrong field by field, in whatever form the adapter says it.
	 * @return objects with {@code field}, {@code problem} and {@code remedy}
	 */
	public List<JsonNode> errors() {
		return Hl7Answer.is(this.body) ? Hl7Answer.errors(this.body)
				: json().findValues("errors").stream().flatMap(JsonNode::valueStream).toList();
	}

	private static String words(List<JsonNode> errors) {
		return errors.stream()
			.map((error) -> "; " + (error.path("field").asString("") + " " + error.path("problem").asString("")).strip()
					+ ". " + stopped(error.path("remedy").asString("")))
			.collect(Collectors.joining());
	}

	private static String stopped(String sentence) {
		return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
	}

}
