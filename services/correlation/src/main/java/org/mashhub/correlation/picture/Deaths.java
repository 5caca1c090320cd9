package org.mashhub.correlation.picture;

import java.util.List;
import java.util.Optional;

import org.mashhub.correlation.observation.FactKind;

/** When it is sure that somebody has died, whoever it is. */
final class Deaths {

	private Deaths() {
	}

	/**
	 * The record that somebody has died, once that is sure enough to ask nobody any more
	 * to prevent anything: a verified number says who it was, or two organisations
	 * recorded it, and a person has confirmed it.
	 * @param facts all that is held of the person, in the order of time
	 * @return the first that is sure, empty while the person lives
	 */
	static Optional<KnownFact> sure(List<KnownFact> facts) {
		List<KnownFact> deaths = facts.stream().filter((fact) -> fact.kind() == FactKind.DIED).toList();
		boolean sure = deaths.stream().anyMatch((death) -> death.fact().is("identityVerified", "true"))
				|| deaths.stream().map((death) -> death.record().id().organisation()).distinct().count() > 1;
		Optional<KnownFact> confirmed = deaths.stream()
			.filter((death) -> death.fact().value("confirmedBy") != null)
			.findFirst();
		return sure ? confirmed : Optional.empty();
	}

}
