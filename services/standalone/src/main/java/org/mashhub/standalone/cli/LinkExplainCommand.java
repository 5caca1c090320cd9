package org.mashhub.standalone.cli;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Says why records are taken to be about one person. */
@Command(name = "explain", mixinStandardHelpOptions = true,
		description = { "Say why records are taken to be about one person: each comparison with its bits,",
				"what spoke against, and who was the next best candidate. The view is recorded in the audit." })
final class LinkExplainCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Parameters(paramLabel = "PERSON",
			description = "The person's id, as ./mash alerts --json and child --json give it.")
	private UUID person = new UUID(0, 0);

	@Override
	public Integer call() {
		try (HubClient hub = this.here.client()) {
			JsonNode answer = hub.read("/api/persons/" + this.person + "/links");
			if (this.json.isWanted()) {
				this.json.print(answer);
			}
			else {
				System.out.print(words(answer));
			}
		}
		return 0;
	}

	/** The answer in words. */
	static String words(JsonNode answer) {
		StringBuilder words = new StringBuilder();
		JsonNode links = answer.path("links");
		words.append("Person ")
			.append(text(answer, "personId"))
			.append(": ")
			.append(links.size())
			.append((links.size() == 1) ? " record" : " records")
			.append('\n');
		for (JsonNode link : links) {
			words.append('\n')
				.append(UkTime.day(link.path("occurredAt")))
				.append("  ")
				.append(text(link, "agency"))
				.append("  ")
				.append(text(link, "sourceRecord"))
				.append('\n');
			boolean founded = text(link, "outcome").equals("FOUNDED");
			words.append("  ").append(founded ? text(link, "explanation") : heading(link)).append('\n');
			if (!founded) {
				comparisons(words, link.path("comparisons"), true, "for");
				comparisons(words, link.path("comparisons"), false, "against");
			}
			JsonNode next = link.path("nextBest");
			if (next.isObject()) {
				words.append("  next best: ")
					.append(text(next, "personId"))
					.append(", ")
					.append(bits(next.path("bits")))
					.append(" bits: ")
					.append(apart(text(next, "keptApart")))
					.append('\n');
				comparisons(words, next.path("comparisons"), true, "  for");
				comparisons(words, next.path("comparisons"), false, "  against");
			}
		}
		JsonNode questions = answer.path("questions");
		for (JsonNode question : questions) {
			words.append("\nTo be checked by an officer, ")
				.append(bits(question.path("bits")))
				.append(" bits: ")
				.append(text(question, "reviewId"))
				.append("\n  ")
				.append(text(question, "text"))
				.append('\n');
		}
		return words.toString();
	}

	private static String heading(JsonNode link) {
		if (text(link, "explanation").contains("officer")) {
			return "The same person, as an officer has answered" + (link.path("bits").isNumber()
					? "; by the records alone " + bits(link.path("bits")) + " bits" : "");
		}
		return "The same person, " + bits(link.path("bits")) + " bits";
	}

	private static void comparisons(StringBuilder words, JsonNode comparisons, boolean speaksFor, String name) {
		for (JsonNode comparison : comparisons) {
			double bits = comparison.path("bits").asDouble(0);
			if (speaksFor ? bits > 0 : bits < 0) {
				words.append(String.format(Locale.UK, "    %-9s %+6.1f  %s %s%n", name, bits, text(comparison, "field"),
						text(comparison, "level")));
			}
		}
	}

	private static String apart(String reason) {
		return switch (reason) {
			case "PROVEN" -> "proven to be somebody else";
			case "OFFICER_DECIDED" -> "somebody else, as an officer has answered";
			default -> "too little to be the same, or another person fits as well";
		};
	}

	private static String bits(JsonNode bits) {
		return String.format(Locale.UK, "%+.1f", bits.asDouble(0));
	}

	private static String text(JsonNode of, String field) {
		return of.path(field).asString("");
	}

}
