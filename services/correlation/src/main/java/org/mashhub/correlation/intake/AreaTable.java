package org.mashhub.correlation.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.FeedDeclared;

/**
 * Which area an event belongs to: the area of the organisation, else that of the
 * addresses; events about people in two areas belong to both. A fictional area is reached
 * by its name alone, and only by events that name it.
 */
public final class AreaTable {

	private final Map<String, AreaEntry> areas = new TreeMap<>();

	/**
	 * Creates a table.
	 * @param entries all areas
	 */
	public AreaTable(Collection<AreaEntry> entries) {
		entries.forEach((entry) -> this.areas.put(entry.getArea(), entry));
	}

	/**
	 * All areas.
	 * @return in the order of their codes
	 */
	public Collection<AreaEntry> all() {
		return List.copyOf(this.areas.values());
	}

	/**
	 * One area.
	 * @param code its code
	 * @return the area, empty when it is not known (yet)
	 */
	public Optional<AreaEntry> area(String code) {
		return Optional.ofNullable(this.areas.get(code));
	}

	/**
	 * Where an agency's event belongs.
	 * @param header its header
	 * @param people its people
	 * @return areas, none when it cannot be told (yet)
	 */
	public List<AreaEntry> route(EventHeader header, List<PersonMention> people) {
		if (header.getAreaHint().isPresent()) {
			return area(header.getAreaHint().get()).filter((area) -> area.getClock() == AreaClock.SCENARIO)
				.stream()
				.toList();
		}
		Map<String, AreaEntry> found = new LinkedHashMap<>();
		List<AreaEntry> ofOrganisation = ofOrganisation(header.getOrganisationCode());
		if (ofOrganisation.size() == 1) {
			found.put(ofOrganisation.getFirst().getArea(), ofOrganisation.getFirst());
		}
		for (PersonMention person : people) {
			person.getAddress()
				.ifPresent((address) -> byAddress(address).forEach((area) -> found.put(area.getArea(), area)));
		}
		return List.copyOf(found.values());
	}

	/**
	 * The real areas that an organisation covers.
	 * @param organisation its code
	 * @return areas in the order of their codes
	 */
	List<AreaEntry> ofOrganisation(String organisation) {
		return this.areas.values()
			.stream()
			.filter((area) -> area.getClock() == AreaClock.WALL && area.getOrganisations().contains(organisation))
			.toList();
	}

	/**
	 * Where a record of the hub itself belongs.
	 * @param done the record
	 * @return its area; of a declaration that names none, those of its organisation; none
	 * while they are not known
	 */
	public List<AreaEntry> ofHubRecord(SpecificRecord done) {
		if (done instanceof FeedDeclared declared) {
			return declared.getArea()
				.map((code) -> area(code).filter((area) -> area.getClock() == AreaClock.SCENARIO).stream().toList())
				.orElseGet(() -> ofOrganisation(declared.getOrganisationCode()));
		}
		Object code = done.get(done.getSchema().getField("area").pos());
		return area(code.toString()).stream().toList();
	}

	private List<AreaEntry> byAddress(Address address) {
		List<AreaEntry> found = new ArrayList<>();
		String postcode = address.getPostcode().map(Standardiser::postcode).orElse("");
		String district = (postcode.length() > 3) ? postcode.substring(0, postcode.length() - 3) : "";
		for (AreaEntry area : this.areas.values()) {
			boolean byAuthority = address.getLocalAuthorityCode()
				.filter(area.getLocalAuthorityCodes()::contains)
				.isPresent();
			if (area.getClock() == AreaClock.WALL
					&& (byAuthority || (!district.isEmpty() && area.getPostcodeDistricts().contains(district)))) {
				found.add(area);
			}
		}
		return found;
	}

}
