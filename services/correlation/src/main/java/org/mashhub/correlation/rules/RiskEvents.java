package org.mashhub.correlation.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.family.Certainty;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;

/**
 * Which events say that an adult may be a risk. A victim, a witness and whoever rang the
 * police are not; but a child lives with domestic abuse whoever was hurt, so its victim
 * counts, and a witness where children were there. An occupant counts: drugs or weapons
 * in a home are where the child lives, whoever they belong to. Whoever was named as a
 * child of the home, or as the child of a concern, while under 18 does not, nor does
 * whoever was under 16, unless they bring the child up.
 * <p>
 * Who is wanted no longer was wanted: an arrest takes nothing back.
 * <p>
 * Who comes out of prison after such an offence, or with conditions that bear on
 * children, counts; whom police arrested and let go does not.
 * <p>
 * Of probation's assessments the latest counts, when it sees a high risk to children.
 * <p>
 * Intelligence counts as far as police let it be used: not what they suspect to be false,
 * and not what conditions or an operation bind until they release it. A health flag never
 * counts: to be ill is no risk to a child.
 */
final class RiskEvents {

	/** What risk events come from. */
	static final List<Need> NEEDS = List.of(Need.of(FactKind.RISK_INCIDENT, "police"),
			Need.of(FactKind.INTELLIGENCE_HELD, "police"), Need.of(FactKind.CUSTODY_CHANGED, "police"),
			Need.of(FactKind.CUSTODY_CHANGED, "probation"), Need.of(FactKind.ASSESSMENT_CHANGED, "probation"));

	/** Assessments of intelligence that do not suspect it to be false. */
	private static final Set<String> BELIEVED = Set.of("A", "B", "C", "D");

	private static final String RISK_TO_CHILDREN = "riskToChildren";

	/** Roles in which somebody under 18 is in a concern for another child. */
	private static final Set<Role> IN_OWN_RIGHT = Set.of(Role.SUSPECT, Role.OFFENDER, Role.MOTHER, Role.FATHER,
			Role.PARENT, Role.CARER, Role.PARTNER);

	/** Who is named in a record of what others did. */
	private static final Set<Role> BESIDE = Set.of(Role.REPORTER, Role.WITNESS, Role.CHILD, Role.SIBLING);

	private static final String NOT_ASSESSED = "NOT_ASSESSED";

	private final Set<String> types;

	private final Set<String> custody;

	private final Set<String> grades;

	RiskEvents(Thresholds thresholds) {
		this.types = thresholds.words("risk-types",
				Set.of("DOMESTIC_ABUSE", "VIOLENCE", "SEXUAL_OFFENCE", "DRUGS", "WEAPONS", "CHILD_CONCERN"));
		this.custody = thresholds.words("risk-custody",
				Set.of("CHARGED", "CONVICTED", "SENTENCED", "REMANDED", "RELEASED", "WANTED", "NO_LONGER_WANTED"));
		this.grades = thresholds.words("risk-grades", Set.of("HIGH", "VERY_HIGH"));
	}

	/**
	 * The events of one adult that count.
	 * @param adult the adult
	 * @param child whose picture it is
	 * @return in the order of time
	 */
	List<KnownFact> of(ConnectedAdult adult, ChildView child) {
		KnownFact latest = adult.facts()
			.stream()
			.filter((fact) -> fact.fact().value(RISK_TO_CHILDREN) != null
					&& !fact.fact().is(RISK_TO_CHILDREN, NOT_ASSESSED))
			.reduce((first, second) -> second)
			.orElse(null);
		return Releases.thatMatter(adult.facts(), child.zone())
			.stream()
			.filter((fact) -> fact.fact().value(RISK_TO_CHILDREN) == null || fact.equals(latest))
			.filter((fact) -> counts(fact, child.zone()) && !wasThereAsAChild(adult, fact, child.zone())
					&& !wasTooYoung(adult, fact, child.zone()))
			.filter((fact) -> !adult.summary().place() || !isSaidOfSomebody(fact, child))
			.toList();
	}

	/**
	 * What a record says of somebody surely around the child is told of that person, if
	 * at all; whoever only told of it, or saw it, and children, say nothing of who was
	 * there.
	 */
	private static boolean isSaidOfSomebody(KnownFact ofPlace, ChildView child) {
		return child.adults()
			.stream()
			.filter((adult) -> !adult.summary().place() && sure(adult))
			.flatMap((adult) -> adult.facts().stream())
			.anyMatch((fact) -> fact.record().id().equals(ofPlace.record().id())
					&& !BESIDE.contains(fact.subject().role()));
	}

	/**
	 * Whether professionals have graded the risk high: of serious harm to children, or
	 * after domestic abuse (DASH).
	 */
	boolean gradedHigh(KnownFact fact) {
		return this.grades.contains(String.valueOf(fact.fact().value(RISK_TO_CHILDREN)))
				|| this.grades.contains(String.valueOf(fact.fact().value("riskGrade")));
	}

	/** Whether an incident, whoever was what in it, is of a type that counts. */
	boolean ofTypeThatCounts(KnownFact incident) {
		return this.types.contains(String.valueOf(incident.fact().value("type")));
	}

	/**
	 * Police name the children of a home too, and the child that they are concerned for:
	 * that says nothing of what such a child is to others, then or once it has grown up.
	 */
	private static boolean wasThereAsAChild(ConnectedAdult adult, KnownFact fact, ZoneId zone) {
		if (!adult.summary().isChild(fact.occurredAt(), zone)) {
			return false;
		}
		Role role = fact.subject().role();
		return role == Role.CHILD || role == Role.SIBLING
				|| (!IN_OWN_RIGHT.contains(role) && fact.fact().is("type", "CHILD_CONCERN") && fact.record()
					.mentions()
					.stream()
					.noneMatch((other) -> !other.ref().equals(fact.subject().ref()) && other.role() == Role.CHILD));
	}

	/**
	 * What somebody did before standing among the adults was no risk event then, and is
	 * none on the birthday; a parent or carer stands among them however young.
	 */
	private static boolean wasTooYoung(ConnectedAdult adult, KnownFact fact, ZoneId zone) {
		return !adult.bringsUp() && adult.summary().isYoungerThan(Particulars.YOUNG_PERSON, fact.occurredAt(), zone);
	}

	private boolean counts(KnownFact fact, ZoneId zone) {
		String type = fact.fact().value("type");
		if (fact.kind() == FactKind.CUSTODY_CHANGED) {
			return this.custody.contains(String.valueOf(fact.fact().value("status")))
					&& (type == null || this.types.contains(type)) && !isOldCirculation(fact, zone);
		}
		if (fact.kind() == FactKind.ASSESSMENT_CHANGED) {
			return gradedHigh(fact);
		}
		if (fact.kind() == FactKind.INTELLIGENCE_HELD) {
			return usable(fact) && (type == null || this.types.contains(type)) && concernsTheAdult(fact, type);
		}
		if (fact.kind() != FactKind.RISK_INCIDENT || type == null || !this.types.contains(type)) {
			return false;
		}
		return concernsTheAdult(fact, type);
	}

	/** Who was wanted years ago was no risk when somebody took that off the list. */
	private static boolean isOldCirculation(KnownFact fact, ZoneId zone) {
		String on = fact.fact().value("on");
		return fact.fact().is("status", "NO_LONGER_WANTED") && on != null
				&& LocalDate.parse(on).isBefore(fact.on(zone).minusYears(1));
	}

	private static boolean concernsTheAdult(KnownFact fact, @Nullable String type) {
		boolean domesticAbuse = "DOMESTIC_ABUSE".equals(type);
		return switch (fact.subject().role()) {
			case REPORTER -> false;
			case VICTIM -> domesticAbuse;
			case WITNESS -> domesticAbuse && fact.fact().is("childrenPresent", "true");
			case CHILD, MOTHER, FATHER, PARENT, CARER, PARTNER, SIBLING, RELATIVE, HOUSEHOLD_MEMBER, TENANT, OCCUPANT,
					VISITOR, PATIENT, SUBJECT, SUSPECT, OFFENDER, ASSOCIATE, OTHER ->
				true;
		};
	}

	/** Graded A to D, and either free of conditions and operations, or released. */
	private static boolean usable(KnownFact fact) {
		String assessment = fact.fact().value("assessment");
		boolean free = fact.fact().is("handling", "P") && !fact.fact().is("liveOperation", "true");
		return assessment != null && BELIEVED.contains(assessment) && (free || fact.fact().is("released", "true"));
	}

	/**
	 * Of the adults whose connection nobody needs to check first, the events that count.
	 */
	List<KnownFact> ofKnownAdults(ChildView child) {
		return child.adults().stream().filter(RiskEvents::sure).flatMap((adult) -> of(adult, child).stream()).toList();
	}

	static boolean sure(ConnectedAdult adult) {
		return adult.path().certainty() != Certainty.TO_BE_CHECKED;
	}

}
