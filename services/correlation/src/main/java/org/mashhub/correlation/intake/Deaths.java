package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.hub.v1.FactKind;

/** What a death notice says, of exactly the person that it names. */
final class Deaths {

	private Deaths() {
	}

	/**
	 * Translates a notice.
	 * @param people everybody it speaks of
	 * @param deceased ref of who died
	 * @param diedOn day of death, when known
	 * @param confirmedBy who confirmed the identity, when somebody did
	 * @return one fact
	 * @throws IllegalArgumentException when the ref names nobody
	 */
	static Translation translate(List<PersonMention> people, String deceased, Optional<LocalDate> diedOn,
			Optional<String> confirmedBy) {
		PersonMention who = people.stream()
			.filter((person) -> person.getRef().equals(deceased))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("the death notice names nobody of its people"));
		boolean verified = who.getIdentifiers()
			.stream()
			.anyMatch((identifier) -> identifier.getScheme().equals("NHS_NUMBER") && identifier.getVerified());
		return new Facts()
			.add(FactKind.DIED, List.of(deceased), "on", Facts.text(diedOn), "identityVerified",
					Boolean.toString(verified), "confirmedBy", Facts.text(confirmedBy))
			.alone();
	}

}
