package org.mashhub.correlation.picture;

import java.util.function.Predicate;

/**
 * A possible link, as Fellegi and Sunter call it: somebody who is not around a child as
 * far as is known, and who may be an adult who is. An officer is asked whether they are
 * one person.
 *
 * @param adult an adult around the child
 * @param who who that may be; the path leads through the adult
 */
public record PossibleLink(ConnectedAdult adult, ConnectedAdult who) {

	/** The same, with some of what is held. */
	PossibleLink holding(Predicate<KnownFact> which) {
		return new PossibleLink(this.adult.holding(which), this.who.holding(which));
	}

}
