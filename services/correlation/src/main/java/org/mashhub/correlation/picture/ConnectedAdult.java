package org.mashhub.correlation.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.mashhub.correlation.family.Path;
import org.mashhub.correlation.family.Stay;
import org.mashhub.correlation.observation.MentionId;

/**
 * An adult around a child, with what is held about that adult. Whoever is 16 or over is
 * one for another child, and so is a parent, whoever cares for the child, and a partner
 * of these, however young: they are children in pictures of their own as well. So is
 * whoever was at a home of the child when something happened there, and is not named.
 *
 * @param summary who it is
 * @param young whether the person is a child as well
 * @param bringsUp whether the person is stated to be a parent or carer of the child, or
 * the partner of one
 * @param path how the adult is connected to the child
 * @param facts what is held, in the order of time
 * @param stays where the adult is recorded to have lived; empty for one whom only another
 * person connects
 * @param mentions where records speak of the adult, whether they say anything or not
 */
public record ConnectedAdult(PersonSummary summary, boolean young, boolean bringsUp, Path path, List<KnownFact> facts,
		List<Stay> stays, List<MentionId> mentions) {

	public ConnectedAdult {
		facts = List.copyOf(facts);
		stays = List.copyOf(stays);
		mentions = List.copyOf(mentions);
	}

	/**
	 * In words, without a name, and without an age.
	 * @return "a man", "a young woman" or "an adult", for example; "whoever was" before
	 * the place
	 */
	public String words() {
		if (this.summary.place()) {
			return "whoever was";
		}
		return switch (this.summary.sex()) {
			case MALE -> this.young ? "a young man" : "a man";
			case FEMALE -> this.young ? "a young woman" : "a woman";
			case INDETERMINATE, UNKNOWN -> this.young ? "a young person" : "an adult";
		};
	}

	/**
	 * The record that the adult has died, once that is as sure as it must be of a child.
	 * @return the first that is sure, empty while the adult lives
	 */
	public Optional<KnownFact> death() {
		return Deaths.sure(this.facts);
	}

	/** The same adult, with some of what is held. */
	ConnectedAdult holding(Predicate<KnownFact> which) {
		return new ConnectedAdult(this.summary, this.young, this.bringsUp, this.path,
				this.facts.stream().filter(which).toList(), this.stays, this.mentions);
	}

}
