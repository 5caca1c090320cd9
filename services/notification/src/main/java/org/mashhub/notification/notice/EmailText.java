package org.mashhub.notification.notice;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The words of an e-mail: what kind of item, by when, where to read it, whom to ring.
 *
 * @param subject subject line
 * @param body body
 */
record EmailText(String subject, String body) {

	private static final DateTimeFormatter DEADLINE = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM", Locale.UK);

	static EmailText of(Headline headline, URI link, String ring, ZoneId zone) {
		return new EmailText("MASH Hub: " + subject(headline, zone), """
				%s

				Read it and acknowledge it here:
				%s

				You will be asked to sign in. This message leaves out everything about the
				family on purpose; please do not add it when you forward or answer.

				If you cannot open it, or if you have a question, ring
				%s.
				""".formatted(explanation(headline, zone), link, ring));
	}

	private static String subject(Headline headline, ZoneId zone) {
		return switch (headline) {
			case Headline.Alerts alerts when alerts.overdue() ->
				"%s item for you is overdue since %s".formatted(alerts.colour(), at(alerts.dueAt(), zone));
			case Headline.Alerts alerts ->
				"%s item for you, act by %s".formatted(alerts.colour(), at(alerts.dueAt(), zone));
			case Headline.Statuses statuses -> (statuses.forAction() ? "for action: " : "for information: ")
					+ count(statuses.count(), "change of status", "changes of status") + " for your practice";
			case Headline.Withdrawn withdrawn -> switch (withdrawn.kind()) {
				case ALERT -> count(withdrawn.count(), "item", "items") + " sent to you no longer "
						+ ((withdrawn.count() == 1) ? "stands" : "stand");
				case STATUS ->
					"for action: " + count(withdrawn.count(), "status", "statuses") + " sent to your practice in error";
			};
		};
	}

	private static String explanation(Headline headline, ZoneId zone) {
		return switch (headline) {
			case Headline.Alerts alerts -> """
					You have an item in the MASH Hub, coloured %s. %s %s.
					It holds %s about one family.%s""".formatted(alerts.colour(),
					alerts.overdue() ? "Somebody should have acted by" : "Act by", at(alerts.dueAt(), zone),
					count(alerts.count(), "question", "questions"), withdrawn(alerts.withdrawn()));
			case Headline.Statuses statuses -> """
					The MASH Hub holds %s with children's services, %s,
					for your practice's safeguarding lead.%s""".formatted(
					count(statuses.count(), "change of status", "changes of status"),
					statuses.forAction() ? "for action" : "for information", withdrawn(statuses.withdrawn()));
			case Headline.Withdrawn withdrawn -> """
					%s that the MASH Hub told you of rested on information that has been
					withdrawn or put right, and no longer %s. Please read what changed.""".formatted(
					(withdrawn.count() == 1) ? "Something" : withdrawn.count() + " things",
					(withdrawn.count() == 1) ? "stands" : "stand");
		};
	}

	private static String withdrawn(int count) {
		return (count == 0) ? "" : "\n" + count(count, "other thing", "other things") + " told earlier no longer "
				+ ((count == 1) ? "stands." : "stand.");
	}

	private static String count(int count, String one, String many) {
		return count + " " + ((count == 1) ? one : many);
	}

	private static String at(Instant instant, ZoneId zone) {
		return DEADLINE.format(instant.atZone(zone));
	}

}
