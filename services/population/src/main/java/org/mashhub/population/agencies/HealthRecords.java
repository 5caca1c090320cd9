package org.mashhub.population.agencies;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.mashhub.event.ambulance.v1.AmbulanceAttended;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.gp.v1.AppointmentNotBrought;
import org.mashhub.event.gp.v1.DeathNotified;
import org.mashhub.event.gp.v1.HealthCategory;
import org.mashhub.event.gp.v1.ImmunisationOverdue;
import org.mashhub.event.gp.v1.ImmunisationStatus;
import org.mashhub.event.gp.v1.ParentalHealthFlagged;
import org.mashhub.event.gp.v1.RegistrationChanged;
import org.mashhub.event.healthvisiting.v1.BirthVisitRecorded;
import org.mashhub.event.healthvisiting.v1.ChildSeen;
import org.mashhub.event.healthvisiting.v1.HomeVisitRecorded;
import org.mashhub.event.healthvisiting.v1.NoAccessReason;
import org.mashhub.event.healthvisiting.v1.NoAccessVisitRecorded;
import org.mashhub.event.hospital.v1.ChildBorn;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.HospitalAttended;
import org.mashhub.event.hospital.v1.HospitalDepartment;
import org.mashhub.event.hospital.v1.PregnancyBooked;
import org.mashhub.population.chance.Dice;
import org.mashhub.population.people.Area;
import org.mashhub.population.people.Dwelling;
import org.mashhub.population.people.Household;
import org.mashhub.population.people.Person;

/** What GP practices, health visitors, hospital and ambulance write down. */
final class HealthRecords {

	private static final List<ComplaintCategory> COMPLAINTS = List.of(ComplaintCategory.RESPIRATORY,
			ComplaintCategory.INJURY, ComplaintCategory.INJURY, ComplaintCategory.INFECTION, ComplaintCategory.SEIZURE,
			ComplaintCategory.INGESTION, ComplaintCategory.FEEDING, ComplaintCategory.OTHER);

	private static final List<HealthCategory> NEEDS = List.of(HealthCategory.MENTAL_HEALTH,
			HealthCategory.MENTAL_HEALTH, HealthCategory.SUBSTANCE_MISUSE, HealthCategory.ALCOHOL,
			HealthCategory.DOMESTIC_ABUSE, HealthCategory.LEARNING_DISABILITY, HealthCategory.NEURODIVERSITY);

	private static final List<String> CALLS = List.of("RESPIRATORY", "INJURY", "INJURY", "SEIZURE", "MENTAL_HEALTH",
			"OTHER");

	private final Area area;

	private final Registry registry;

	HealthRecords(Area area, Registry registry) {
		this.area = area;
		this.registry = registry;
	}

	// --- births ------------------------------------------------------------------------

	void expecting(Person mother, Optional<Person> father, int conceived) {
		Dice dice = dice(mother, conceived);
		int booked = conceived + dice.between(50, 95);
		this.area.diary().on(booked, (day) -> {
			if (mother.household().isPresent() && dice.chance(0.96)) {
				int weeks = (day - conceived) / 7 + 2;
				Draft draft = Draft
					.of(Agency.HOSPITAL, day, dice.between(500, 1000),
							(header, people, ties) -> new PregnancyBooked(header, people, ties,
									pregnancy(mother, conceived), date(day), date(conceived + 266), weeks, true, false))
					.with(mother, PersonRole.MOTHER, Knowing.WELL);
				father.filter((who) -> who.household().isPresent() && dice.chance(0.75))
					.ifPresent((who) -> draft.with(who, PersonRole.PARTNER, Knowing.TOLD)
						.tie(who, RelationshipKind.PARTNER_OF, mother));
				this.registry.write(draft);
			}
		});
	}

	void born(List<Person> babies, int day) {
		for (Person baby : babies) {
			Dice dice = dice(baby, day);
			birth(baby, babies.size() > 1, day, dice);
			baby.mother().ifPresent((mother) -> {
				if (mother.practice() > 0) {
					registerBaby(baby, mother, day + dice.between(8, 60), dice);
				}
			});
			visits(baby, day, dice);
			immunisations(baby, day, dice);
		}
	}

	private void birth(Person baby, boolean multiple, int day, Dice dice) {
		int weeks = multiple ? dice.between(33, 38) : (int) Math.min(42, Math.max(27, dice.around(39, 1.7)));
		Draft draft = Draft.of(Agency.HOSPITAL, day, dice.below(1440),
				(header, people, ties) -> new ChildBorn(header, people, ties, null, date(day), weeks, multiple));
		if (dice.chance(0.7)) {
			draft.beforeNaming();
		}
		Circle circle = Circle.of(draft, baby, PersonRole.CHILD).mother(Knowing.WELL);
		if (dice.chance(0.7)) {
			circle.fatherAtHome(Knowing.TOLD);
		}
		this.registry.write(draft);
	}

	private void registerBaby(Person baby, Person mother, int day, Dice dice) {
		this.area.diary().on(day, (when) -> {
			if (baby.household().isPresent() && mother.practice() > 0) {
				this.area.registerWith(baby, mother);
				registration(baby, 0, baby.practice(), when, dice.chance(0.8));
			}
		});
	}

	private void visits(Person baby, int day, Dice dice) {
		boolean unnamed = dice.chance(0.08);
		this.area.diary().on(day + dice.between(10, 15), (when) -> {
			if (baby.household().isPresent() && dice.chance(0.93)) {
				String feeding = dice.chance(0.5) ? "BREAST" : "FORMULA";
				Draft draft = Draft.of(Agency.HEALTH_VISITING, when, dice.between(540, 1000),
						(header, people, ties) -> new BirthVisitRecorded(header, people, ties, ChildSeen.SEEN_AWAKE,
								null, feeding, false, null));
				if (unnamed) {
					draft.beforeNaming();
				}
				present(draft, baby, dice);
			}
		});
		for (int[] visit : new int[][] { { 42, 60, 84 }, { 280, 380, 78 }, { 740, 920, 70 } }) {
			this.area.diary().on(day + dice.between(visit[0], visit[1]), (when) -> {
				if (baby.household().isPresent() && dice.chance(visit[2] / 100.0)) {
					visit(baby, when, dice);
				}
			});
		}
	}

	private void visit(Person child, int day, Dice dice) {
		if (dice.chance(0.06)) {
			this.registry.write(noAccess(child, day, dice));
			return;
		}
		boolean concern = dice.chance(0.01 + 0.03 * riskAround(child, day));
		present(Draft.of(Agency.HEALTH_VISITING, day, dice.between(540, 1000),
				(header, people, ties) -> new HomeVisitRecorded(header, people, ties, ChildSeen.SEEN_AWAKE, true, null,
						null, concern, null)),
				child, dice);
	}

	/** Who was there: mothers nearly always, partners often, others by sight. */
	private void present(Draft draft, Person child, Dice dice) {
		Circle circle = Circle.of(draft, child, PersonRole.CHILD).mother(Knowing.WELL);
		if (dice.chance(0.5)) {
			circle.fatherAtHome(Knowing.TOLD);
		}
		if (dice.chance(0.35)) {
			circle.partner(dice.chance(0.4) ? Knowing.TOLD : dice.chance(0.6) ? Knowing.BY_SIGHT : Knowing.NOT_AT_ALL);
		}
		circle.siblings(PersonRole.SIBLING, Knowing.WELL, 0.4, dice)
			.others(dice.chance(0.6) ? Knowing.BY_SIGHT : Knowing.NOT_AT_ALL, 0.25, dice);
		this.registry.write(draft);
	}

	private static Draft noAccess(Person child, int day, Dice dice) {
		NoAccessReason reason = dice.chance(0.8) ? NoAccessReason.NO_REPLY : NoAccessReason.NOT_IN;
		Draft draft = Draft.of(Agency.HEALTH_VISITING, day, dice.between(540, 1000),
				(header, people, ties) -> new NoAccessVisitRecorded(header, people, ties, reason, true, null));
		Circle.of(draft, child, PersonRole.CHILD).mother(Knowing.WELL);
		return draft;
	}

	private void immunisations(Person baby, int day, Dice dice) {
		int[] due = { 56, 365, 1215 };
		String[] codes = { "8_WEEKS", "1_YEAR", "3_YEARS_4_MONTHS" };
		for (int at = 0; at < due.length; at++) {
			if (dice.chance(0.09)) {
				int on = day + due[at];
				String code = codes[at];
				this.area.diary().on(on + dice.between(30, 90), (when) -> {
					if (baby.practice() > 0 && baby.household().isPresent()) {
						Draft draft = Draft.ofPractice(baby.practice(), when,
								(header, people, ties) -> new ImmunisationOverdue(header, people, ties, code, date(on),
										ImmunisationStatus.OVERDUE));
						this.registry.write(draft.with(baby, PersonRole.PATIENT, Knowing.WELL));
					}
				});
			}
		}
	}

	// --- registrations and deaths ------------------------------------------------------

	void arrived(List<Person> newcomers, int day) {
		Dice dice = dice(newcomers.getFirst(), day);
		int waited = day + (int) Math.min(900, dice.waiting(70));
		Person first = newcomers.getFirst();
		for (Person person : newcomers) {
			if (dice.chance(person.isChild(day) ? 0.97 : 0.86)) {
				boolean parentToo = dice.chance(0.75);
				this.area.diary().on(waited, (when) -> {
					if (person.household().isPresent() && person.practice() == 0) {
						enrol(person, first, when, parentToo);
					}
				});
			}
		}
	}

	void moved(List<Person> movers, int day) {
		Dice dice = dice(movers.getFirst(), day);
		boolean changes = dice.chance(0.42);
		int waited = day + (int) Math.min(700, dice.waiting(50));
		if (!changes) {
			return;
		}
		Person first = movers.getFirst();
		for (Person person : movers) {
			this.area.diary().on(waited, (when) -> {
				if (person.household().isPresent() && person.practice() > 0) {
					enrol(person, first, when, first.number() % 2 == 0);
				}
			});
		}
	}

	void left(List<Person> people, Dwelling from, int day) {
		Dice dice = dice(people.getFirst(), day);
		boolean told = dice.chance(0.5);
		for (Person person : people) {
			int practice = person.practice();
			if (practice > 0 && told) {
				this.registry.write(Draft
					.ofPractice(practice, day,
							(header, patients, ties) -> new RegistrationChanged(header, patients, ties,
									Agency.practice(practice), null, date(day)))
					.with(person, PersonRole.PATIENT, Knowing.WELL)
					.at(from));
			}
			this.area.deregister(person);
		}
	}

	void died(Person person, Household household, int day) {
		int practice = person.practice();
		if (practice > 0) {
			this.registry.write(Draft
				.ofPractice(practice, day,
						(header, people, ties) -> new DeathNotified(header, people, ties,
								people.isEmpty() ? "patient-1" : people.getFirst().getRef(), date(day), "REGISTRAR"))
				.with(person, PersonRole.PATIENT, Knowing.WELL)
				.at(household.home()));
		}
	}

	private void enrol(Person person, Person first, int day, boolean parentToo) {
		int before = person.practice();
		if (person != first && first.practice() > 0 && first.practice() != before
				&& first.household().equals(person.household())) {
			this.area.registerWith(person, first);
		}
		else {
			this.area.register(person, dice(person, day));
		}
		if (person.practice() != before) {
			registration(person, before, person.practice(), day, parentToo);
		}
	}

	private void registration(Person person, int before, int now, int day, boolean parentToo) {
		Draft draft = Draft.ofPractice(now, day, (header, people, ties) -> new RegistrationChanged(header, people, ties,
				(before > 0) ? Agency.practice(before) : null, Agency.practice(now), date(day)));
		Circle circle = Circle.of(draft, person, PersonRole.PATIENT);
		if (parentToo && person.isChild(day)) {
			circle.mother(Knowing.TOLD);
		}
		else if (parentToo) {
			person.partner()
				.filter((partner) -> person.livesWithPartner())
				.ifPresent((partner) -> draft.with(partner, PersonRole.PARTNER, Knowing.TOLD));
		}
		this.registry.write(draft);
	}

	// --- contacts ----------------------------------------------------------------------

	void childAttends(Person child, int day, Dice dice) {
		ComplaintCategory complaint = dice.oneOf(COMPLAINTS);
		boolean concern = dice.chance(0.01 + 0.02 * riskAround(child, day));
		boolean left = dice.chance(0.04);
		Draft draft = Draft.of(Agency.HOSPITAL, day, dice.below(1440),
				(header, people, ties) -> new HospitalAttended(header, people, ties, HospitalDepartment.EMERGENCY,
						complaint, left, concern, null));
		Circle circle = Circle.of(draft, child, PersonRole.PATIENT);
		if (dice.chance(0.72)) {
			circle.mother(dice.chance(0.5) ? Knowing.WELL : Knowing.TOLD);
		}
		else {
			circle.fatherAtHome(Knowing.TOLD).partner(Knowing.BY_SIGHT);
		}
		this.registry.write(draft);
	}

	void adultAttends(Person adult, int day, Dice dice) {
		ComplaintCategory complaint = dice.chance(0.4) ? ComplaintCategory.MENTAL_HEALTH : ComplaintCategory.INJURY;
		this.registry
			.write(Draft
				.of(Agency.HOSPITAL, day, dice.below(1440),
						(header, people, ties) -> new HospitalAttended(header, people, ties,
								HospitalDepartment.EMERGENCY, complaint, false, null, null))
				.with(adult, PersonRole.PATIENT, Knowing.WELL));
	}

	void ambulance(Person person, int day, Dice dice) {
		boolean home = dice.chance(0.8);
		boolean conveyed = dice.chance(0.7);
		String complaint = dice.oneOf(CALLS);
		Draft draft = Draft.of(Agency.AMBULANCE, day, dice.below(1440),
				(header, people, ties) -> new AmbulanceAttended(header, people, ties, null, complaint, home, null, null,
						conveyed, false, false, null));
		Circle circle = Circle.of(draft, person, PersonRole.PATIENT);
		if (person.isChild(day)) {
			circle.mother(Knowing.TOLD).others(Knowing.BY_SIGHT, 0.3, dice);
		}
		else if (dice.chance(0.6)) {
			person.partner()
				.filter((partner) -> person.livesWithPartner())
				.ifPresent((partner) -> draft.with(partner, PersonRole.PARTNER, Knowing.TOLD));
		}
		this.registry.write(draft);
	}

	void missed(Person child, int day, Dice dice) {
		if (child.practice() > 0) {
			Instant slot = Instant.ofEpochSecond(day * 86_400L + dice.between(16, 34) * 1800L);
			String service = dice.chance(0.4) ? "IMMUNISATION" : "CONSULTATION";
			Draft draft = Draft.ofPractice(child.practice(), day, (header, people,
					ties) -> new AppointmentNotBrought(header, people, ties, slot, service, null, null));
			Circle circle = Circle.of(draft, child, PersonRole.PATIENT);
			if (dice.chance(0.6)) {
				circle.mother(Knowing.TOLD);
			}
			this.registry.write(draft);
		}
	}

	void flagged(Person parent, int day, Dice dice) {
		if (parent.practice() > 0) {
			HealthCategory need = dice.oneOf(NEEDS);
			this.registry.write(
					Draft
						.ofPractice(parent.practice(), day,
								(header, people, ties) -> new ParentalHealthFlagged(header, people, ties, need,
										date(day), null))
						.with(parent, PersonRole.PARENT, Knowing.WELL));
		}
	}

	private Dice dice(Person person, int day) {
		return Dice.of(this.area.seed(), Purpose.SCHEDULE, person.number(), day);
	}

	private static int riskAround(Person child, int day) {
		return child.household().map((household) -> household.risk(day)).orElse(0);
	}

	private static String pregnancy(Person mother, int conceived) {
		return "MAT-" + mother.number() + "-" + conceived;
	}

	private static LocalDate date(int day) {
		return LocalDate.ofEpochDay(day);
	}

}
