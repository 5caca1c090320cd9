package org.mashhub.population.agencies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.mashhub.event.adultsocialcare.v1.AdultReferralReceived;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentChanged;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentStatus;
import org.mashhub.event.singlepointofaccess.v1.PublicContactReceived;
import org.mashhub.event.socialcare.v1.AssessedChild;
import org.mashhub.event.socialcare.v1.AssessmentCompleted;
import org.mashhub.event.socialcare.v1.AssessmentKind;
import org.mashhub.event.socialcare.v1.CaseClosed;
import org.mashhub.event.socialcare.v1.CaseStatus;
import org.mashhub.event.socialcare.v1.CaseStatusChanged;
import org.mashhub.event.socialcare.v1.ChildSeen;
import org.mashhub.event.socialcare.v1.HomeVisitRecorded;
import org.mashhub.event.socialcare.v1.LeadProfessionalAssigned;
import org.mashhub.event.socialcare.v1.ReferralDecided;
import org.mashhub.event.socialcare.v1.ReferralOutcome;
import org.mashhub.event.socialcare.v1.ReferralReceived;
import org.mashhub.population.chance.Dice;
import org.mashhub.population.people.Area;
import org.mashhub.population.people.Interventions;
import org.mashhub.population.people.Person;

/** What social care, early help, adult social care and the front door write down. */
final class CareRecords {

	/**
	 * Source of a referral, DfE children in need census: school, health, police, family.
	 */
	private static final List<String> SOURCES = List.of("2A", "2A", "3A", "3B", "3D", "5B", "6", "6", "6", "1A", "1B",
			"4");

	private static final List<String> CONCERNS = List.of("NEGLECT", "PHYSICAL", "EMOTIONAL", "HOME_CONDITIONS",
			"SUBSTANCES", "UNKNOWN_ADULTS", "DOMESTIC_ABUSE");

	private static final List<String> ADULT_REASONS = List.of("SELF_NEGLECT", "DISABILITY", "CARER_STRAIN");

	private static final List<String> WORKERS = List.of("Priya Anand", "Owen Farrant", "Marta Zielska", "Denise Colley",
			"Tunde Alabaster", "Siân Prosser", "Graham Whitlock", "Farah Noon", "Lucy Tremlett", "Kofi Bramwell",
			"Helen Strand", "Imran Vale");

	private final Area area;

	private final Interventions interventions;

	private final Registry registry;

	private final BitSet open = new BitSet();

	private final BitSet inNeed = new BitSet();

	private final BitSet onPlan = new BitSet();

	CareRecords(Area area, Interventions interventions, Registry registry) {
		this.area = area;
		this.interventions = interventions;
		this.registry = registry;
	}

	boolean isOpen(Person child) {
		return this.open.get(child.number());
	}

	/** How many children stand as in need, those with a plan included. */
	int inNeed(int day) {
		return count(this.inNeed, day);
	}

	/** How many children have a child protection plan. */
	int onPlan(int day) {
		return count(this.onPlan, day);
	}

	private int count(BitSet numbers, int day) {
		return (int) numbers.stream().filter((number) -> isChildHere(this.area.people().get(number), day)).count();
	}

	/** Somebody refers a child, and the others in the home with it. */
	void referral(Person first, int day, Dice dice) {
		List<Person> children = new ArrayList<>(List.of(first));
		for (Person other : first.household().orElseThrow().children(day)) {
			if (other != first && !isOpen(other) && dice.chance(0.6)) {
				children.add(other);
			}
		}
		children.forEach((child) -> this.open.set(child.number()));
		String reference = "R-" + first.number() + "-" + day;
		String source = dice.oneOf(SOURCES);
		Draft draft = Draft.of(Agency.SOCIAL_CARE, day, dice.between(480, 1080),
				(header, people, ties) -> new ReferralReceived(header, people, ties, reference, source, "N1", null));
		children.forEach((child) -> draft.with(child, PersonRole.CHILD, Knowing.WELL));
		Circle.of(draft, first, PersonRole.CHILD)
			.mother(Knowing.WELL)
			.anyFather(dice.chance(0.5) ? Knowing.WELL : Knowing.TOLD)
			.partner(dice.chance(0.6) ? Knowing.TOLD : Knowing.BY_SIGHT)
			.siblings(PersonRole.SIBLING, Knowing.TOLD, 0.7, dice)
			.others(Knowing.TOLD, 0.5, dice);
		this.registry.write(draft);
		this.area.diary().on(day + dice.between(1, 4), (when) -> decide(children, reference, when, dice));
	}

	/** A member of the public rings. */
	void publicContact(Person child, int day, Dice dice) {
		String concern = dice.oneOf(CONCERNS);
		boolean anonymous = dice.chance(0.3);
		int observed = day - dice.below(10);
		long reported = day * 86_400L + dice.between(480, 1080) * 60L;
		Draft draft = Draft.of(Agency.SINGLE_POINT_OF_ACCESS, day, dice.between(480, 1080),
				(header, people, ties) -> new PublicContactReceived(header, people, ties, null, anonymous ? "9" : "1B",
						anonymous, false, null, date(observed), date(observed), Instant.ofEpochSecond(reported), null,
						List.of(concern), null, null));
		Circle.of(draft, child, PersonRole.CHILD)
			.mother(dice.chance(0.7) ? Knowing.TOLD : Knowing.BY_SIGHT)
			.fatherAtHome(Knowing.BY_SIGHT)
			.partner(dice.chance(0.5) ? Knowing.BY_SIGHT : Knowing.NOT_AT_ALL);
		this.registry.write(draft);
		if (dice.chance(0.5) && !isOpen(child)) {
			this.area.diary().on(day + 1, (when) -> {
				if (isChildHere(child, when) && !isOpen(child)) {
					referral(child, when, dice);
				}
			});
		}
	}

	void earlyHelp(Person child, int day, Dice dice) {
		String assessment = "EH-" + child.number() + "-" + day;
		earlyHelp(child, assessment, EarlyHelpAssessmentStatus.STARTED, day, dice);
		this.area.diary().on(day + dice.between(90, 300), (when) -> {
			if (isChildHere(child, when)) {
				earlyHelp(child, assessment, EarlyHelpAssessmentStatus.CLOSED, when, dice);
			}
		});
	}

	void adultReferral(Person adult, int day, Dice dice) {
		String reason = dice.oneOf(ADULT_REASONS);
		Draft draft = Draft
			.ofDay(Agency.ADULT_SOCIAL_CARE, day,
					(header, people, ties) -> new AdultReferralReceived(header, people, ties, null, List.of(reason),
							null))
			.with(adult, PersonRole.SUBJECT, Knowing.WELL);
		if (dice.chance(0.35)) {
			adult.partner()
				.filter((partner) -> partner.household().isPresent())
				.ifPresent((partner) -> draft.with(partner, PersonRole.PARTNER, Knowing.TOLD));
		}
		else if (dice.chance(0.35)) {
			adult.children()
				.stream()
				.filter((child) -> child.household().isPresent() && !child.isChild(day))
				.findFirst()
				.ifPresent((child) -> draft.with(child, PersonRole.CARER, Knowing.TOLD));
		}
		this.registry.write(draft);
	}

	// --- a child's way through the service ---------------------------------------------

	private void decide(List<Person> children, String reference, int day, Dice dice) {
		List<Person> here = here(children, day);
		ReferralOutcome outcome = dice.chance(0.66) ? ReferralOutcome.ASSESSMENT
				: dice.chance(0.5) ? ReferralOutcome.NO_FURTHER_ACTION : ReferralOutcome.ADVICE;
		if (!here.isEmpty()) {
			Draft draft = Draft.ofDay(Agency.SOCIAL_CARE, day, (header, people, ties) -> new ReferralDecided(header,
					people, ties, reference, outcome, List.of(), date(day), "TEAM_MANAGER", null));
			here.forEach((child) -> draft.with(child, PersonRole.CHILD, Knowing.WELL));
			this.registry.write(draft);
		}
		if (here.isEmpty() || outcome != ReferralOutcome.ASSESSMENT) {
			children.forEach(this::close);
			return;
		}
		this.area.diary().on(day + dice.between(20, 65), (when) -> assessed(children, reference, day, when, dice));
	}

	private void assessed(List<Person> children, String reference, int began, int day, Dice dice) {
		List<Person> here = here(children, day);
		boolean serious = dice.chance(0.42);
		if (!here.isEmpty()) {
			Draft draft = Draft.ofDay(Agency.SOCIAL_CARE, day, (header, people, ties) -> {
				List<AssessedChild> assessed = people.stream()
					.filter((person) -> person.getRole() == PersonRole.CHILD)
					.map((person) -> new AssessedChild(person.getRef(), ChildSeen.SEEN_AWAKE, true, List.of("3B"),
							null))
					.toList();
				return new AssessmentCompleted(header, people, ties, "CFA-" + reference.substring(2),
						serious ? AssessmentKind.SECTION_47 : AssessmentKind.CHILD_AND_FAMILY, date(began), date(day),
						"2024-25", assessed);
			});
			here.forEach((child) -> draft.with(child, PersonRole.CHILD, Knowing.WELL));
			Circle.of(draft, here.getFirst(), PersonRole.CHILD)
				.mother(Knowing.WELL)
				.anyFather(Knowing.WELL)
				.partner(Knowing.TOLD)
				.others(Knowing.TOLD, 0.7, dice);
			this.registry.write(draft);
		}
		if (here.isEmpty() || !dice.chance(0.48)) {
			children.forEach(this::close);
			return;
		}
		CaseStatus status = (serious && dice.chance(0.88)) ? CaseStatus.CHILD_PROTECTION_PLAN
				: CaseStatus.CHILD_IN_NEED;
		boolean removed = serious && dice.chance(0.17);
		int months = (status == CaseStatus.CHILD_PROTECTION_PLAN) ? dice.between(8, 18) : dice.between(4, 26);
		for (Person child : children) {
			if (here.contains(child)) {
				begin(child, removed ? CaseStatus.LOOKED_AFTER : status, months, day + 2, dice);
			}
			else {
				close(child);
			}
		}
	}

	private void begin(Person child, CaseStatus status, int months, int day, Dice dice) {
		this.inNeed.set(child.number());
		this.onPlan.set(child.number(), status == CaseStatus.CHILD_PROTECTION_PLAN);
		changed(child, status, false, day);
		lead(child, day, dice);
		if (status == CaseStatus.LOOKED_AFTER) {
			this.interventions.takeIntoCare(child, day);
		}
		int every = (status == CaseStatus.CHILD_PROTECTION_PLAN) ? 60 : 100;
		for (int visit = day + dice.between(10, every); visit < day + months * 30; visit += every) {
			boolean announced = dice.chance(0.8);
			this.area.diary().on(visit, (when) -> visit(child, announced, when, dice));
		}
		this.area.diary().on(day + months * 30, (when) -> end(child, status, when, dice));
	}

	private void visit(Person child, boolean announced, int day, Dice dice) {
		if (!isChildHere(child, day)) {
			return;
		}
		Draft draft = Draft.of(Agency.SOCIAL_CARE, day, dice.between(540, 1080),
				(header, people, ties) -> new HomeVisitRecorded(header, people, ties, ChildSeen.SEEN_AWAKE, null,
						announced, null, null, null, null));
		Circle circle = Circle.of(draft, child, PersonRole.CHILD).mother(Knowing.WELL);
		if (dice.chance(0.5)) {
			circle.fatherAtHome(Knowing.WELL);
		}
		if (dice.chance(0.4)) {
			circle.partner(dice.chance(0.5) ? Knowing.TOLD : Knowing.NOT_AT_ALL);
		}
		circle.others(Knowing.TOLD, 0.3, dice);
		this.registry.write(draft);
	}

	/** A plan ends in a time of need, a time of need ends the case. */
	private void end(Person child, CaseStatus status, int day, Dice dice) {
		boolean here = isChildHere(child, day);
		if (here) {
			changed(child, status, true, day);
		}
		if (here && status == CaseStatus.CHILD_PROTECTION_PLAN) {
			begin(child, CaseStatus.CHILD_IN_NEED, dice.between(3, 9), day + 1, dice);
			return;
		}
		if (here) {
			this.registry.write(
					Draft
						.ofDay(Agency.SOCIAL_CARE, day,
								(header, people, ties) -> new CaseClosed(header, people, ties, "RC8", date(day),
										"TEAM_MANAGER", List.of(), List.of()))
						.with(child, PersonRole.CHILD, Knowing.WELL));
		}
		close(child);
	}

	private void changed(Person child, CaseStatus status, boolean ended, int day) {
		this.registry.write(
				Draft
					.ofDay(Agency.SOCIAL_CARE, day,
							(header, people, ties) -> new CaseStatusChanged(header, people, ties, status, ended,
									date(day), "01632 960123"))
					.with(child, PersonRole.CHILD, Knowing.WELL));
	}

	private void lead(Person child, int day, Dice dice) {
		String name = dice.oneOf(WORKERS);
		this.registry.write(Draft
			.ofDay(Agency.SOCIAL_CARE, day,
					(header, people, ties) -> new LeadProfessionalAssigned(header, people, ties, name, "Social worker",
							"Harrow Vale Council", "social.care@harrow-vale.example", "01632 960123", date(day), null))
			.with(child, PersonRole.CHILD, Knowing.WELL));
	}

	private void earlyHelp(Person child, String assessment, EarlyHelpAssessmentStatus status, int day, Dice dice) {
		Draft draft = Draft.ofDay(Agency.EARLY_HELP, day,
				(header, people, ties) -> new EarlyHelpAssessmentChanged(header, people, ties, assessment, status,
						date(day), null, null, null, null, List.of()));
		Circle.of(draft, child, PersonRole.CHILD)
			.mother(Knowing.WELL)
			.fatherAtHome(dice.chance(0.5) ? Knowing.WELL : Knowing.TOLD)
			.siblings(PersonRole.SIBLING, Knowing.WELL, 0.5, dice);
		this.registry.write(draft);
	}

	private void close(Person child) {
		this.open.clear(child.number());
		this.inNeed.clear(child.number());
		this.onPlan.clear(child.number());
	}

	private static List<Person> here(List<Person> children, int day) {
		return children.stream().filter((child) -> isChildHere(child, day)).toList();
	}

	private static boolean isChildHere(Person child, int day) {
		return child.household().isPresent() && child.isChild(day);
	}

	private static LocalDate date(int day) {
		return LocalDate.ofEpochDay(day);
	}

}
