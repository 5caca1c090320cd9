package org.mashhub.notification.recipient;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.Certainty;
import org.mashhub.hub.v1.Connection;
import org.mashhub.hub.v1.Evidence;

/**
 * What of an alert one role may read, at two levels. Of a record for MASH officers only,
 * the lead professional may know that it exists, not what it says: the sentences of an
 * alert are written at that level, so they stand, and the record is held back. Where not
 * even its existence may be known, the text is put together again from the other records;
 * anything that cannot be traced to one of them is left out.
 *
 * @param text what the role may read
 * @param heldBack what it may not, in words that give nothing away
 * @param empty true when no record behind the alert is for the role
 */
public record Disclosure(String text, List<String> heldBack, boolean empty) {

	/** Says that something was held back, not whose it is nor how much. */
	static final String HIDDEN = "Content held back under its handling code.";

	public Disclosure {
		heldBack = List.copyOf(heldBack);
	}

	/**
	 * Works out what a role may read.
	 * @param alert the alert
	 * @param role the role
	 * @return what it may read
	 */
	public static Disclosure of(Alert alert, RecipientRole role) {
		List<Evidence> unread = alert.getEvidence()
			.stream()
			.filter((evidence) -> !mayRead(role, evidence.getHandling().getCode()))
			.toList();
		List<Evidence> hidden = unread.stream()
			.filter((evidence) -> !mayKnowOf(role, evidence.getHandling().getCode()))
			.toList();
		List<Evidence> known = alert.getEvidence()
			.stream()
			.filter((evidence) -> mayKnowOf(role, evidence.getHandling().getCode()))
			.toList();
		List<Evidence> knownUnread = unread.stream().filter(known::contains).toList();
		List<String> heldBack = new ArrayList<>(words(knownUnread));
		String text = hidden.isEmpty() ? alert.getText() : text(alert, known, hidden, heldBack);
		if (!hidden.isEmpty()) {
			heldBack.add(HIDDEN);
		}
		return new Disclosure(withConditions(text, known), heldBack, known.isEmpty());
	}

	private static boolean mayKnowOf(RecipientRole role, HandlingCode code) {
		return switch (code) {
			case STANDARD, MASH_ONLY -> role != RecipientRole.GP_PRACTICE;
			case POLICE_MASH_ONLY -> false;
		};
	}

	private static boolean mayRead(RecipientRole role, HandlingCode code) {
		return switch (code) {
			case STANDARD -> role != RecipientRole.GP_PRACTICE;
			case MASH_ONLY -> role == RecipientRole.DUTY_DESK;
			case POLICE_MASH_ONLY -> false;
		};
	}

	private static List<String> words(List<Evidence> restricted) {
		Map<String, Integer> counts = new LinkedHashMap<>();
		restricted.forEach((evidence) -> counts.merge(whose(evidence), 1, Integer::sum));
		return counts.entrySet()
			.stream()
			.map((entry) -> entry.getValue() + ((entry.getValue() == 1) ? " record of " : " records of ")
					+ entry.getKey())
			.toList();
	}

	private static String whose(Evidence evidence) {
		String agency = evidence.getAgency().toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
		return switch (evidence.getHandling().getCode()) {
			case STANDARD -> agency + " held back: not needed for this purpose.";
			case MASH_ONLY -> agency + " held back: for MASH officers only. Ring the MASH.";
			case POLICE_MASH_ONLY -> HIDDEN;
		};
	}

	private static String text(Alert alert, List<Evidence> open, List<Evidence> restricted, List<String> heldBack) {
		Set<String> hiddenRecords = new HashSet<>();
		restricted.forEach((evidence) -> hiddenRecords.add(evidence.getSourceRecord()));
		List<String> lines = new ArrayList<>();
		lines.add(alert.getColour() + ". " + alert.getChildLabel() + ".");
		alert.getStatements()
			.stream()
			.filter((statement) -> tells(statement, open) && !tells(statement, restricted))
			.forEach(lines::add);
		alert.getConnections()
			.stream()
			.filter((connection) -> restsOnOthers(connection, hiddenRecords))
			.map(Disclosure::sentence)
			.filter((sentence) -> !tells(sentence, restricted))
			.forEach(lines::add);
		lines.addAll(heldBack);
		lines.addAll(without("Not known: ", alert.getNotKnown(), restricted));
		lines.addAll(without("Ask: ", alert.getAsk(), restricted));
		if (!tells(alert.getFamilyAdvice(), restricted)) {
			lines.add(alert.getFamilyAdvice());
		}
		alert.getHandlingAdvice().filter((advice) -> !tells(advice, restricted)).ifPresent(lines::add);
		lines.add(alert.getDisclaimer());
		return String.join("\n", lines.stream().filter((line) -> !line.isBlank()).toList());
	}

	private static boolean tells(String sentence, List<Evidence> evidence) {
		return evidence.stream()
			.map((record) -> bare(record.getStatement()))
			.anyMatch((statement) -> bare(sentence).contains(statement) || statement.contains(bare(sentence)));
	}

	private static String bare(String sentence) {
		String stripped = sentence.strip().toLowerCase(Locale.ROOT);
		return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
	}

	private static boolean restsOnOthers(Connection connection, Set<String> hiddenRecords) {
		return !connection.getPath().isEmpty() && connection.getPath()
			.stream()
			.allMatch((step) -> !step.getSourceRecords().isEmpty()
					&& step.getSourceRecords().stream().noneMatch(hiddenRecords::contains));
	}

	private static String sentence(Connection connection) {
		return connection.getLabel() + ": " + connection.getRelation() + " (" + words(connection.getCertainty()) + ").";
	}

	private static String words(Certainty certainty) {
		return switch (certainty) {
			case CONFIRMED -> "confirmed";
			case RECORDED -> "recorded";
			case TO_BE_CHECKED -> "to be checked";
		};
	}

	private static List<String> without(String lead, List<String> sentences, List<Evidence> restricted) {
		return sentences.stream()
			.filter((sentence) -> !tells(sentence, restricted))
			.map((sentence) -> sentence.startsWith(lead) ? sentence : lead + sentence)
			.toList();
	}

	private static String withConditions(String text, List<Evidence> open) {
		List<String> conditions = open.stream()
			.flatMap((evidence) -> evidence.getHandling().getConditions().stream())
			.distinct()
			.filter((condition) -> !text.contains(condition))
			.map((condition) -> "Condition of the agency that recorded this: " + condition)
			.toList();
		return conditions.isEmpty() ? text : text + "\n" + String.join("\n", conditions);
	}

	@Override
	public String toString() {
		return "Disclosure[heldBack=" + this.heldBack + "]";
	}

}
