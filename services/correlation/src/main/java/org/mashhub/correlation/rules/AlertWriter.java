package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.picture.LeadProfessional;
import org.mashhub.correlation.state.AlertContent;

/**
 * Turns a finding into the text that people read, in one order: colour and by when; the
 * children; what is recorded; what is not known; what to ask; what may be said to the
 * family; how to handle it; what it does not say.
 */
public final class AlertWriter {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

	private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	private final WorkingTime workingTime;

	/**
	 * Creates a writer.
	 * @param workingTime the area's duty clock
	 */
	public AlertWriter(WorkingTime workingTime) {
		this.workingTime = workingTime;
	}

	/**
	 * Writes an alert.
	 * @param rule the rule
	 * @param found what it found, and about whom
	 * @param due by when to act
	 * @param overdue whether that time has passed and nobody has acted
	 * @return what the alert says
	 */
	public AlertContent write(Rule rule, Together found, Instant due, boolean overdue) {
		Finding finding = found.finding();
		AlertContent said = new AlertContent(rule.name(), rule.paragraphs(), finding.colour().name(),
				finding.audience().name(), found.label(), finding.statements().stream().map(Statement::text).toList(),
				found.connections(), finding.notKnown(), finding.ask(), finding.openItems(), finding.familyAdvice(),
				finding.handlingAdvice(), finding.disclaimer(), "", evidence(rule, finding), lead(found),
				found.about());
		return said.withText(
				text(said, overdue ? overdue(finding.colour(), due) : opening(finding.colour(), due, found.first())));
	}

	/**
	 * Writes the same alert anew when its time has passed.
	 * @param said what it said
	 * @param due when it should have been acted on
	 * @return the same, overdue
	 */
	public AlertContent overdue(AlertContent said, Instant due) {
		return said.withText(text(said, overdue(Colour.valueOf(said.colour()), due)));
	}

	private static @Nullable String lead(Together found) {
		LeadProfessional lead = found.lead();
		return (lead != null) ? lead(lead.name(), lead.email()) : null;
	}

	/**
	 * A lead professional, as it is remembered whom an alert was for.
	 * @param name name
	 * @param email address
	 * @return both
	 */
	public static String lead(@Nullable String name, @Nullable String email) {
		return name + " " + email;
	}

	private static String text(AlertContent said, String opening) {
		List<String> parts = new ArrayList<>();
		parts.add(opening);
		parts.add(said.childLabel() + ".");
		parts.addAll(said.statements());
		if (!said.notKnown().isEmpty()) {
			parts.add("Not known: " + String.join("; ", said.notKnown()) + ".");
		}
		for (String ask : said.ask()) {
			parts.add("Ask: " + ask + (ask.endsWith("?") ? "" : "."));
		}
		parts.add(said.familyAdvice());
		if (said.handlingAdvice() != null) {
			parts.add(said.handlingAdvice());
		}
		parts.add(said.disclaimer());
		return String.join(" ", parts);
	}

	/**
	 * Whoever reads it on another day must not take that day for the one that is meant.
	 */
	private String opening(Colour colour, Instant due, ChildView child) {
		ZonedDateTime at = due.atZone(this.workingTime.zone());
		String time = TIME.format(at);
		String day = DAY.format(at);
		boolean today = at.toLocalDate().equals(child.today());
		return switch (colour) {
			case RED ->
				"RED: act by " + time + (today ? " today, " : ", ") + day + outOfHours(due, child.clock()) + ".";
			case AMBER -> "AMBER: by " + time + ", " + day + ".";
			case GREEN -> "GREEN: by " + time + ", " + day + ".";
		};
	}

	private String overdue(Colour colour, Instant due) {
		ZonedDateTime at = due.atZone(this.workingTime.zone());
		return colour + ": overdue since " + TIME.format(at) + ", " + DAY_AND_YEAR.format(at) + ".";
	}

	private String outOfHours(Instant due, Instant now) {
		if (!this.workingTime.outOfHours(due)) {
			return "";
		}
		return this.workingTime.outOfHours(now) ? " (Emergency Duty Team)"
				: " (Emergency Duty Team after " + TIME.format(this.workingTime.closing()) + ")";
	}

	/**
	 * An adult around a child, as outputs give it.
	 * @param adult the adult
	 * @param child the child
	 * @return the connection in words
	 */
	public static AlertContent.Connection connection(ConnectedAdult adult, ChildView child) {
		return connection(adult, child.child().childName());
	}

	static AlertContent.Connection connection(ConnectedAdult adult, String child) {
		return new AlertContent.Connection(adult.summary().id(), adult.summary().displayName(),
				Words.relation(adult, child), adult.path().certainty().name(),
				adult.path()
					.steps()
					.stream()
					.map((step) -> new AlertContent.Step(step.kind().name(), step.to(), Words.step(step),
							step.records()))
					.toList());
	}

	/**
	 * Why nothing is to be prevented any more.
	 * @param death the record of a child's death
	 * @return in words, with who recorded it
	 */
	public static String died(KnownFact death) {
		return Words.died(death, "the child");
	}

	private static List<AlertContent.Evidence> evidence(Rule rule, Finding finding) {
		Map<SourceRecordId, AlertContent.Evidence> byRecord = new LinkedHashMap<>();
		for (KnownFact fact : finding.evidence()) {
			byRecord.putIfAbsent(fact.record().id(),
					new AlertContent.Evidence(fact.record().receiptId(), fact.record().id(), fact.occurredAt(),
							fact.record().recordedAt(), rule.shows(fact.record()), fact.record().handling()));
		}
		return List.copyOf(byRecord.values());
	}

}
