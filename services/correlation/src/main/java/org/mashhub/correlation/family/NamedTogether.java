package org.mashhub.correlation.family;

import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Relation;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.SourceRecord;

/**
 * What a record says of a child and another whom it names beside the child, where it
 * states no relationship of the two: by what the other was in it (co-presence,
 * requirement R04, paragraph 6.46).
 */
final class NamedTogether {

	private NamedTogether() {
	}

	/**
	 * How one of two whom a record names stands to the other.
	 * @param record the record
	 * @param from who it is told of
	 * @param to the other
	 * @param zone time zone of the area
	 * @return the kind of step that leads from the first to the second, null for none
	 */
	static @Nullable StepKind kind(SourceRecord record, Mention from, Mention to, ZoneId zone) {
		StepKind outward = isChild(record, from, zone) ? ofAdult(record, to, zone) : null;
		StepKind inward = (outward == null && isChild(record, to, zone)) ? ofAdult(record, from, zone) : null;
		if ((outward == null && inward == null) || isStated(record, from, to)) {
			return null;
		}
		return (inward == StepKind.PARENTS_PARTNER) ? StepKind.PARTNERS_CHILD : (inward != null) ? inward : outward;
	}

	/** Only who is named as somebody around the child counts, and only by that. */
	private static @Nullable StepKind ofAdult(SourceRecord record, Mention other, ZoneId zone) {
		return switch (other.role()) {
			case PARTNER -> isStated(record, other) ? null : StepKind.PARENTS_PARTNER;
			case HOUSEHOLD_MEMBER ->
				(isStated(record, other) || isChildOfOwnAddress(record, other, zone)) ? null : StepKind.LIVES_WITH;
			case VISITOR -> StepKind.NAMED_TOGETHER;
			case CHILD, MOTHER, FATHER, PARENT, CARER, SIBLING, RELATIVE, TENANT, OCCUPANT, PATIENT, SUBJECT, SUSPECT,
					OFFENDER, VICTIM, WITNESS, REPORTER, ASSOCIATE, OTHER ->
				null;
		};
	}

	/** A child of the home is known by the home, where the record says which. */
	private static boolean isChildOfOwnAddress(SourceRecord record, Mention other, ZoneId zone) {
		return isUnderAge(record, other, zone) && !other.particulars().homeKeys().isEmpty();
	}

	private static boolean isChild(SourceRecord record, Mention mention, ZoneId zone) {
		return mention.role() == Role.CHILD || (mention.role() == Role.PATIENT && isUnderAge(record, mention, zone));
	}

	private static boolean isUnderAge(SourceRecord record, Mention mention, ZoneId zone) {
		LocalDate born = mention.particulars().birthDate();
		return born != null && LocalDate.ofInstant(record.occurredAt(), zone).isBefore(Particulars.comesOfAge(born));
	}

	private static boolean isStated(SourceRecord record, Mention one, Mention other) {
		return record.relations().stream().anyMatch((relation) -> names(relation, one) && names(relation, other));
	}

	/** Whose partner somebody is, or with whom they live, the record says itself. */
	private static boolean isStated(SourceRecord record, Mention one) {
		return record.relations().stream().anyMatch((relation) -> names(relation, one));
	}

	private static boolean names(Relation relation, Mention mention) {
		return relation.from().equals(mention.ref()) || relation.to().equals(mention.ref());
	}

}
