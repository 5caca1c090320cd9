package org.mashhub.correlation.area;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.LeadProfessional;
import org.mashhub.correlation.picture.PersonSummary;
import org.mashhub.correlation.picture.Status;
import org.mashhub.correlation.rules.AlertWriter;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;

/**
 * A number that changes when a picture given out would look different: a hash of all that
 * is shown (FNV-1a, Fowler, Noll and Vo, 64 bits).
 */
final class Fingerprint {

	private static final long PRIME = 0x100000001b3L;

	/** After each value, so that two of them are never read as one. */
	private static final char END = '\uffff';

	private long hash = 0xcbf29ce484222325L;

	private Fingerprint() {
	}

	static long of(ChildView view, List<String> notKnown) {
		Fingerprint fingerprint = new Fingerprint();
		fingerprint.add(view.child());
		fingerprint.add(view.family());
		view.siblings().forEach((sibling) -> fingerprint.add(sibling.value()));
		fingerprint.add(view.lead());
		fingerprint.add(view.gpPractice());
		fingerprint.add(view.admittedBecause());
		for (Status status : view.statuses()) {
			fingerprint.add(status.name());
			fingerprint.add(status.since());
			fingerprint.add(status.until());
			fingerprint.add(status.record().id());
		}
		for (ConnectedAdult adult : view.adults()) {
			fingerprint.add(AlertWriter.connection(adult, view));
		}
		notKnown.forEach(fingerprint::add);
		for (AlertMemory alert : view.alerts()) {
			fingerprint.add(alert.id());
			fingerprint.add(alert.phase().name());
		}
		return fingerprint.hash;
	}

	private void add(PersonSummary child) {
		add(child.id().value());
		add(child.founding().value());
		add(child.displayName());
		add(child.birthDate());
		add(child.birthYear());
		add(child.sex().name());
		add(child.calledChild());
		add(child.gpPractice());
		add(child.nhsNumber());
	}

	private void add(@Nullable LeadProfessional lead) {
		if (lead != null) {
			add(lead.name());
			add(lead.jobTitle());
			add(lead.organisation());
			add(lead.email());
			add(lead.phone());
			add(lead.since());
		}
		mark(END);
	}

	private void add(AlertContent.Connection connection) {
		add(connection.person().value());
		add(connection.label());
		add(connection.relation());
		add(connection.certainty());
		for (AlertContent.Step step : connection.steps()) {
			add(step.kind());
			add(step.to().value());
			add(step.statement());
			step.records().forEach(this::add);
			mark(END);
		}
		mark(END);
	}

	private void add(SourceRecordId record) {
		add(record.agency());
		add(record.organisation());
		add(record.system());
		add(record.record());
	}

	private void add(UUID id) {
		mark(id.getMostSignificantBits());
		mark(id.getLeastSignificantBits());
	}

	/** A number or a date, as it is written. */
	private void add(@Nullable Object value) {
		add(String.valueOf(value));
	}

	private void add(@Nullable String text) {
		for (int i = 0; text != null && i < text.length(); i++) {
			mark(text.charAt(i));
		}
		mark((text != null) ? END : END - 1);
	}

	private void mark(long value) {
		this.hash = (this.hash ^ value) * PRIME;
	}

}
