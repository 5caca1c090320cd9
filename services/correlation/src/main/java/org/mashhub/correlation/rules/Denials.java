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

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.state.AlertContent;
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

	/** The rules that ask the MASH whether it is the right person. */
	private static final Set<String> ASKING = Set.of(OF_ADULTS, "A08", "A11");

	/**
	 * What an officer says that an alert was wrong about, by the outcome that says so.
	 */
	private static final Map<String, String> DENIALS = Map.of("WRONG_PERSON", "person", "WRONG_HOUSEHOLD", "household");

	/** Whose information such an alert is about. */
	private static final Set<String> HOLDERS = Set.of("police", "probation");

	private static final Comparator<AlertMemory> AS_ENDED = Comparator.comparing(AlertMemory::endedIn);

	/**
	 * What an officer has said of an adult, as long as it stands.
	 * @param adult the adult
	 * @param child whose picture it is
	 * @return in words, for "not known"; empty when nobody has denied the adult
	 */
	Optional<Denied> of(ConnectedAdult adult, ChildView child) {
		List<AlertMemory> own = ended(child.alerts());
		List<AlertMemory> ofFamily = ended(child.alertsOfFamily());
		if (Stream.concat(own.stream(), ofFamily.stream()).noneMatch(Denials::denies)) {
			return Optional.empty();
		}
		Set<MentionId> known = knownBy(adult, child);
		own.removeIf((alert) -> !alert.content().isAbout(known));
		ofFamily.removeIf((alert) -> !alert.content().isAbout(known));
		AlertMemory denied = standing(own, own, known);
		if (denied != null) {
			return Optional.of(denied(adult, denied, known, words(denied, "", child)));
		}
		AlertMemory elsewhere = standing(ofFamily, Stream.concat(own.stream(), ofFamily.stream()).toList(), known);
		return (elsewhere != null)
				? Optional.of(denied(adult, elsewhere, known,
						words(elsewhere, " about " + sameAs(adult) + " and " + names(elsewhere), child)))
				: Optional.empty();
	}

	/**
	 * Adults who are denied, of those whose connection nobody needs to check first.
	 */
	List<Denied> among(ChildView child) {
		return child.adults().stream().filter(RiskEvents::sure).flatMap((adult) -> of(adult, child).stream()).toList();
	}

	/**
	 * Of adults who are denied those whom some evidence is about.
	 */
	static List<Denied> behind(List<KnownFact> evidence, Collection<Denied> denied) {
		return denied.stream().filter((each) -> !Collections.disjoint(each.adult().facts(), evidence)).toList();
	}

	/**
	 * Whether an alert rests on what is in doubt now.
	 */
	boolean bearOn(AlertContent said, ChildView child) {
		List<Denied> denied = among(child);
		Predicate<KnownFact> inDoubt = inDoubt(denied);
		return said.isAbout(denied.stream()
			.flatMap((each) -> each.adult().facts().stream())
			.filter(inDoubt)
			.map((fact) -> fact.subject().id())
			.toList());
	}

	/**
	 * What is in doubt of adults who are denied: all that police and probation hold, and
	 * all else of whom nobody states to bring the child up. That a parent is one, and
	 * what others record of a parent, no such answer denies.
	 */
	static Predicate<KnownFact> inDoubt(Collection<Denied> denied) {
		return (fact) -> denied.stream()
			.map(Denied::adult)
			.anyMatch(
					(adult) -> (!adult.bringsUp() || HOLDERS.contains(fact.agency())) && adult.facts().contains(fact));
	}

	/**
	 * What no officer has called wrong yet, of the child itself.
	 */
	static Predicate<KnownFact> notAnswered(ChildView child) {
		List<AlertContent> answered = ended(child.alerts()).stream()
			.filter(Denials::denies)
			.map(AlertMemory::content)
			.toList();
		return (fact) -> answered.stream()
			.noneMatch((said) -> said.records().contains(fact.record().id())
					&& said.isAbout(List.of(fact.subject().id())));
	}

	/**
	 * By what records speak of an adult, and alerts for the MASH alone once did: that a
	 * record has been withdrawn since says nothing of who was meant.
	 */
	private static Set<MentionId> knownBy(ConnectedAdult adult, ChildView child) {
		Set<MentionId> known = new HashSet<>(adult.mentions());
		List<AlertContent.Adult> told = Stream.concat(child.alerts().stream(), child.alertsOfFamily().stream())
			.filter(Denials::isForTheMash)
			.flatMap((alert) -> alert.content().about().stream())
			.toList();
		for (int before = 0; before < known.size();) {
			before = known.size();
			told.stream()
				.filter((one) -> !Collections.disjoint(one.mentions(), known))
				.forEach((one) -> known.addAll(one.mentions()));
		}
		return known;
	}

	private static Denied denied(ConnectedAdult adult, AlertMemory ended, Set<MentionId> known, String words) {
		Set<MentionId> mentions = new HashSet<>();
		ended.content()
			.about()
			.stream()
			.filter((one) -> !Collections.disjoint(one.mentions(), known))
			.forEach((one) -> mentions.addAll(one.mentions()));
		return new Denied(adult, mentions, words);
	}

	private static boolean isForTheMash(AlertMemory alert) {
		return ASKING.contains(alert.rule()) && alert.content().audience().equals(Audience.MASH_ONLY.name());
	}

	private static List<AlertMemory> ended(List<AlertMemory> alerts) {
		List<AlertMemory> ended = new ArrayList<>(alerts);
		ended.removeIf(
				(alert) -> alert.phase() != Phase.ENDED || !(alert.rule().equals(OF_ADULTS) || isForTheMash(alert)));
		return ended;
	}

	private static boolean denies(AlertMemory ended) {
		return ended.rule().equals(OF_ADULTS) && saysWrong(ended);
	}

	private static boolean saysWrong(AlertMemory ended) {
		return DENIALS.containsKey(String.valueOf(ended.outcome()));
	}

	/**
	 * The last denial, unless the MASH has answered since whether this is the right
	 * person.
	 */
	private static @Nullable AlertMemory standing(List<AlertMemory> ended, List<AlertMemory> answers,
			Set<MentionId> known) {
		AlertMemory last = ended.stream().filter(Denials::denies).max(AS_ENDED).orElse(null);
		boolean lifted = last != null && answers.stream()
			.anyMatch((answer) -> !saysWrong(answer) && answer.endedIn() > last.endedIn() && isForTheMash(answer)
					&& answer.content().asksAbout(known));
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
