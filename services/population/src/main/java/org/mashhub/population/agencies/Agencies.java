package org.mashhub.population.agencies;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mashhub.population.chance.Dice;
import org.mashhub.population.people.Area;
import org.mashhub.population.people.Dwelling;
import org.mashhub.population.people.Household.Tenure;
import org.mashhub.population.people.Household;
import org.mashhub.population.people.Interventions;
import org.mashhub.population.people.Lot;
import org.mashhub.population.people.Person;
import org.mashhub.population.people.Why;
import org.mashhub.population.people.Witness;

/**
 * All agencies of the area: they see what happens, come across people at rates that
 * depend on age and circumstances, and write down what they know.
 */
public final class Agencies implements Witness {

	/**
	 * How many times as often agencies come across people, by their risk; about once for
	 * all of them together. Assumed: most families have few contacts, a few have very
	 * many.
	 */
	private static final double[] TIMES = { 0.35, 1.5, 5, 12 };

	private static final int SEPTEMBER = 9;

	private final Area area;

	private final Registry registry;

	private final HealthRecords health;

	private final HousingRecords housing;

	private final SchoolRecords schools;

	private final PoliceRecords police;

	private final CareRecords care;

	private final Lot<Contact> lot = new Lot<>();

	/**
	 * Creates the agencies.
	 * @param area the area
	 * @param interventions what they may do
	 * @param areaHint fictional area that every record names; null for none
	 * @param ledger takes what they publish
	 */
	public Agencies(Area area, Interventions interventions, @Nullable String areaHint, Ledger ledger) {
		this.area = area;
		this.registry = new Registry(area, areaHint, ledger);
		this.health = new HealthRecords(area, this.registry);
		this.housing = new HousingRecords(this.registry);
		this.schools = new SchoolRecords(this.registry);
		this.police = new PoliceRecords(area, interventions, this.registry);
		this.care = new CareRecords(area, interventions, this.registry);
	}

	/**
	 * How many children stand as in need on a day up to which the years have passed,
	 * those with a plan included.
	 * @param day the day
	 * @return children with an open case that an assessment found to be needed
	 */
	public int childrenInNeed(int day) {
		return this.care.inNeed(day);
	}

	/**
	 * How many children have a child protection plan on a day up to which the years have
	 * passed.
	 * @param day the day
	 * @return children
	 */
	public int childrenOnPlans(int day) {
		return this.care.onPlan(day);
	}

	@Override
	public void expecting(Person mother, Optional<Person> father, int conceived) {
		this.health.expecting(mother, father, conceived);
	}

	@Override
	public void born(List<Person> babies, int day) {
		this.health.born(babies, day);
	}

	@Override
	public void arrived(Household household, List<Person> newcomers, int day) {
		Dice dice = dice(household, day);
		List<Person> people = List.copyOf(newcomers);
		this.health.arrived(people, day);
		this.schools.changedHome(people, day, 0.95, dice);
		this.housing.arrived(household, people, day, dice);
	}

	@Override
	public void left(List<Person> people, Dwelling from, Tenure tenure, int day) {
		this.health.left(people, from, day);
		this.housing.left(people, from, tenure, day,
				Dice.of(this.area.seed(), Purpose.FOLLOW_UP, people.getFirst().number(), day));
	}

	@Override
	public void moved(List<Person> movers, Household household, Dwelling from, Tenure before, Why why, int day) {
		if (household.isInstitution() && why == Why.PRISON) {
			return;
		}
		Dice dice = dice(household, day);
		List<Person> people = List.copyOf(movers);
		this.health.moved(people, day);
		this.schools.changedHome(people, day, (why == Why.FLED) ? 0.8 : 0.3, dice);
		this.housing.moved(people, household, from, before, day, dice);
	}

	@Override
	public void renamed(Person person, int day) {
		// Agencies learn a new name when they next see the person, and some much later.
	}

	@Override
	public void died(Person person, Household household, int day) {
		this.health.died(person, household, day);
	}

	@Override
	public void passed(int day) {
		if (day >= this.area.end()) {
			this.registry.publishAll();
		}
		else {
			this.registry.publishUntil(day);
		}
	}

	@Override
	public void lived(Household household, int month) {
		int begin = this.area.monthBegin(month);
		int days = this.area.monthBegin(month + 1) - begin;
		Dice dice = Dice.of(this.area.seed(), Purpose.CONTACTS, household.number(), month);
		if (LocalDate.ofEpochDay(begin).getMonthValue() == SEPTEMBER) {
			this.schools.schoolYearBegan(household, Math.max(begin + 2, household.changedOn()), dice);
		}
		this.lot.clear();
		contacts(household, begin);
		double expected = this.lot.total() / 12;
		for (double at = dice.waiting(1); at < expected; at += dice.waiting(1)) {
			Lot.Drawn<Contact> drawn = this.lot.draw(dice);
			int day = Math.max(begin + dice.below(days), household.changedOn() + 1);
			if (drawn.who().household().isPresent() && day < this.area.end()) {
				meet(drawn.what(), drawn.who(), household, day, dice);
			}
		}
	}

	private void contacts(Household household, int day) {
		int risk = household.risk(day);
		boolean children = false;
		for (Person member : household.members()) {
			int age = member.age(day);
			if (age < 18) {
				children = true;
				ofChild(member, age, risk);
			}
		}
		for (Person member : household.members()) {
			int age = member.age(day);
			if (age >= 18) {
				ofAdult(member, age, children);
			}
		}
		if (household.tenure() == Tenure.SOCIAL && !household.isInstitution()) {
			Person first = household.members().getFirst();
			this.lot.add(Contact.COMPLAINT, first, 0.012 * (1 + risk));
			this.lot.add(Contact.HOUSING_NEED, first, 0.02 * (1 + risk));
		}
	}

	private void ofChild(Person child, int age, int risk) {
		this.lot.add(Contact.CHILD_ATTENDS, child, ((age < 5) ? 0.3 : 0.13) * (1 + risk * 0.4));
		this.lot.add(Contact.AMBULANCE, child, 0.008 * (1 + risk));
		this.lot.add(Contact.MISSED, child, 0.05 * (1 + risk));
		this.lot.add(Contact.PUBLIC_CONTACT, child, 0.004 * TIMES[risk]);
		this.lot.add(Contact.EARLY_HELP, child, 0.008 * TIMES[risk]);
		if (!this.care.isOpen(child)) {
			this.lot.add(Contact.REFERRAL, child, 0.021 * TIMES[risk]);
		}
		if (age >= 5 && age < 16) {
			this.lot.add(Contact.MISSES_SCHOOL, child, 0.02 * (1 + risk * 1.5));
			this.lot.add(Contact.WORRIES, child, 0.006 * TIMES[risk]);
		}
	}

	private void ofAdult(Person adult, int age, boolean children) {
		int risk = adult.risk();
		double times = TIMES[risk];
		this.lot.add(Contact.ADULT_ATTENDS, adult, 0.005 * times);
		this.lot.add(Contact.AMBULANCE, adult, (age < 65) ? 0.005 * (1 + risk) : 0.03);
		this.lot.add(Contact.ADULT_REFERRAL, adult, (age < 65) ? 0.002 * (1 + risk) : 0.035);
		if (age < 70) {
			this.lot.add(Contact.INCIDENT, adult, 0.045 * times * (adult.isFemale() ? 0.6 : 1.4));
		}
		if (adult.isFemale() && adult.partner().isPresent() && age < 70) {
			int partners = adult.partner().map(Person::risk).orElse(0);
			this.lot.add(Contact.DOMESTIC_ABUSE, adult, 0.024 * TIMES[Math.max(risk, partners)]);
		}
		if (children) {
			this.lot.add(Contact.FLAGGED, adult, 0.01 * times);
		}
	}

	private void meet(Contact contact, Person who, Household household, int day, Dice dice) {
		switch (contact) {
			case CHILD_ATTENDS -> this.health.childAttends(who, day, dice);
			case ADULT_ATTENDS -> this.health.adultAttends(who, day, dice);
			case AMBULANCE -> this.health.ambulance(who, day, dice);
			case MISSED -> this.health.missed(who, day, dice);
			case FLAGGED -> this.health.flagged(who, day, dice);
			case MISSES_SCHOOL -> this.schools.missesSchool(who, day, dice);
			case WORRIES -> this.schools.worries(who, day, dice);
			case REFERRAL -> {
				if (!this.care.isOpen(who)) {
					this.care.referral(who, day, dice);
				}
			}
			case PUBLIC_CONTACT -> this.care.publicContact(who, day, dice);
			case EARLY_HELP -> this.care.earlyHelp(who, day, dice);
			case ADULT_REFERRAL -> this.care.adultReferral(who, day, dice);
			case INCIDENT -> this.police.incident(who, day, dice);
			case DOMESTIC_ABUSE -> this.police.domesticAbuse(who, day, dice);
			case COMPLAINT -> this.housing.complained(household, day, dice);
			case HOUSING_NEED -> this.housing.needed(who, day, dice);
		}
	}

	private Dice dice(Household household, int day) {
		return Dice.of(this.area.seed(), Purpose.FOLLOW_UP, household.number(), day);
	}

	/** Ways in which agencies come across people. */
	private enum Contact {

		CHILD_ATTENDS, ADULT_ATTENDS, AMBULANCE, MISSED, FLAGGED, MISSES_SCHOOL, WORRIES, REFERRAL, PUBLIC_CONTACT,
		EARLY_HELP, ADULT_REFERRAL, INCIDENT, DOMESTIC_ABUSE, COMPLAINT, HOUSING_NEED

	}

}
