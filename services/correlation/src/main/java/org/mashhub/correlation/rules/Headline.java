package org.mashhub.correlation.rules;

import java.util.Locale;
import java.util.stream.Collectors;

import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.SourceRecord;

/** What a record says in a few words, without names: a line of the chronology. */
public final class Headline {

	private Headline() {
	}

	/**
	 * A record in a few words.
	 * @param record the record
	 * @return for example "Incident logged: drugs"
	 */
	public static String of(SourceRecord record) {
		String words = record.facts()
			.stream()
			.map(Headline::of)
			.filter((line) -> !line.isEmpty())
			.distinct()
			.collect(Collectors.joining("; "));
		return words.isEmpty() ? "Record without facts" : words;
	}

	private static String of(Fact fact) {
		return switch (fact.kind()) {
			case RISK_INCIDENT -> "Incident logged: " + code(fact, "type");
			case CUSTODY_CHANGED -> "Custody or court: " + code(fact, "status");
			case APPOINTMENT_NOT_BROUGHT -> "Not brought to appointment: " + code(fact, "service");
			case REGISTRATION_CHANGED -> (fact.value("newPractice") != null) ? "Registered with a GP practice"
					: "No longer registered with a GP";
			case ADULT_SEEN -> "Adult seen at the home";
			case CHILD_SEEN -> switch (String.valueOf(fact.value("seen"))) {
				case "SEEN_AWAKE" -> "Child seen awake";
				case "SEEN_ASLEEP" -> "Child seen asleep";
				case "NOT_SEEN" -> "Child not seen";
				default -> "";
			};
			case CONDITIONS_GRADED -> "Home conditions graded " + fact.value("grade") + " of 5";
			case CONCERN_RECORDED -> "Safeguarding concern recorded";
			case BIRTH_RECORDED -> "New birth visit";
			case VISIT_MADE -> "Home visit";
			case MOVED -> "House move";
			case REFERRED -> "Referral received";
			case STATUS_CHANGED -> (fact.is("ended", "true") ? "Status ended: " : "Status: ") + code(fact, "status");
			case LEAD_ASSIGNED -> "Lead professional assigned";
			case CLOSURE_PROPOSED -> "Closure proposed";
			case CASE_CLOSED -> "Case closed";
			case ALERT_ACKNOWLEDGED, ALERT_DECIDED, UNKNOWN -> "";
			case ASSERTION_MADE -> "Assertion recorded";
			case MEETING_CHANGED -> "Meeting " + code(fact, "change");
			case HANDOVER_CHANGED -> "Handover";
			case INFORMATION_REQUESTED -> "Information requested";
			case PREGNANCY_CHANGED -> "Pregnancy";
			case DIED -> "Death recorded";
			case NEED_RECORDED -> "Support need recorded";
		};
	}

	private static String code(Fact fact, String key) {
		String value = fact.value(key);
		return (value != null) ? value.toLowerCase(Locale.UK).replace('_', ' ') : "not stated";
	}

}
