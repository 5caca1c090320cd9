package org.mashhub.correlation.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;

/**
 * Of which adults an officer has said that what is held of them is about another person,
 * or another household: of the child, or of a brother or sister. What is recorded of such
 * an adult since says nothing of that, so the MASH alone is told of it until an officer
 * ends an alert that the MASH alone was told of in another way. What was decided of the
 * child itself is not undone by what is decided of a brother or sister.
 */
final class Denials {

	/** The rule whose alerts say that an adult is with a child. */
	private static final String OF_ADULTS = "A01";

	/**
	 * What an officer says that an alert was wrong about, by the outcome that says so.
	 */
	private static final Map<String, String> DENIALS = Map.of("WRONG_PERSON", "person", "WRONG_HOUSEHOLD", "household");

	/** Whose information such an alert is about. */
	private static final Set<String> HOLDERS = Set.of("police", "probation");

	private static final Comparator<AlertMemory> AS_ENDED = Comparator.comparing(AlertMemory::endedIn);

	private final RiskEvents riskEvents;

	Denials(RiskEvents riskEvents) {
		this.riskEvents = riskEvents;
	}

	/**
	 * What an officer has said of an adult, as long as it stands.
	 * @param adult the adult
	 * @param child whose picture it is
	 * @return in words, for "not known"; empty when nobody has denied the adult
	 */
	Optional<String> of(ConnectedAdult adult, ChildView child) {
		List<AlertMemory> own = ended(child.alerts());
		List<AlertMemory> ofFamily = ended(child.alertsOfFamily());
		if (Stream.concat(own.stream(), ofFamily.stream()).noneMatch(Denials::denies)) {
			return Optional.empty();
		}
		Set<SourceRecordId> held = new HashSet<>();
		this.riskEvents.of(adult, child).forEach((fact) -> held.add(fact.record().id()));
		own.removeIf((alert) -> Collections.disjoint(alert.content().records(), held));
		ofFamily.removeIf((alert) -> Collections.disjoint(alert.content().records(), held));
		AlertMemory denied = standing(own, own);
		if (denied != null) {
			return Optional.of(words(denied, "", child));
		}
		AlertMemory elsewhere = standing(ofFamily, Stream.concat(own.stream(), ofFamily.stream()).toList());
		return (elsewhere != null)
				? Optional.of(words(elsewhere, " about " + sameAs(adult) + " and " + names(elsewhere), child))
				: Optional.empty();
	}

	/**
	 * Adults who are denied, of those whose connection nobody needs to check first.
	 */
	List<ConnectedAdult> among(ChildView child) {
		return child.adults()
			.stream()
			.filter((adult) -> RiskEvents.sure(adult) && of(adult, child).isPresent())
			.toList();
	}

	/**
	 * What an officer has said of some adults.
	 * @return in words, each once
	 */
	List<String> words(List<ConnectedAdult> adults, ChildView child) {
		return adults.stream().flatMap((adult) -> of(adult, child).stream()).distinct().toList();
	}

	/**
	 * What is in doubt of adults who are denied: all that police and probation hold, and
	 * all else of whom nobody states to bring the child up. That a parent is one, and
	 * what others record of a parent, no such answer denies.
	 */
	static Predicate<KnownFact> inDoubt(Collection<ConnectedAdult> denied) {
		return (fact) -> denied.stream()
			.anyMatch(
					(adult) -> (!adult.bringsUp() || HOLDERS.contains(fact.agency())) && adult.facts().contains(fact));
	}

	/**
	 * What no officer has called wrong yet, of the child itself.
	 */
	static Predicate<KnownFact> notAnswered(ChildView child) {
		Set<SourceRecordId> answered = new HashSet<>();
		ended(child.alerts()).stream()
			.filter(Denials::denies)
			.forEach((alert) -> answered.addAll(alert.content().records()));
		return (fact) -> !answered.contains(fact.record().id());
	}

	private static List<AlertMemory> ended(List<AlertMemory> alerts) {
		List<AlertMemory> ended = new ArrayList<>(alerts);
		ended.removeIf((alert) -> alert.phase() != Phase.ENDED || !alert.rule().equals(OF_ADULTS));
		return ended;
	}

	private static boolean denies(AlertMemory ended) {
		return DENIALS.containsKey(String.valueOf(ended.outcome()));
	}

	/** The last denial, unless the MASH has answered what it was told alone since. */
	private static @Nullable AlertMemory standing(List<AlertMemory> ended, List<AlertMemory> answers) {
		AlertMemory last = ended.stream().filter(Denials::denies).max(AS_ENDED).orElse(null);
		boolean lifted = last != null && answers.stream()
			.anyMatch((answer) -> !denies(answer) && answer.endedIn() > last.endedIn()
					&& answer.content().audience().equals(Audience.MASH_ONLY.name()));
		return lifted ? null : last;
	}

	private static String words(AlertMemory denied, String about, ChildView child) {
		String what = DENIALS.get(String.valueOf(denied.outcome()));
		return "whether this is the right " + what + ": an officer ended the alert of "
				+ Words.day(denied.raisedAt(), child.zone()) + about + " as one about the wrong " + what;
	}

	private static String sameAs(ConnectedAdult adult) {
		return adult.summary().place() ? "the same home" : adult.words().replaceFirst("^an? ", "the same ");
	}

	/** As it called the children, without the ages that they had then. */
	private static String names(AlertMemory alert) {
		return Words.join(alert.children().stream().map((child) -> child.label().replaceFirst(",.*", "")).toList());
	}

}
