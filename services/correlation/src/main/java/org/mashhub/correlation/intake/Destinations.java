package org.mashhub.correlation.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.intake.Routes.Sent;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.hub.v1.AreaEntry;

/**
 * Where an agency's event goes: to the areas that it belongs to, and to those that an
 * earlier version of its record went to, so that no area keeps what the agency has
 * corrected or withdrawn.
 * <p>
 * All versions of one record are on one partition, so they meet in one memory. A
 * retraction that names <em>another</em> record may be on another partition than the
 * record named, where nobody knows whether that was remembered. It then goes to every
 * area that its organisation covers; an area that the named record reached by an address
 * alone does not hear of it. A retraction of an organisation that covers no area, which
 * has no address and of which nothing is remembered, belongs nowhere: it is parked, and
 * shown.
 *
 * @param told areas that get what the event says
 * @param withdrawn areas that get a withdrawal, and nothing about anybody
 * @param remembered what is to be remembered from now on, null for no change
 */
record Destinations(List<AreaEntry> told, List<AreaEntry> withdrawn, @Nullable Sent remembered) {

	Destinations {
		told = List.copyOf(told);
		withdrawn = List.copyOf(withdrawn);
	}

	/**
	 * Finds them.
	 * @param header the event's header
	 * @param people its people
	 * @param areas areas known now
	 * @param routes where records went
	 * @return the destinations, no area when it cannot be told (yet)
	 */
	static Destinations of(EventHeader header, List<PersonMention> people, AreaTable areas, Routes routes) {
		List<AreaEntry> own = areas.route(header, people);
		if (header.getAreaHint().isPresent()) {
			return new Destinations(own, List.of(), null);
		}
		if (withdraws(header) && !withdrawnRecord(header).equals(record(header))) {
			List<AreaEntry> reached = routes.of(withdrawnRecord(header))
				.map((sent) -> known(sent, areas))
				.orElseGet(() -> areas.ofOrganisation(header.getOrganisationCode()));
			return new Destinations(own, without(reached, own), null);
		}
		Optional<Sent> before = routes.of(record(header));
		if (before.isPresent() && header.getSourceVersion() < before.get().version()) {
			// Where no higher version went, this one would stand unopposed.
			List<AreaEntry> reached = known(before.get(), areas);
			List<AreaEntry> left = without(reached, own);
			return new Destinations(without(reached, left), left, null);
		}
		return newest(header, own, before.orElse(null), areas);
	}

	private static Destinations newest(EventHeader header, List<AreaEntry> own, @Nullable Sent before,
			AreaTable areas) {
		boolean withdraws = withdraws(header);
		List<AreaEntry> ofOrganisation = areas.ofOrganisation(header.getOrganisationCode());
		List<AreaEntry> reached = (before != null) ? known(before, areas)
				: (withdraws && own.isEmpty()) ? ofOrganisation : List.of();
		// A version that stands and names no place goes where the record is.
		List<AreaEntry> told = (own.isEmpty() && !withdraws) ? reached : own;
		List<AreaEntry> withdrawn = without(reached, told);
		boolean settled = before == null && own.size() == 1 && own.equals(ofOrganisation);
		if (settled || (told.isEmpty() && withdrawn.isEmpty())) {
			return new Destinations(told, withdrawn, null);
		}
		Set<String> codes = new LinkedHashSet<>();
		told.forEach((area) -> codes.add(area.getArea()));
		// A withdrawal of the version that an area has already does nothing there.
		boolean left = !withdraws && before != null && header.getSourceVersion() > before.version();
		if (!left) {
			withdrawn.forEach((area) -> codes.add(area.getArea()));
		}
		Sent sent = new Sent(header.getSourceVersion(), List.copyOf(codes));
		return new Destinations(told, withdrawn, sent.equals(before) ? null : sent);
	}

	/**
	 * Whether an event withdraws a record.
	 * @param header its header
	 * @return true when it is retracted, or was entered in error
	 */
	static boolean withdraws(EventHeader header) {
		return header.getRecordState() == RecordState.RETRACTED
				|| header.getRecordState() == RecordState.ENTERED_IN_ERROR;
	}

	/**
	 * The record that an event speaks of.
	 * @param header its header
	 * @return its number
	 */
	static SourceRecordId record(EventHeader header) {
		return record(header, header.getSourceRecordId());
	}

	private static SourceRecordId withdrawnRecord(EventHeader header) {
		return record(header, header.getRetracts().orElse(header.getSourceRecordId()));
	}

	private static SourceRecordId record(EventHeader header, String number) {
		return new SourceRecordId(header.getAgency(), header.getOrganisationCode(), header.getSourceSystem(), number);
	}

	private static List<AreaEntry> known(Sent sent, AreaTable areas) {
		return sent.areas().stream().map(areas::area).flatMap(Optional::stream).toList();
	}

	private static List<AreaEntry> without(List<AreaEntry> areas, List<AreaEntry> others) {
		return areas.stream().filter((area) -> !others.contains(area)).toList();
	}

}
