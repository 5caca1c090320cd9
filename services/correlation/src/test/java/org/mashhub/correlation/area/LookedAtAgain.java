package org.mashhub.correlation.area;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.mashhub.correlation.family.Families;
import org.mashhub.correlation.family.FamilySettings;
import org.mashhub.correlation.identity.Linker;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.Pictures;
import org.mashhub.correlation.rules.AlertWriter;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.Overlay;

/**
 * Looks at everybody of an area afresh, as an engine does that remembers nothing and asks
 * of no change whom it concerns.
 */
final class LookedAtAgain {

	private LookedAtAgain() {
	}

	static EngineSettings withHomesCrowdedFrom(int people) {
		EngineSettings usual = Told.settings();
		return new EngineSettings(usual.model(), new FamilySettings(usual.family().stayHolds(), people), usual.rules(),
				usual.workingTime(), usual.urgentStatuses());
	}

	/** A reader that remembers nothing. */
	static Pictures pictures(EngineSettings settings, AreaState state, Instant clock) {
		Readings.View nothing = new Readings().without(Set.of(), Set.of());
		ZoneId zone = settings.workingTime().zone();
		return new Pictures(state,
				new Families(state, settings.family(), zone, nothing.stated(), nothing.stays(), nothing.steps()), clock,
				zone, nothing.stated(), nothing.summaries(), nothing.facts());
	}

	/** Whom a picture connects, as it is shown. */
	static List<String> connections(ChildView view) {
		List<String> connections = new ArrayList<>();
		view.adults().forEach((adult) -> connections.add(AlertWriter.connection(adult, view).toString()));
		view.siblings().forEach((sibling) -> connections.add("sibling " + sibling));
		return connections;
	}

	/** What becomes of alerts when all children are looked at. */
	static List<Output> alerts(EngineSettings settings, AreaState state, Instant clock) {
		Overlay overlay = new Overlay(state);
		Pictures pictures = pictures(settings, overlay, clock);
		Set<PersonId> children = new TreeSet<>();
		overlay.persons().forEach((person, mentions) -> {
			if (pictures.isChild(person)) {
				children.add(person);
			}
		});
		List<Output> outputs = new ArrayList<>();
		new AlertBook(Told.AREA, settings, overlay, new Indexes(overlay, settings.model()::blockingKeys), clock, -1,
				() -> pictures, outputs::add)
			.examine(children);
		return outputs;
	}

	/** Pairs of people of whom an officer would be asked, of all there are. */
	static Set<String> questions(EngineSettings settings, AreaState state) {
		Linker linker = new Linker(settings.model(), (mention) -> new PersonId(mention.value()));
		Set<String> pairs = new TreeSet<>();
		state.persons()
			.forEach((person, mentions) -> linker.questions(state, person)
				.forEach((other, pair) -> pairs.add(pair(person, other) + " " + pair.bits())));
		return pairs;
	}

	/** Pairs of people of whom an officer is asked. */
	static Set<String> asked(AreaState state) {
		Set<String> pairs = new TreeSet<>();
		state.reviews().forEach((id, review) -> {
			if (review.open()) {
				pairs.add(pair(review.one(), review.other()) + " " + review.bits());
			}
		});
		return pairs;
	}

	private static String pair(PersonId one, PersonId other) {
		return (one.compareTo(other) < 0) ? one + " " + other : other + " " + one;
	}

}
