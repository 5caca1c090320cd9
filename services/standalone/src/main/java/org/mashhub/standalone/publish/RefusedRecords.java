package org.mashhub.standalone.publish;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;

/**
 * What an adapter has refused and keeps: a record sent again leaves the list once the hub
 * has accepted it, never before.
 */
public final class RefusedRecords {

	private final HubClient hub;

	private final String agency;

	/**
	 * Creates a view of what one agency's organisation had refused.
	 * @param hub the hub
	 * @param agency whose
	 */
	public RefusedRecords(HubClient hub, String agency) {
		this.hub = hub;
		this.agency = agency;
	}

	/**
	 * The newest of those that are not mended yet.
	 * @return records without what was sent, oldest first
	 */
	public JsonNode list() {
		return newest().json();
	}

	/**
	 * The newest of those that are not mended yet.
	 * @return the answer: a list without what was sent, oldest first; where there are
	 * more it names the next part
	 */
	public Answer newest() {
		return read("");
	}

	/**
	 * One of them.
	 * @param id its id
	 * @return the record with what was sent
	 */
	public JsonNode show(UUID id) {
		return read("/" + id).json();
	}

	/**
	 * Sends one again.
	 * @param id its id
	 * @param mended the mended record; null to send the same bytes again
	 * @return receipts of all records that it has made
	 */
	public List<UUID> resend(UUID id, byte @Nullable [] mended) {
		JsonNode record = show(id);
		byte[] body = (mended != null) ? mended : body(record);
		requireWhole(send(record, body, Map.of("Mash-Dry-Run", "true")));
		Answer answer = send(record, body, Map.of());
		requireWhole(answer);
		List<UUID> receipts = answer.receipts();
		if (receipts.isEmpty()) {
			throw new CannotProceedException("nothing of it was taken",
					"Send a record that has something to tell, and name its file with --file.");
		}
		Answer noted = this.hub.post(this.agency, at("/" + id + "/mended"),
				HubClient.toJson(Map.of("receiptId", receipts.getFirst().toString())), Map.of());
		if (!noted.isGood()) {
			throw new CannotProceedException(
					"it was accepted, receipt " + receipts.getFirst() + ", but stays on the list: " + noted.problem(),
					"Send it again later: twice does no harm.");
		}
		return receipts;
	}

	/** Tried before it is sent: what is refused again would be kept once more. */
	private Answer send(JsonNode record, byte[] body, Map<String, String> more) {
		Map<String, String> headers = new HashMap<>(more);
		headers.put("Content-Type", record.path("contentType").asString("application/json"));
		return this.hub.sendWhenPossible(this.agency, record.path("path").asString(""), body, headers);
	}

	private static void requireWhole(Answer answer) {
		if (!answer.isWhole()) {
			throw new CannotProceedException("it was refused again: " + answer.problem(),
					"Mend what it says in a file and name it with --file.");
		}
	}

	private Answer read(String path) {
		Answer answer = this.hub.getAs(this.agency, at(path));
		if (answer.status() == 404) {
			throw new CannotProceedException(this.agency + " has no such refused record",
					"./mash rejected list " + this.agency + " shows those that are not mended yet.");
		}
		if (!answer.isGood()) {
			throw new CannotProceedException("the adapter does not show what it refused: " + answer.problem(),
					"./mash status shows whether all parts are up.");
		}
		return answer;
	}

	private URI at(String path) {
		return this.hub.addresses().edge().resolve("/" + this.agency + "/rejected" + path);
	}

	/**
	 * What was sent, byte for byte.
	 * @param record a record that {@link #show} has shown
	 * @return its bytes
	 */
	public static byte[] body(JsonNode record) {
		return record.has("body") ? record.path("body").asString("").getBytes(StandardCharsets.UTF_8)
				: Base64.getDecoder().decode(record.path("bodyBase64").asString(""));
	}

}
