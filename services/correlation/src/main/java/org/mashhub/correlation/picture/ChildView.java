package org.mashhub.correlation.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.AnsweredItems;

/**
 * Everything that rules may look at about one child, joined at one moment of the area's
 * clock.
 *
 * @param child who the child is
 * @param clock the area's time
 * @param zone the area's time zone
 * @param facts facts about the child, in the order of time
 * @param toldOfHome what somebody told of a child at this one's home whom they did not
 * name in full; nobody says that it is this one
 * @param adults connected adults
 * @param possibleLinks whom an adult around the child may be, about whom an officer is
 * asked
 * @param siblings other children of the family
 * @param family key of the family
 * @param statuses statuses, latest first
 * @param lead lead professional, null when nobody leads
 * @param gpPractice practice the child is registered with
 * @param admittedBecause why the hub may show the child, null when it may not
 * @param alerts alerts about the child, by whatever rule, in the order of raising
 * @param alertsOfFamily alerts about brothers and sisters, those who have grown up among
 * them, and not about the child, in the order of raising
 * @param answered what lay open when a proposal to close, or a closure, answered it, by
 * the child's mention in it
 * @param feeds what the area hears, and what it goes without
 */
public record ChildView(PersonSummary child, Instant clock, ZoneId zone, List<KnownFact> facts,
		List<KnownFact> toldOfHome, List<ConnectedAdult> adults, List<PossibleLink> possibleLinks,
		List<PersonId> siblings, UUID family, List<Status> statuses, @Nullable LeadProfessional lead,
		@Nullable String gpPractice, @Nullable String admittedBecause, List<AlertMemory> alerts,
		List<AlertMemory> alertsOfFamily, Map<MentionId, AnsweredItems> answered, FeedHealth feeds) {

	public ChildView {
		facts = List.copyOf(facts);
		toldOfHome = List.copyOf(toldOfHome);
		adults = List.copyOf(adults);
		possibleLinks = List.copyOf(possibleLinks);
		siblings = List.copyOf(siblings);
		statuses = List.copyOf(statuses);
		alerts = List.copyOf(alerts);
		alertsOfFamily = List.copyOf(alertsOfFamily);
		answered = Map.copyOf(answered);
	}

	/**
	 * Facts about the child, of one kind.
	 * @param kind the kind
	 * @return in the order of time
	 */
	public Stream<KnownFact> facts(FactKind kind) {
		return this.facts.stream().filter((fact) -> fact.kind() == kind);
	}

	/**
	 * Facts about the child, about the adults around it, and what was told of its home.
	 * @return those of the child first
	 */
	public Stream<KnownFact> factsAround() {
		return Stream.concat(Stream.concat(this.facts.stream(), this.toldOfHome.stream()),
				this.adults.stream().flatMap((adult) -> adult.facts().stream()));
	}

	/**
	 * Whether children's services are with the family.
	 * @return true while a status lasts
	 */
	public boolean caseOpen() {
		return this.statuses.stream().anyMatch(Status::open);
	}

	/**
	 * Whether children's services are, or were lately, with the family.
	 * @param months how many months back counts
	 * @return true when a status lasts or ended within that time
	 */
	public boolean openOrClosedWithin(int months) {
		LocalDate since = today().minusMonths(months);
		return caseOpen() || this.statuses.stream()
			.filter((status) -> !status.name().equals(Status.NO_FURTHER_ACTION))
			.anyMatch((status) -> (status.until() != null) ? !status.until().isBefore(since)
					: !status.since().isBefore(since));
	}

	/**
	 * Today, in the area.
	 * @return the day
	 */
	public LocalDate today() {
		return LocalDate.ofInstant(this.clock, this.zone);
	}

	/**
	 * The record that the child has died, once that is sure enough to ask nobody any more
	 * to prevent anything.
	 * @return the first that is sure, empty while the child lives
	 */
	public Optional<KnownFact> death() {
		return Deaths.sure(this.facts);
	}

	/**
	 * The same view of a child who may be shown because of an alert, if of nothing else.
	 * @return a copy, the same when nothing more is known
	 */
	public ChildView admittedByAlerts() {
		boolean alerted = this.alerts.stream().anyMatch((alert) -> alert.phase() != Phase.LAPSED);
		return (this.admittedBecause == null && alerted)
				? with(this.alerts, this.alertsOfFamily, this.answered, "an alert was raised") : this;
	}

	/**
	 * The same view, with some of its facts alone.
	 * @param which facts that stay, of those of the child, of the adults around it, and
	 * of what was told of its home
	 * @return a copy; whoever is around the child, and how, stays as it is
	 */
	public ChildView holding(Predicate<KnownFact> which) {
		return new ChildView(this.child, this.clock, this.zone, this.facts.stream().filter(which).toList(),
				this.toldOfHome.stream().filter(which).toList(),
				this.adults.stream().map((adult) -> adult.holding(which)).toList(),
				this.possibleLinks.stream().map((link) -> link.holding(which)).toList(), this.siblings, this.family,
				this.statuses, this.lead, this.gpPractice, this.admittedBecause, this.alerts, this.alertsOfFamily,
				this.answered, this.feeds);
	}

	/**
	 * The same view with what is remembered of the child now.
	 * @param known alerts about the child
	 * @param ofFamily alerts about its brothers and sisters alone
	 * @param items what lay open when somebody answered it
	 * @return a copy
	 */
	ChildView with(List<AlertMemory> known, List<AlertMemory> ofFamily, Map<MentionId, AnsweredItems> items) {
		return with(known, ofFamily, items, this.admittedBecause);
	}

	private ChildView with(List<AlertMemory> known, List<AlertMemory> ofFamily, Map<MentionId, AnsweredItems> items,
			@Nullable String because) {
		return new ChildView(this.child, this.clock, this.zone, this.facts, this.toldOfHome, this.adults,
				this.possibleLinks, this.siblings, this.family, this.statuses, this.lead, this.gpPractice, because,
				known, ofFamily, items, this.feeds);
	}

}
