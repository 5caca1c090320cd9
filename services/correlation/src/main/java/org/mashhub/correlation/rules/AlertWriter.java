package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.LocalDate;
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
 * child; what is recorded; what is not known; what to ask; what may be said to the
 * family; how to handle it; what it does not say.
 */
public final class AlertWriter {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

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
	 * @param finding what it found
	 * @param child about whom
	 * @param raisedAt when it was raised
	 * @param due by when to act
	 * @return what the alert says
	 */
	public AlertContent write(Rule rule, Finding finding, ChildView child, Instant raisedAt, Instant due) {
		String label = child.child().childLabel(child.clock(), child.zone());
		List<String> notKnown = new ArrayList<>(finding.notKnown());
		notKnown.addAll(NotHeard.silent(rule.needs().stream().filter((need) -> !need.absence()).toList(), child));
		return new AlertContent(rule.name(), rule.paragraphs(), finding.colour().name(), finding.audience().name(),
				label, finding.statements(), connections(finding, child), notKnown, finding.ask(), finding.openItems(),
				finding.familyAdvice(), finding.handlingAdvice(), finding.disclaimer(),
				text(finding, notKnown, label, raisedAt, due), evidence(finding), lead(child));
	}

	private static @Nullable String lead(ChildView child) {
		LeadProfessional lead = child.lead();
		return (lead != null) ? lead.name() + " " + lead.email() : null;
	}

	private String text(Finding finding, List<String> notKnown, String label, Instant raisedAt, Instant due) {
		List<String> parts = new ArrayList<>();
		parts.add(opening(finding.colour(), raisedAt, due));
		parts.add(label + ".");
		parts.addAll(finding.statements());
		if (!notKnown.isEmpty()) {
			parts.add("Not known: " + String.join("; ", notKnown) + ".");
		}
		for (String ask : finding.ask()) {
			parts.add("Ask: " + ask + (ask.endsWith("?") ? "" : "."));
		}
		parts.add(finding.familyAdvice());
		if (finding.handlingAdvice() != null) {
			parts.add(finding.handlingAdvice());
		}
		parts.add(finding.disclaimer());
		return String.join(" ", parts);
	}

	private String opening(Colour colour, Instant raisedAt, Instant due) {
		ZonedDateTime at = due.atZone(this.workingTime.zone());
		String time = TIME.format(at);
		String day = DAY.format(at);
		LocalDate raised = LocalDate.ofInstant(raisedAt, this.workingTime.zone());
		boolean sameDay = at.toLocalDate().equals(raised);
		return switch (colour) {
			case RED -> "RED: act by " + time + (sameDay ? " today, " : ", ") + day
					+ (this.workingTime.outOfHours(due)
							? " (Emergency Duty Team after " + TIME.format(this.workingTime.closing()) + ")" : "")
					+ ".";
			case AMBER -> "AMBER: by " + time + ", " + day + ".";
			case GREEN -> "GREEN: by " + time + ", " + day + ".";
		};
	}

	private static List<AlertContent.Connection> connections(Finding finding, ChildView child) {
		return finding.adults().stream().map((adult) -> connection(adult, child)).toList();
	}

	/**
	 * An adult around a child, as outputs give it.
	 * @param adult the adult
	 * @param child the child
	 * @return the connection in words
	 */
	public static AlertContent.Connection connection(ConnectedAdult adult, ChildView child) {
		return new AlertContent.Connection(adult.summary().id(), adult.summary().displayName(),
				Words.relation(adult, child.child().childName()), adult.path().certainty().name(),
				adult.path()
					.steps()
					.stream()
					.map((step) -> new AlertContent.Step(step.kind().name(), step.to(), Words.step(step),
							step.records()))
					.toList());
	}

	private static List<AlertContent.Evidence> evidence(Finding finding) {
		Map<SourceRecordId, AlertContent.Evidence> byRecord = new LinkedHashMap<>();
		for (KnownFact fact : finding.evidence()) {
			byRecord.putIfAbsent(fact.record().id(),
					new AlertContent.Evidence(fact.record().receiptId(), fact.record().id(), fact.occurredAt(),
							fact.record().recordedAt(), Headline.of(fact.record()), fact.record().handling()));
		}
		return List.copyOf(byRecord.values());
	}

}
