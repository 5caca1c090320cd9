package org.mashhub.correlation.rules;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.picture.ConnectedAdult;

/**
 * An adult whom an officer has called the wrong one.
 *
 * @param adult the adult
 * @param mentions by what the alert knew the adult that the officer ended
 * @param words what an officer has said, for "not known"
 */
public record Denied(ConnectedAdult adult, Set<MentionId> mentions, String words) {

	public Denied {
		mentions = Set.copyOf(mentions);
	}

	/**
	 * What an officer has said of some, each once.
	 */
	static List<String> words(Collection<Denied> denied) {
		return denied.stream().map(Denied::words).distinct().toList();
	}

}
