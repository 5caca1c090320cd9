package org.mashhub.correlation.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.MentionId;

/**
 * What the area remembers of an alert: raised once, revised, closed. It is about one
 * child or about several of one family.
 *
 * @param id the alert
 * @param rule the rule
 * @param children the children it is about, the eldest first
 * @param phase where it stands
 * @param revision counts from 1
 * @param renewedIn revision in which it was raised, or last renewed: whoever saw an
 * earlier one has not seen what it is about now
 * @param renewedAt area time at that revision: the same in every epoch in which the same
 * led to it
 * @param raisedAt area time
 * @param dueAt area time
 * @param overdue whether dueAt passed with nobody having taken it
 * @param historic whether it rests on records loaded at go-live only
 * @param takenBy officer who took it
 * @param acknowledgedBy roles that acknowledged it
 * @param outcome outcome that an officer gave
 * @param endedIn offset of the entry by which an officer ended it, less than zero while
 * nobody has
 * @param closedBecause why it is closed
 * @param settled whether it is closed although what it said was right
 * @param content what it says
 */
public record AlertMemory(UUID id, String rule, List<NamedChild> children, Phase phase, int revision, int renewedIn,
		Instant renewedAt, Instant raisedAt, Instant dueAt, boolean overdue, boolean historic, @Nullable String takenBy,
		List<String> acknowledgedBy, @Nullable String outcome, long endedIn, @Nullable String closedBecause,
		boolean settled, AlertContent content) {

	private static final long NOBODY = -1;

	public AlertMemory {
		children = List.copyOf(children);
		acknowledgedBy = List.copyOf(acknowledgedBy);
	}

	/** Where an alert stands. */
	public enum Phase {

		/** It stands. */
		OPEN,
		/** What it rested on is gone; should it come back, so does the alert. */
		LAPSED,
		/** An officer ended it; its evidence never raises it again. */
		ENDED

	}

	/**
	 * Whether somebody must still be waited for.
	 * @return true for an open alert that nobody took or acknowledged
	 */
	public boolean unattended() {
		return this.phase == Phase.OPEN && this.takenBy == null && this.acknowledgedBy.isEmpty();
	}

	/**
	 * Whether what somebody saw is what the alert is about now.
	 * @param seen the revision that they had before them
	 * @return false when something newer has renewed it since
	 */
	public boolean isAsSeenIn(int seen) {
		return seen >= this.renewedIn;
	}

	/**
	 * Whether what somebody saw under another epoch, which numbers revisions by itself,
	 * is what the alert is about now.
	 * @param seen the area's time at the revision that they had before them
	 * @return false when something newer has renewed it since
	 */
	public boolean isAsSeenAt(Instant seen) {
		return !seen.isBefore(this.renewedAt);
	}

	/**
	 * The same alert, saying something new.
	 * @param about whom it is about now
	 * @param said what it says now
	 * @param due by when, now
	 * @param onlyHistoric whether it still rests on go-live records only
	 * @return the next revision, open
	 */
	public AlertMemory revised(List<NamedChild> about, AlertContent said, Instant due, boolean onlyHistoric) {
		return new AlertMemory(this.id, this.rule, about, Phase.OPEN, this.revision + 1, this.renewedIn, this.renewedAt,
				this.raisedAt, due, false, onlyHistoric, this.takenBy, this.acknowledgedBy, null, NOBODY, null, false,
				said);
	}

	/**
	 * The same alert, and something newer happened: whoever had taken or acknowledged it
	 * has not seen this.
	 * @param about whom it is about now
	 * @param said what it says now
	 * @param at area time
	 * @param due by when, now
	 * @param onlyHistoric whether it still rests on go-live records only
	 * @return the next revision, open, with a new deadline
	 */
	public AlertMemory renewed(List<NamedChild> about, AlertContent said, Instant at, Instant due,
			boolean onlyHistoric) {
		return new AlertMemory(this.id, this.rule, about, Phase.OPEN, this.revision + 1, this.revision + 1, at,
				this.raisedAt, due, false, onlyHistoric, null, List.of(), null, NOBODY, null, false, said);
	}

	/**
	 * The same alert, its grounds gone.
	 * @param because why
	 * @return the next revision, lapsed
	 */
	public AlertMemory lapsed(String because) {
		return closed(because, false);
	}

	/**
	 * The same alert, needed no longer although what it said was right.
	 * @param because why
	 * @return the next revision, lapsed
	 */
	public AlertMemory settled(String because) {
		return closed(because, true);
	}

	private AlertMemory closed(String because, boolean right) {
		return new AlertMemory(this.id, this.rule, this.children, Phase.LAPSED, this.revision + 1, this.renewedIn,
				this.renewedAt, this.raisedAt, this.dueAt, this.overdue, this.historic, this.takenBy,
				this.acknowledgedBy, this.outcome, this.endedIn, because, right, this.content);
	}

	/**
	 * The same alert, ended by an officer.
	 * @param by the officer
	 * @param with the outcome
	 * @param in offset of the entry that says so
	 * @return the next revision, ended
	 */
	public AlertMemory ended(String by, String with, long in) {
		return new AlertMemory(this.id, this.rule, this.children, Phase.ENDED, this.revision + 1, this.renewedIn,
				this.renewedAt, this.raisedAt, this.dueAt, this.overdue, this.historic,
				(this.takenBy != null) ? this.takenBy : by, this.acknowledgedBy, with, in, "ended by an officer", true,
				this.content);
	}

	/**
	 * The same alert, its adults known by more.
	 * @param adults whom it is about
	 * @return a copy
	 */
	public AlertMemory about(List<AlertContent.Adult> adults) {
		return new AlertMemory(this.id, this.rule, this.children, this.phase, this.revision, this.renewedIn,
				this.renewedAt, this.raisedAt, this.dueAt, this.overdue, this.historic, this.takenBy,
				this.acknowledgedBy, this.outcome, this.endedIn, this.closedBecause, this.settled,
				this.content.withAbout(adults));
	}

	/**
	 * The same alert, taken by an officer.
	 * @param by the officer
	 * @return the next revision
	 */
	public AlertMemory taken(String by) {
		return new AlertMemory(this.id, this.rule, this.children, this.phase, this.revision + 1, this.renewedIn,
				this.renewedAt, this.raisedAt, this.dueAt, this.overdue, this.historic, by, this.acknowledgedBy,
				this.outcome, this.endedIn, this.closedBecause, this.settled, this.content);
	}

	/**
	 * The same alert, acknowledged.
	 * @param role role of the person who did
	 * @return the next revision
	 */
	public AlertMemory acknowledged(String role) {
		List<String> roles = new ArrayList<>(this.acknowledgedBy);
		if (!roles.contains(role)) {
			roles.add(role);
		}
		return new AlertMemory(this.id, this.rule, this.children, this.phase, this.revision + 1, this.renewedIn,
				this.renewedAt, this.raisedAt, this.dueAt, this.overdue, this.historic, this.takenBy, roles,
				this.outcome, this.endedIn, this.closedBecause, this.settled, this.content);
	}

	/**
	 * The same alert, its time passed.
	 * @param said what it says, now that it is overdue
	 * @return the next revision
	 */
	public AlertMemory passedDue(AlertContent said) {
		return new AlertMemory(this.id, this.rule, this.children, this.phase, this.revision + 1, this.renewedIn,
				this.renewedAt, this.raisedAt, this.dueAt, true, this.historic, this.takenBy, this.acknowledgedBy,
				this.outcome, this.endedIn, this.closedBecause, this.settled, said);
	}

	/**
	 * The same alert: what it says changed, its time had passed and has not come back.
	 * @return a copy
	 */
	public AlertMemory stillOverdue() {
		return new AlertMemory(this.id, this.rule, this.children, this.phase, this.revision, this.renewedIn,
				this.renewedAt, this.raisedAt, this.dueAt, true, this.historic, this.takenBy, this.acknowledgedBy,
				this.outcome, this.endedIn, this.closedBecause, this.settled, this.content);
	}

	/**
	 * The same alert, one of its children remembered under another mention.
	 * @param from the mention it was remembered under
	 * @param to another mention of the same child
	 * @return a copy
	 */
	public AlertMemory under(MentionId from, MentionId to) {
		List<NamedChild> named = this.children.stream()
			.map((child) -> child.mention().equals(from) ? new NamedChild(to, child.label()) : child)
			.toList();
		return new AlertMemory(this.id, this.rule, named, this.phase, this.revision, this.renewedIn, this.renewedAt,
				this.raisedAt, this.dueAt, this.overdue, this.historic, this.takenBy, this.acknowledgedBy, this.outcome,
				this.endedIn, this.closedBecause, this.settled, this.content);
	}

}
