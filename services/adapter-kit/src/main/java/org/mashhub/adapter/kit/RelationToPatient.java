package org.mashhub.adapter.kit;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.PersonRole;

/** How somebody stands to the patient, who may be a child or an adult. */
public enum RelationToPatient {

	MOTHER, FATHER, PARENT, STEP_PARENT, PARENTS_PARTNER, CARER, GRANDPARENT, SIBLING, AUNT_OR_UNCLE, OTHER_RELATIVE,
	LODGER, FRIEND_OR_NEIGHBOUR, PARTNER, FATHER_OF_BABY, CHILD, OTHER, NOT_KNOWN;

	/** What somebody can be to a woman who is expecting. */
	public static final Set<RelationToPatient> OF_EXPECTANT_MOTHER = EnumSet.of(PARTNER, FATHER_OF_BABY, CHILD, OTHER,
			NOT_KNOWN);

	/** What somebody other than the mother can be to a newborn. */
	public static final Set<RelationToPatient> OF_NEWBORN = EnumSet
		.complementOf(EnumSet.of(MOTHER, PARTNER, FATHER_OF_BABY, CHILD));

	/** HL7 table 0063 and HL7 v3 RoleCode, which agree where they share a code. */
	private static final Map<String, RelationToPatient> CODES = codes();

	/**
	 * Reads a code of HL7, or one of these words.
	 * @param code the code; null when none was sent
	 * @return the relation, not known where the code says nothing that the hub states
	 */
	public static RelationToPatient ofCode(@Nullable String code) {
		return (code != null) ? CODES.getOrDefault(code.toUpperCase(Locale.ROOT), NOT_KNOWN) : NOT_KNOWN;
	}

	/**
	 * The same relation, where it is one to a child.
	 * @return empty for what only an adult has
	 */
	public Optional<RelationToChild> toChild() {
		return switch (this) {
			case PARTNER, FATHER_OF_BABY, CHILD -> Optional.empty();
			case MOTHER, FATHER, PARENT, STEP_PARENT, PARENTS_PARTNER, CARER, GRANDPARENT, SIBLING, AUNT_OR_UNCLE,
					OTHER_RELATIVE, LODGER, FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN ->
				Optional.of(RelationToChild.valueOf(name()));
		};
	}

	/**
	 * What the person is in the event.
	 * @param livesWithPatient whether the person lives at the patient's home
	 * @param stranger what somebody is who neither lives there nor is of the family
	 * @return a role
	 */
	PersonRole role(boolean livesWithPatient, PersonRole stranger) {
		return switch (this) {
			case PARTNER -> PersonRole.PARTNER;
			case FATHER_OF_BABY -> PersonRole.FATHER;
			case CHILD -> PersonRole.CHILD;
			case LODGER -> PersonRole.HOUSEHOLD_MEMBER;
			case FRIEND_OR_NEIGHBOUR, OTHER, NOT_KNOWN -> livesWithPatient ? PersonRole.HOUSEHOLD_MEMBER : stranger;
			case MOTHER, FATHER, PARENT, STEP_PARENT, PARENTS_PARTNER, CARER, GRANDPARENT, SIBLING, AUNT_OR_UNCLE,
					OTHER_RELATIVE ->
				RelationToChild.valueOf(name()).role();
		};
	}

	private static Map<String, RelationToPatient> codes() {
		Map<String, RelationToPatient> codes = new HashMap<>();
		put(codes, MOTHER, "MTH", "NMTH");
		put(codes, FATHER, "FTH", "NFTH");
		put(codes, PARENT, "PAR", "PRN", "NPRN");
		put(codes, STEP_PARENT, "STPPRN", "STPMTH", "STPFTH");
		put(codes, CARER, "CGV", "GRD", "GUARD", "PRNFOST", "MTHFOST", "FTHFOST");
		put(codes, GRANDPARENT, "GRP", "GRPRN", "GRMTH", "GRFTH");
		put(codes, SIBLING, "SIB", "BRO", "SIS", "HSIB", "HBRO", "HSIS", "NSIB", "NBRO", "NSIS");
		put(codes, AUNT_OR_UNCLE, "AUNT", "UNCLE");
		put(codes, OTHER_RELATIVE, "EXF", "FAMMEMB", "EXT");
		put(codes, LODGER, "ROOM");
		put(codes, FRIEND_OR_NEIGHBOUR, "FND", "FRND", "NBOR");
		put(codes, PARTNER, "SPO", "DOM", "SPS", "HUSB", "WIFE", "DOMPART", "SIGOTHR");
		put(codes, CHILD, "CHD", "NCH", "CHILD", "NCHILD", "SON", "DAU", "SONC", "DAUC");
		for (RelationToPatient relation : values()) {
			put(codes, relation, relation.name());
		}
		return Map.copyOf(codes);
	}

	private static void put(Map<String, RelationToPatient> codes, RelationToPatient relation, String... of) {
		for (String code : of) {
			codes.put(code, relation);
		}
	}

}
