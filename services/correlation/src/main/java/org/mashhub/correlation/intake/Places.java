package org.mashhub.correlation.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.correlation.observation.Homes;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.police.v1.DomesticAbuseNotified;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.event.police.v1.IntelligenceReported;

/**
 * What happened in a home happened where a child lives, whoever was there: of 73 incident
 * logs on one family, at many addresses, not each names somebody (paragraphs 6.16 and
 * 6.163 of the review). Where police say the place, and name nobody who lives there, the
 * record speaks of whoever was there. All that is said of one place is said of one.
 */
final class Places {

	/** No agency's ref begins like this. */
	static final String REF = "@place";

	/** Who is named in a record of what others did. */
	private static final Set<PersonRole> BESIDE = EnumSet.of(PersonRole.REPORTER, PersonRole.WITNESS, PersonRole.CHILD,
			PersonRole.SIBLING);

	private final HomeKeys homeKeys;

	Places(HomeKeys homeKeys) {
		this.homeKeys = homeKeys;
	}

	/**
	 * A police event with whoever was there among its people.
	 * @param event any event
	 * @return the same event, where it says no place, or names somebody who lives there
	 */
	SpecificRecord peopled(SpecificRecord event) {
		return switch (event) {
			case IncidentLogged incident -> whoeverWasAt(incident.getLocation(), incident.getPeople())
				.<SpecificRecord>map((people) -> IncidentLogged.newBuilder(incident).setPeople(people).build())
				.orElse(event);
			case DomesticAbuseNotified notified -> whoeverWasAt(notified.getLocation(), notified.getPeople())
				.<SpecificRecord>map((people) -> DomesticAbuseNotified.newBuilder(notified).setPeople(people).build())
				.orElse(event);
			case IntelligenceReported reported -> whoeverWasAt(reported.getLocation(), reported.getPeople())
				.<SpecificRecord>map((people) -> IntelligenceReported.newBuilder(reported).setPeople(people).build())
				.orElse(event);
			default -> event;
		};
	}

	/** Whether somebody is whoever was at a place. */
	static boolean isPlace(PersonMention person) {
		return person.getRef().equals(REF);
	}

	private Optional<List<PersonMention>> whoeverWasAt(Optional<Address> location, List<PersonMention> people) {
		List<String> keys = location.map(this.homeKeys::of).orElse(List.of());
		boolean livesThere = people.stream()
			.filter((person) -> !BESIDE.contains(person.getRole()))
			.flatMap((person) -> person.getAddress().stream())
			.anyMatch((address) -> Homes.same(this.homeKeys.of(address), keys));
		if (keys.isEmpty() || livesThere) {
			return Optional.empty();
		}
		List<PersonMention> all = new ArrayList<>(people);
		all.add(PersonMention.newBuilder()
			.setRef(REF)
			.setRole(PersonRole.OCCUPANT)
			.setSex(Sex.UNKNOWN)
			.setIdentifiers(keys.stream()
				.filter((key) -> !Homes.isRoom(key))
				.map((key) -> new org.mashhub.event.common.v1.Identifier(Identifier.PLACE, key, true))
				.toList())
			.setAddress(location.orElseThrow())
			.build());
		return Optional.of(all);
	}

}
