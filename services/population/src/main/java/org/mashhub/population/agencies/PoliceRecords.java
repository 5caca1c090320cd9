package org.mashhub.population.agencies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.police.v1.CustodyStatus;
import org.mashhub.event.police.v1.CustodyStatusChanged;
import org.mashhub.event.police.v1.DashRiskGrade;
import org.mashhub.event.police.v1.DomesticAbuseNotified;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.event.probation.v1.SupervisionChange;
import org.mashhub.event.probation.v1.SupervisionChanged;
import org.mashhub.population.chance.Dice;
import org.mashhub.population.people.Area;
import org.mashhub.population.people.Diary;
import org.mashhub.population.people.Household;
import org.mashhub.population.people.Interventions;
import org.mashhub.population.people.Person;

/** What police and probation write down. */
final class PoliceRecords {

	private static final List<String> INCIDENTS = List.of("VIOLENCE", "VIOLENCE", "ANTISOCIAL_BEHAVIOUR",
			"ANTISOCIAL_BEHAVIOUR", "DRUGS", "DRUGS", "PROPERTY_DAMAGE", "CONCERN_FOR_SAFETY", "CONCERN_FOR_SAFETY",
			"MISSING_PERSON", "WEAPONS", "OTHER", "OTHER");

	private static final String DOMESTIC_ABUSE = "DOMESTIC_ABUSE";

	private final Area area;

	private final Interventions interventions;

	private final Registry registry;

	private int occurrences;

	PoliceRecords(Area area, Interventions interventions, Registry registry) {
		this.area = area;
		this.interventions = interventions;
		this.registry = registry;
	}

	/** Somebody did something, or something was done to somebody. */
	void incident(Person person, int day, Dice dice) {
		String type = dice.oneOf(INCIDENTS);
		boolean did = dice.chance(person.risk() > 0 ? 0.7 : 0.35);
		String occurrence = occurrence(day);
		Address where = dice.chance(0.5) ? address(person) : null;
		Draft draft = Draft
			.of(Agency.POLICE, day, dice.below(1440),
					(header, people, ties) -> new IncidentLogged(header, people, ties, occurrence, type, where, null,
							null, null))
			.with(person, did ? PersonRole.SUSPECT : PersonRole.VICTIM, Knowing.WELL);
		others(draft, person, did, day, dice);
		this.registry.write(draft);
		if (did && dice.chance(0.3)) {
			arrest(person, occurrence, type, day + 1, dice);
		}
	}

	/** What happens between partners, in the home of one of them. */
	void domesticAbuse(Person woman, int day, Dice dice) {
		Person partner = woman.partner().filter((other) -> other.household().isPresent()).orElse(null);
		Household home = woman.household().orElse(null);
		if (partner == null || home == null) {
			return;
		}
		Person suspect = dice.chance(0.75) == woman.isFemale() ? partner : woman;
		Person victim = (suspect == woman) ? partner : woman;
		List<Person> children = home.children(day);
		String occurrence = occurrence(day);
		Address where = address(woman);
		boolean present = !children.isEmpty() && dice.chance(0.65);
		int minute = dice.below(1440);
		boolean arrested = dice.chance(0.3);
		Draft log = Draft.of(Agency.POLICE, day, minute, (header, people, ties) -> new IncidentLogged(header, people,
				ties, occurrence, DOMESTIC_ABUSE, where, present, arrested ? "ARREST" : null, null));
		both(log, suspect, victim, Knowing.WELL);
		this.registry.write(log);
		if (!children.isEmpty() && dice.chance(0.85)) {
			DashRiskGrade grade = dice.chance(0.12) ? DashRiskGrade.HIGH
					: dice.chance(0.35) ? DashRiskGrade.MEDIUM : DashRiskGrade.STANDARD;
			Draft told = Draft.of(Agency.POLICE, day, minute,
					(header, people, ties) -> new DomesticAbuseNotified(header, people, ties, occurrence, grade,
							present, true, where, null));
			both(told, suspect, victim, Knowing.WELL);
			for (Person child : children) {
				told.with(child, PersonRole.CHILD, Knowing.TOLD);
				told.tie(victim, RelationshipKind.LIVES_WITH, child);
			}
			this.registry.write(told);
		}
		if (arrested) {
			arrest(suspect, occurrence, DOMESTIC_ABUSE, day + 1, dice);
		}
	}

	private void others(Draft draft, Person person, boolean did, int day, Dice dice) {
		double thrown = dice.uniform();
		if (thrown < 0.4) {
			List<Person> home = new ArrayList<>(person.household().map((own) -> own.adults(day)).orElse(List.of()));
			home.remove(person);
			if (!home.isEmpty()) {
				draft.with(dice.oneOf(home), PersonRole.ASSOCIATE, Knowing.TOLD);
			}
		}
		else if (thrown < 0.9) {
			stranger(draft, did ? PersonRole.VICTIM : PersonRole.WITNESS, day, dice);
		}
		if (dice.chance(0.4)) {
			stranger(draft, PersonRole.WITNESS, day, dice);
		}
		if (dice.chance(0.12)) {
			person.partner()
				.filter((partner) -> partner.household().isPresent())
				.ifPresent((partner) -> draft.with(partner, PersonRole.ASSOCIATE,
						dice.chance(0.5) ? Knowing.BY_SIGHT : Knowing.NOT_AT_ALL));
		}
	}

	private void stranger(Draft draft, PersonRole role, int day, Dice dice) {
		Person stranger = dice.oneOf(this.area.people());
		if (stranger.household().isPresent() && stranger.age(day) > 15) {
			draft.with(stranger, role, dice.chance(0.7) ? Knowing.WELL : Knowing.TOLD);
		}
	}

	private static void both(Draft draft, Person suspect, Person victim, Knowing knowing) {
		draft.with(suspect, PersonRole.SUSPECT, knowing)
			.with(victim, PersonRole.VICTIM, knowing)
			.tie(suspect, RelationshipKind.PARTNER_OF, victim);
	}

	// --- custody and probation ---------------------------------------------------------

	private void arrest(Person person, String occurrence, String type, int day, Dice dice) {
		if (person.isChild(day) && person.age(day) < 12) {
			return;
		}
		person.arrested(LocalDate.ofEpochDay(day).getYear());
		custody(person, CustodyStatus.ARRESTED, occurrence, type, day, dice);
		double thrown = dice.uniform();
		if (thrown < 0.5) {
			later(person, day + dice.between(1, 40),
					(when) -> custody(person, CustodyStatus.NO_FURTHER_ACTION, occurrence, type, when, dice));
		}
		else {
			later(person, day + dice.between(1, 3),
					(when) -> custody(person, CustodyStatus.BAILED, occurrence, type, when, dice));
			if (thrown > 0.72) {
				later(person, day + dice.between(90, 300), (when) -> court(person, occurrence, type, when, dice));
			}
		}
	}

	private void court(Person person, String occurrence, String type, int day, Dice dice) {
		custody(person, CustodyStatus.CONVICTED, occurrence, type, day, dice);
		if (person.isChild(day)) {
			return;
		}
		if (dice.chance(0.25)) {
			int days = dice.between(40, 600);
			later(person, day + 1, (when) -> {
				custody(person, CustodyStatus.SENTENCED, occurrence, type, when, dice);
				this.interventions.imprison(person, when, days);
			});
			later(person, day + days + 10, (when) -> {
				custody(person, CustodyStatus.RELEASED, occurrence, type, when, dice);
				supervise(person, when, dice);
			});
		}
		else if (dice.chance(0.5)) {
			later(person, day + dice.between(3, 20), (when) -> supervise(person, when, dice));
		}
	}

	private void supervise(Person person, int day, Dice dice) {
		supervision(person, SupervisionChange.STARTED, day);
		if (dice.chance(0.2)) {
			later(person, day + dice.between(30, 200), (when) -> supervision(person, SupervisionChange.BREACHED, when));
		}
		later(person, day + dice.between(270, 540), (when) -> supervision(person, SupervisionChange.ENDED, when));
	}

	private void custody(Person person, CustodyStatus status, String occurrence, String type, int day, Dice dice) {
		PersonRole role = switch (status) {
			case CONVICTED, SENTENCED, RELEASED, RELEASE_PLANNED -> PersonRole.OFFENDER;
			case ARRESTED, BAILED, REMANDED, CHARGED, NO_FURTHER_ACTION -> PersonRole.SUSPECT;
		};
		this.registry.write(
				Draft
					.of(Agency.POLICE, day, dice.below(1440),
							(header, people, ties) -> new CustodyStatusChanged(header, people, ties, occurrence, status,
									type, LocalDate.ofEpochDay(day), null))
					.with(person, role, Knowing.WELL));
	}

	private void supervision(Person person, SupervisionChange change, int day) {
		this.registry.write(Draft
			.ofDay(Agency.PROBATION, day,
					(header, people, ties) -> new SupervisionChanged(header, people, ties, change,
							LocalDate.ofEpochDay(day), List.of(), null, null))
			.with(person, PersonRole.OFFENDER, Knowing.WELL));
	}

	/** Later, if the person is still there. */
	private void later(Person person, int day, Diary.Task task) {
		this.area.diary().on(day, (when) -> {
			if (person.household().isPresent()) {
				task.on(when);
			}
		});
	}

	private String occurrence(int day) {
		return "OCC-" + LocalDate.ofEpochDay(day).getYear() + "-" + this.occurrences++;
	}

	private static @Nullable Address address(Person person) {
		return person.household().map((household) -> HousingRecords.address(household.home())).orElse(null);
	}

}
