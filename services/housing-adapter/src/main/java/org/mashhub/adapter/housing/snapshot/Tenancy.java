package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.StatedRelationship;
import org.mashhub.messaging.NameUuid;

/**
 * A tenancy as a table has it; the order of its rows does not count.
 *
 * @param reference the landlord's reference
 * @param home the home
 * @param startedOn first day
 * @param endedOn last day; null while it lasts
 * @param members everybody in the household
 * @param relationships what the table states between them
 */
record Tenancy(String reference, Address home, LocalDate startedOn, @Nullable LocalDate endedOn,
		List<PersonMention> members, List<StatedRelationship> relationships) {

	Tenancy {
		members = members.stream().sorted(Comparator.comparing(PersonMention::getRef)).toList();
		relationships = relationships.stream()
			.sorted(Comparator.comparing(StatedRelationship::getFrom)
				.thenComparing(StatedRelationship::getTo)
				.thenComparing(StatedRelationship::getKind))
			.toList();
	}

	boolean isEnded() {
		return this.endedOn != null;
	}

	Tenancy endedOn(LocalDate day) {
		return new Tenancy(this.reference, this.home, this.startedOn, day, this.members, this.relationships);
	}

	/** The same with others whom it leaves out. */
	Tenancy withThoseOf(Tenancy other) {
		SamePeople same = new SamePeople(other.members, this.members);
		List<PersonMention> everybody = new ArrayList<>(this.members);
		other.members.stream().filter((member) -> same.later(member).isEmpty()).forEach(everybody::add);
		return new Tenancy(this.reference, this.home, this.startedOn, this.endedOn, everybody, this.relationships);
	}

	Set<String> refs() {
		return this.members.stream().map(PersonMention::getRef).collect(Collectors.toCollection(HashSet::new));
	}

	/** What it states between some of its people. */
	List<StatedRelationship> relationshipsBetween(Set<String> refs) {
		return this.relationships.stream()
			.filter((relation) -> refs.contains(relation.getFrom()) && refs.contains(relation.getTo()))
			.toList();
	}

	/**
	 * Whether it is at another home than another tenancy: by UPRN where both have one,
	 * else by the written address.
	 */
	boolean isElsewhereThan(Tenancy other) {
		Optional<String> uprn = this.home.getUprn();
		Optional<String> otherUprn = other.home.getUprn();
		if (uprn.isPresent() && otherUprn.isPresent()) {
			return !uprn.equals(otherUprn);
		}
		return !written(this.home).equals(written(other.home));
	}

	/** The same for the same content, whatever the order of the rows. */
	UUID fingerprint() {
		return NameUuid.of("tenancy", this.reference, this.home, this.startedOn,
				(this.endedOn != null) ? this.endedOn : "", this.members, this.relationships);
	}

	static boolean isTenant(PersonMention member) {
		return member.getRole() == PersonRole.TENANT;
	}

	private static String written(Address home) {
		return (String.join(" ", home.getLines()) + home.getPostcode().orElse("")).toUpperCase(Locale.ROOT)
			.replaceAll("[^A-Z0-9]", "");
	}

}
