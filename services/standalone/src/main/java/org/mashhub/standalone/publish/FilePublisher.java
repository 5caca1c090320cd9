package org.mashhub.standalone.publish;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.UnreadableNoticeException;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;

/**
 * Sends a file of any length to an adapter, part by part. A table is looked through
 * before: nothing of it goes out when a part of a record would be lost. After an
 * interruption it goes on where it was; what was sent twice has no second effect.
 */
public final class FilePublisher {

	private static final JsonMapper JSON = new JsonMapper();

	private static final Pattern COLUMN = Pattern.compile("column (\\d{1,4})");

	private final HubClient hub;

	private final Path home;

	/**
	 * Creates a publisher.
	 * @param hub the hub
	 * @param home directory that keeps how far a file was sent
	 */
	public FilePublisher(HubClient hub, Path home) {
		this.hub = hub;
		this.home = home;
	}

	/**
	 * Sends a file.
	 * @param order what to send where
	 * @param listener told of each record and each part
	 * @return what became of it
	 */
	public Outcome send(Order order, Listener listener) {
		String mapping = (order.mapping() != null) ? read(order.mapping()) : null;
		Path kept = SendingProgress.file(this.home, order.file(), order.path() + order.historic());
		SendingProgress progress = order.dryRun() ? SendingProgress.NONE : SendingProgress.read(kept);
		if (progress.nextLine() > 1) {
			listener.goesOn(progress.nextLine());
		}
		CsvMapping meaning = read(mapping);
		try (RecordFile file = new RecordFile(order.file(), meaning)) {
			if (file.kind() == RecordFile.Kind.TABLE) {
				OrderOfRecords.check(order.file(), meaning);
			}
			Optional<Chunk> chunk = file.next(progress.nextLine());
			while (chunk.isPresent()) {
				progress = send(order, file, chunk.get(), mapping, progress, listener);
				if (!order.dryRun()) {
					progress.write(kept);
				}
				listener.sent(progress.accepted(), progress.refused());
				chunk = file.next(progress.nextLine());
			}
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read on in " + order.file() + ": " + ex.getMessage(),
					"Check the file from there on; what was sent so far stays sent.", ex);
		}
		SendingProgress.forget(kept);
		return new Outcome(progress.accepted(), progress.refused());
	}

	private SendingProgress send(Order order, RecordFile file, Chunk chunk, @Nullable String mapping,
			SendingProgress before, Listener listener) {
		Map<String, String> headers = new HashMap<>();
		headers.put("Content-Type", file.kind().mediaType());
		if (order.historic()) {
			headers.put("Mash-Historic", "true");
		}
		if (order.dryRun()) {
			headers.put("Mash-Dry-Run", "true");
		}
		if (order.area() != null) {
			headers.put("Mash-Area", order.area());
		}
		if (mapping != null && file.kind() == RecordFile.Kind.TABLE) {
			headers.put("Mash-Mapping", Base64.getEncoder().encodeToString(mapping.getBytes(StandardCharsets.UTF_8)));
		}
		List<JsonNode> results = file.kind().isOneByOne()
				? single(order, chunk.body().getBytes(file.kind().charset()), headers)
				: batch(order, file, chunk, headers);
		long accepted = before.accepted();
		long refused = before.refused();
		for (JsonNode result : results) {
			boolean good = result.path("status").asInt(0) / 100 == 2;
			accepted += good ? 1 : 0;
			refused += good ? 0 : 1;
			listener.result(chunk.lineOfFile(result.path("line").asLong(1)), good, result);
		}
		return new SendingProgress(chunk.lines().getLast() + 1, accepted, refused);
	}

	private List<JsonNode> single(Order order, byte[] body, Map<String, String> headers) {
		Answer answer = this.hub.sendWhenPossible(order.agency(), order.path(), body, headers);
		if (!answer.isGood() && answer.status() != 400 && answer.status() != 422) {
			throw refused(order, List.of(), answer);
		}
		tools.jackson.databind.node.ObjectNode result = JSON.createObjectNode();
		if (answer.json() instanceof tools.jackson.databind.node.ObjectNode fields) {
			result.setAll(fields);
		}
		if (!answer.isGood()) {
			result.putArray("errors").addAll(answer.errors());
			result.put("kept", answer.isKept());
		}
		return List.of(result.put("line", 1).put("status", answer.status()));
	}

	/** The whole part again when the broker was away: nothing takes effect twice. */
	private List<JsonNode> batch(Order order, RecordFile file, Chunk chunk, Map<String, String> headers) {
		while (true) {
			Answer answer = this.hub.sendWhenPossible(order.agency(), order.path(), chunk.body(), headers);
			if (!answer.isGood()) {
				throw refused(order, file.headings(), answer);
			}
			List<JsonNode> results = new ArrayList<>();
			answer.body().lines().forEach((line) -> results.add(parse(line)));
			if (results.isEmpty() || !results.getLast().has("accepted")) {
				throw new CannotProceedException("the answer to a part of the file broke off",
						"Start the same command again: it goes on where it was.");
			}
			if (!results.removeLast().has("resumeAtLine")) {
				return results;
			}
			HubClient.pause(Duration.ofSeconds(2));
		}
	}

	private static JsonNode parse(String line) {
		try {
			return JSON.readTree(line);
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

	/**
	 * The hub names a column by its position, since a heading may hold anything; whoever
	 * has the file may read it.
	 */
	private static CannotProceedException refused(Order order, List<String> headings, Answer answer) {
		String problem = COLUMN.matcher(answer.problem()).replaceAll((found) -> {
			int at = Integer.parseInt(found.group(1)) - 1;
			return Matcher.quoteReplacement((at >= 0 && at < headings.size())
					? found.group() + " (" + headings.get(at).strip() + ")" : found.group());
		});
		return new CannotProceedException("the hub did not take the file at " + order.path() + ": " + problem,
				"Put right what it says, then start the same command again.");
	}

	private static @Nullable CsvMapping read(@Nullable String mapping) {
		try {
			return (mapping != null) ? CsvMapping.read(new StringReader(mapping)) : null;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (UnreadableNoticeException ex) {
			FieldProblem problem = ex.problems().getFirst();
			throw new CannotProceedException("the mapping file " + problem.problem(), problem.remedy(), ex);
		}
	}

	private static String read(Path mapping) {
		try {
			return Files.readString(mapping);
		}
		catch (MalformedInputException ex) {
			throw new CannotProceedException("the mapping file " + mapping + " is not in UTF-8", "Save it as UTF-8.",
					ex);
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read the mapping file " + mapping, "Check its name.", ex);
		}
	}

	/**
	 * What to send where.
	 *
	 * @param agency who sends
	 * @param path endpoint of the adapter
	 * @param file the file
	 * @param mapping mapping file for a table; null when headings are paths
	 * @param historic whether it is a load of history
	 * @param dryRun whether nothing is to be published
	 * @param area fictional area; null for the real one
	 */
	public record Order(String agency, String path, Path file, @Nullable Path mapping, boolean historic, boolean dryRun,
			@Nullable String area) {

	}

	/**
	 * What became of a file.
	 *
	 * @param accepted records accepted
	 * @param refused records refused
	 */
	public record Outcome(long accepted, long refused) {

	}

	/** Told how a file fares. */
	public interface Listener {

		/**
		 * An interrupted sending goes on.
		 * @param line from this line
		 */
		void goesOn(long line);

		/**
		 * One record.
		 * @param line line of the file on which it begins
		 * @param good whether it was accepted
		 * @param result what the adapter said
		 */
		void result(long line, boolean good, JsonNode result);

		/**
		 * One part more was sent.
		 * @param accepted records accepted so far
		 * @param refused records refused so far
		 */
		void sent(long accepted, long refused);

	}

}
