package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Audience;
import org.mashhub.hub.v1.Colour;

/**
 * An alert at its newest revision.
 *
 * @param childId the child; of several, the eldest
 * @param childLabel initial and age of each child
 * @param otherChildren brothers and sisters whom it is about too
 * @param noLongerAbout children whom the revision before was about, and this one is not
 */
public record AlertView(UUID alertId, String area, UUID childId, UUID childFoundingMention, UUID family, String rule,
		String ruleName, List<String> paragraphs, AlertState state, int revision, Colour colour, Audience audience,
		Instant raisedAt, Instant dueAt, boolean overdue, boolean historic, String childLabel, List<String> statements,
		List<ConnectionView> connections, List<String> notKnown, List<String> ask, List<ClosureItemView> openItems,
		String familyAdvice, @Nullable String handlingAdvice, String disclaimer, String text,
		List<EvidenceView> evidence, @Nullable LeadProfessionalView leadProfessional, @Nullable String gpPractice,
		@Nullable String takenBy, List<String> acknowledgedBy, @Nullable String closedBecause, @Nullable String outcome,
		List<NamedChildView> otherChildren, List<FormerChildView> noLongerAbout, ProvenanceView provenance) {

	private static final String SEALED = "What this alert said may not be shown any more.";

	public AlertView {
		// Alerts that an older hub wrote have no such lists.
		otherChildren = List.copyOf(Objects.requireNonNullElse(otherChildren, List.of()));
		noLongerAbout = List.copyOf(Objects.requireNonNullElse(noLongerAbout, List.of()));
	}

	/**
	 * Every child that it is about.
	 * @return the eldest first
	 */
	public List<NamedChildView> children() {
		List<NamedChildView> children = new ArrayList<>();
		children.add(new NamedChildView(this.childId, this.childLabel.split(";", 2)[0]));
		children.addAll(this.otherChildren);
		return children;
	}

	/**
	 * Whether somebody may still have to act.
	 * @return true until it is closed
	 */
	@JsonProperty(access = JsonProperty.Access.READ_ONLY)
	public boolean open() {
		return this.state != AlertState.CLOSED;
	}

	/**
	 * The same alert without some of its evidence.
	 * @param shown the evidence that may be shown
	 * @return a copy
	 */
	public AlertView withEvidence(List<EvidenceView> shown) {
		return saying(this.statements, this.connections, this.notKnown, this.ask, this.openItems, this.text, shown);
	}

	/**
	 * The same alert, which rested on what may not even be known of any more.
	 * @param shown the evidence that may be shown
	 * @return a copy that does not say what the alert was about
	 */
	public AlertView sealed(List<EvidenceView> shown) {
		return saying(List.of(SEALED), List.of(), List.of(), List.of(), List.of(), SEALED, shown);
	}

	boolean isSealed() {
		return this.text.equals(SEALED);
	}

	private AlertView saying(List<String> said, List<ConnectionView> connected, List<String> unknown,
			List<String> asked, List<ClosureItemView> items, String inFull, List<EvidenceView> shown) {
		return new AlertView(this.alertId, this.area, this.childId, this.childFoundingMention, this.family, this.rule,
				this.ruleName, this.paragraphs, this.state, this.revision, this.colour, this.audience, this.raisedAt,
				this.dueAt, this.overdue, this.historic, this.childLabel, said, connected, unknown, asked, items,
				this.familyAdvice, this.handlingAdvice, this.disclaimer, inFull, shown, this.leadProfessional,
				this.gpPractice, this.takenBy, this.acknowledgedBy, this.closedBecause, this.outcome,
				this.otherChildren, this.noLongerAbout, this.provenance);
	}
}
