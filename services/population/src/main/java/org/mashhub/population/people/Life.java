package org.mashhub.population.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;

import org.mashhub.population.chance.Dice;
import org.mashhub.population.names.Name;
import org.mashhub.population.names.Origin;
import org.mashhub.population.people.Dwelling.Kind;
import org.mashhub.population.people.Household.Tenure;
import org.mashhub.population.people.Lot.Drawn;

/**
 * Lets the years pass: births, deaths, new and ended partnerships, moves. Every household
 * has dice of its own for every month. Nobody is ever in two places: all moves go through
 * one door, and no two changes of a household fall on one day.
 *
 * @param <W> who watches
 */
public final class Life<W extends Witness> implements Interventions {

	private static final int YEAR = 365;

	private static final int PREGNANCY = 266;

	private static final int MOST_SHARERS = 4;

	private static final int BEDS_OF_A_CARE_HOME = 40;

	private static final double ARRIVALS_AT_BEGIN = 0.755;

	private final Area area;

	private final W witness;

	private final Families families;

	private final Couples couples = new Couples();

	private final Lot<Turn> lot = new Lot<>();

	private final List<Household> fosterers = new ArrayList<>();

	private @Nullable Household careHome;

	private @Nullable Household prison;

	private @Nullable Household sharers;

	private int nextFosterer;

	private int births;

	/**
	 * Creates a life that has not begun.
	 * @param area the area, in which nobody lives yet
	 * @param witness makes who sees what happens
	 */
	public Life(Area area, Function<Interventions, W> witness) {
		this.area = area;
		this.families = new Families(area);
		this.witness = witness.apply(this);
	}

	/**
	 * Lets all the years pass.
	 * @param progress told the number of each month that has passed
	 */
	public void run(IntConsumer progress) {
		found();
		for (int month = 0; month < this.area.months(); month++) {
			liveThrough(month);
			progress.accept(month);
		}
	}

	/**
	 * Who watches.
	 * @return the witness
	 */
	public W witness() {
		return this.witness;
	}

	@Override
	public void takeIntoCare(Person child, int day) {
		Household from = child.household;
		if (from == null || from.fosters || !child.isChild(day) || this.fosterers.isEmpty()) {
			return;
		}
		foster(child, settle(from, day));
	}

	@Override
	public void imprison(Person person, int day, int days) {
		Household from = person.household;
		if (from == null || from.isInstitution() || person.isChild(day)) {
			return;
		}
		int when = settle(from, day);
		if (this.area.isOver(when)) {
			return;
		}
		if (this.prison == null) {
			Dice dice = Dice.of(this.area.seed, Purpose.AFTERMATH, person.number, when);
			this.prison = this.area.found(this.area.town.take(Kind.PRISON, dice), Tenure.RENTED, when);
		}
		go(List.of(person), this.prison, when, Why.PRISON);
		this.area.diary.on(when + days, (due) -> release(person, due));
	}

	// --- the course of time ------------------------------------------------------------

	private void found() {
		int begin = this.area.begin();
		for (int number = 0; this.area.people().size() < this.area.wanted * ARRIVALS_AT_BEGIN; number++) {
			this.families.settle(Dice.of(this.area.seed, Purpose.FOUNDING, number), begin, Why.FOUNDED);
		}
		this.families.findFathers(begin, Dice.of(this.area.seed, Purpose.ABSENT_FATHERS, 0));
		this.area.households.stream().filter(Household::isFostering).forEach(this.fosterers::add);
	}

	private void liveThrough(int month) {
		int present = this.area.households.size();
		for (int at = 0; at < present; at++) {
			Household household = this.area.households.get(at);
			if (!household.members.isEmpty()) {
				live(household, month);
			}
			if (!household.members.isEmpty()) {
				this.witness.lived(household, month);
			}
		}
		Dice dice = Dice.of(this.area.seed, Purpose.COUPLES, month);
		for (Couples.Couple couple : this.couples.match(dice)) {
			meet(couple);
		}
		arrive(month);
		this.area.diary.carryOut(month);
		this.area.households.removeIf((household) -> household.members.isEmpty());
		this.witness.passed(this.area.monthBegin(month + 1));
	}

	private void live(Household household, int month) {
		int day = this.area.monthBegin(month);
		this.lot.clear();
		for (Person member : household.members) {
			turnsOf(member, household, day);
		}
		if (!household.isInstitution()) {
			turnsOf(household, day);
		}
		Dice dice = Dice.of(this.area.seed, Purpose.MONTH, household.number, month);
		Drawn<Turn> drawn = this.lot.drawForOneMonth(dice);
		if (drawn != null) {
			int when = settle(household, day + dice.below(this.area.monthBegin(month + 1) - day));
			if (!this.area.isOver(when)) {
				turn(drawn.what(), drawn.who(), household, when, dice);
			}
		}
	}

	private void turnsOf(Person person, Household household, int day) {
		int age = person.age(day);
		this.lot.add(Turn.DEATH, person, Rates.death(age));
		if (household.isInstitution() || age < 16) {
			return;
		}
		boolean together = person.livesWithPartner();
		if (person.female) {
			turnsOfWoman(person, together, age, day);
		}
		if (person.partner == null) {
			this.lot.add(Turn.SEEKING, person, Rates.seeking(age));
		}
		if (age >= 18) {
			this.lot.add(Turn.DEED_POLL, person, Rates.deedPoll());
			this.lot.add(Turn.CARE_HOME, person, together ? Rates.careHome(age) / 2 : Rates.careHome(age));
			if (age < 40 && !together && livesWithParent(person)) {
				this.lot.add(Turn.LEAVING_HOME, person, Rates.leavingHome(age));
			}
		}
	}

	private void turnsOfWoman(Person woman, boolean together, int age, int day) {
		if (!woman.pregnant && day - woman.lastChildBorn > 300) {
			double chosen = (woman.children().size() >= 3) ? 0.35 : 1;
			double able = together ? 1 : (woman.partner != null) ? 0.5 : 0.14;
			double custom = woman.origin.livesInLargeFamilies() ? 1.35 : 1;
			this.lot.add(Turn.CONCEPTION, woman, Rates.birth(age) * able * chosen * custom);
		}
		if (together) {
			boolean married = this.area.bonds.isMarriage(woman.bond);
			this.lot.add(Turn.SEPARATION, woman, Rates.separation(married, woman.risk));
			if (!married) {
				this.lot.add(Turn.WEDDING, woman, Rates.wedding());
			}
		}
		else if (woman.partner != null && woman.partner.household != null && !woman.partner.household.isInstitution()) {
			this.lot.add(Turn.MOVING_IN, woman, Rates.movingIn());
			this.lot.add(Turn.SPLIT, woman, Rates.splitting());
		}
	}

	private void turnsOf(Household household, int day) {
		Person first = household.members.getFirst();
		this.lot.add(Turn.MOVE, first, Rates.moving(household.tenure));
		this.lot.add(Turn.LEAVING_AREA, first,
				Rates.leaving(household.tenure) * ((household.members.size() == 1) ? 1.3 : 1));
		this.lot.add(Turn.LODGER, first, Rates.lodger(household.tenure));
		if (household.members.size() > 1 && household.adults(day).size() == 1) {
			this.lot.add(Turn.RELATIVE_JOINS, first, Rates.relativeJoins());
		}
	}

	private void turn(Turn turn, Person person, Household household, int day, Dice dice) {
		switch (turn) {
			case DEATH -> die(person, day);
			case CONCEPTION -> conceive(person, day, dice);
			case SEPARATION -> separate(person, household, day, dice);
			case WEDDING -> wed(person, day, dice);
			case MOVING_IN -> moveIn(person, day, dice);
			case SPLIT -> part(person, day);
			case SEEKING -> this.couples.seeks(person, day, dice);
			case LEAVING_HOME -> leaveParents(person, household, day, dice);
			case MOVE -> move(household, day, dice);
			case LEAVING_AREA -> leaveArea(household, day, dice);
			case CARE_HOME -> goToCareHome(person, day, dice);
			case RELATIVE_JOINS -> relativeJoins(household, day, dice);
			case LODGER -> lodgerJoins(household, day, dice);
			case DEED_POLL -> rename(person, this.area.naming.chosen(person.name, person.origin, dice), day);
		}
	}

	/** As many newcomers as are needed to have all the people wanted at the end. */
	private void arrive(int month) {
		int left = this.area.months() - month;
		double bornAMonth = (month < 12) ? this.area.wanted * ARRIVALS_AT_BEGIN * 0.0105 / 12
				: (double) this.births / (month + 1);
		double wanted = (this.area.wanted - this.area.people().size() - bornAMonth * (left - 1)) / left;
		int goal = this.area.people().size() + (int) Math.max(0, Math.round(wanted));
		for (int number = 0; this.area.people().size() < goal; number++) {
			Dice dice = Dice.of(this.area.seed, Purpose.ARRIVAL, month, number);
			int begin = this.area.monthBegin(month);
			int day = begin + dice.below(this.area.monthBegin(month + 1) - begin);
			Household household = this.families.settle(dice, day, Why.ARRIVED);
			this.witness.arrived(household, household.members(), day);
		}
	}

	// --- birth and death ---------------------------------------------------------------

	private void conceive(Person mother, int day, Dice dice) {
		Person father = (mother.partner != null && !mother.partner.female && dice.chance(0.97)) ? mother.partner : null;
		mother.pregnant = true;
		this.witness.expecting(mother, Optional.ofNullable(father), day);
		int due = day + PREGNANCY + (int) dice.around(0, 11);
		this.area.diary.on(due, (when) -> giveBirth(mother, father, when));
	}

	private void giveBirth(Person mother, @Nullable Person father, int due) {
		mother.pregnant = false;
		Household household = mother.household;
		if (household == null || household.isInstitution()) {
			return;
		}
		int day = settle(household, due);
		if (this.area.isOver(day)) {
			return;
		}
		Dice dice = Dice.of(this.area.seed, Purpose.BIRTH, mother.number, day);
		List<Person> babies = new ArrayList<>();
		int count = Families.babies(dice);
		for (int baby = 0; baby < count; baby++) {
			babies.add(baby(mother, father, household, day, dice));
		}
		mother.lastChildBorn = day;
		this.births += babies.size();
		if (mother.partner != null) {
			visit(mother.partner, day);
		}
		this.witness.born(babies, day);
	}

	private Person baby(Person mother, @Nullable Person father, Household household, int day, Dice dice) {
		boolean female = dice.chance(0.488);
		int year = 1970 + Math.floorDiv(day, YEAR);
		Origin origin = (father != null && dice.chance(0.5)) ? father.origin : mother.origin;
		Name fathers = (father != null && (mother.partner == father || dice.chance(0.5))) ? father.name : null;
		Name name = this.area.naming.child(origin, female, year, mother.name, fathers, Families.firstNames(mother),
				dice);
		Person child = this.area.add(female, day, origin, name, mother.risk);
		child.mother = mother;
		mother.addChild(child);
		if (father != null) {
			child.father = father;
			father.addChild(child);
		}
		this.area.giveNhsNumber(child);
		enter(child, household, day, Why.BORN);
		return child;
	}

	private void die(Person person, int day) {
		Household household = person.household;
		if (household == null) {
			return;
		}
		part(person, day);
		person.died = day;
		leave(person, day);
		this.witness.died(person, household, day);
		lookAfterChildren(household, day);
	}

	// --- partners ----------------------------------------------------------------------

	private void meet(Couples.Couple couple) {
		Person one = couple.one();
		Person other = couple.other();
		int day = Math.max(couple.day(), Math.max(one.freeSince, other.freeSince));
		int bond = this.area.bonds.begin(one, other, day);
		one.partner = other;
		other.partner = one;
		one.bond = bond;
		other.bond = bond;
		int when = Math.max(day, Math.max(changedOn(one), changedOn(other)));
		visit(one, when);
		visit(other, when);
	}

	private void part(Person person, int day) {
		Person partner = person.partner;
		if (partner == null) {
			return;
		}
		endVisits(person, day);
		endVisits(partner, day);
		this.area.bonds.end(person.bond, day);
		person.partner = null;
		partner.partner = null;
		person.freeSince = day;
		partner.freeSince = day;
	}

	private void wed(Person woman, int day, Dice dice) {
		Person husband = woman.partner;
		if (husband == null) {
			return;
		}
		this.area.bonds.wed(woman.bond, day);
		String before = woman.name.family();
		Optional<Name> married = this.area.naming.married(woman.name, woman.origin, husband.name, dice);
		if (married.isEmpty()) {
			return;
		}
		rename(woman, married.get(), day);
		for (Person child : woman.children()) {
			if (child.father == husband && child.isChild(day) && child.name.family().equals(before)
					&& dice.chance(0.5)) {
				rename(child, child.name.withFamily(husband.name.family()), day);
			}
		}
	}

	private void rename(Person person, Name name, int day) {
		person.rename(name, day);
		this.witness.renamed(person, day);
	}

	private void separate(Person woman, Household household, int day, Dice dice) {
		Person man = woman.partner;
		if (man == null) {
			return;
		}
		boolean married = this.area.bonds.isMarriage(woman.bond);
		part(woman, day);
		boolean parents = !together(woman, household, day).isEmpty();
		if (parents && dice.chance(0.03 + 0.05 * man.risk)) {
			flee(woman, household, day, dice);
		}
		else {
			Person leaver = (parents ? dice.chance(0.85) : dice.chance(0.5)) ? man : woman;
			List<Person> movers = new ArrayList<>(List.of(leaver));
			for (Person child : household.children(day)) {
				boolean own = child.isChildOf(leaver);
				boolean others = child.isChildOf((leaver == man) ? woman : man);
				if (own && (!others || dice.chance((leaver == man) ? 0.07 : 0.88))) {
					movers.add(child);
				}
			}
			goOwnWay(movers, household, day, dice);
		}
		if (married && woman.formerName != null && dice.chance(0.25)) {
			rename(woman, woman.name.withFamily(woman.nameAtBirth.family()), day);
		}
	}

	/** With her children to a refuge, and from there to a home that nobody may learn. */
	private void flee(Person mother, Household from, int day, Dice dice) {
		List<Person> movers = new ArrayList<>(List.of(mother));
		movers.addAll(together(mother, from, day));
		Household refuge = this.area.found(this.area.town.take(Kind.REFUGE, dice), Tenure.SOCIAL, day);
		refuge.protectedUntil = day + 3 * YEAR;
		travel(movers, refuge, day, Why.FLED);
		this.area.diary.on(day + dice.between(60, 220), (due) -> {
			int when = settle(refuge, due);
			if (!refuge.members.isEmpty() && refuge.home.kind() == Kind.REFUGE && !this.area.isOver(when)) {
				moveHome(refuge, Dice.of(this.area.seed, Purpose.AFTERMATH, refuge.number, when), when);
			}
		});
	}

	private void goOwnWay(List<Person> movers, Household household, int day, Dice dice) {
		Person leaver = movers.getFirst();
		Household parents = parents(leaver);
		double thrown = dice.uniform();
		if (parents != null && parents != household && thrown < 0.25) {
			travel(movers, parents, Math.max(day, parents.changedOn + 1), Why.SEPARATED);
		}
		else if (thrown > 0.9) {
			away(movers, household, day, dice);
			lookAfterChildren(household, day);
		}
		else {
			travel(movers, newHome(movers, day, dice), day, Why.SEPARATED);
		}
	}

	private void moveIn(Person woman, int day, Dice dice) {
		Person man = woman.partner;
		if (man == null || woman.household == null || man.household == null) {
			return;
		}
		boolean hers = isOwn(woman, woman.household) && (!isOwn(man, man.household) || dice.chance(0.65));
		boolean his = !hers && isOwn(man, man.household);
		Household to = hers ? woman.household : his ? man.household : newHome(List.of(woman, man), day, dice);
		int when = settle(woman.household, Math.max(day, Math.max(man.household.changedOn, to.changedOn) + 1));
		if (this.area.isOver(when)) {
			return;
		}
		endVisits(woman, when);
		endVisits(man, when);
		for (Person one : List.of(woman, man)) {
			Household from = one.household;
			if (from != null && from != to) {
				List<Person> movers = new ArrayList<>(List.of(one));
				movers.addAll(together(one, from, when));
				travel(movers, to, when, Why.WITH_PARTNER);
			}
		}
	}

	/** Whose home it is, and not the parents'. */
	private static boolean isOwn(Person person, Household household) {
		return !livesWithParent(person) && household.home.kind() != Kind.REFUGE;
	}

	// --- moves -------------------------------------------------------------------------

	private void leaveParents(Person person, Household household, int day, Dice dice) {
		if (dice.chance(0.35)) {
			away(List.of(person), household, day, dice);
			lookAfterChildren(household, day);
			return;
		}
		List<Person> movers = new ArrayList<>(List.of(person));
		movers.addAll(together(person, household, day));
		boolean shares = movers.size() == 1 && dice.chance(0.6);
		travel(movers, shares ? sharedHome(day, dice) : newHome(movers, day, dice), day, Why.LEFT_HOME);
	}

	/** Young people who are no relatives rent together. */
	private Household sharedHome(int day, Dice dice) {
		Household shared = this.sharers;
		if (shared == null || shared.members.isEmpty() || shared.members.size() >= MOST_SHARERS) {
			shared = this.area.found(this.area.town.take(dice.chance(0.5) ? Kind.FLAT : Kind.HOUSE, dice),
					Tenure.RENTED, day);
			this.sharers = shared;
		}
		return shared;
	}

	private void move(Household household, int day, Dice dice) {
		if (household.home.kind() != Kind.REFUGE) {
			moveHome(household, dice, day);
		}
	}

	private void moveHome(Household household, Dice dice, int day) {
		Dwelling from = household.home;
		Tenure before = household.tenure;
		boolean flat = dice.chance((from.kind() == Kind.FLAT) ? 0.5 : (household.members.size() > 2) ? 0.08 : 0.2);
		Dwelling to = this.area.town.take(flat ? Kind.FLAT : Kind.HOUSE, dice);
		if (before == Tenure.RENTED && dice.chance(0.2)) {
			household.tenure = dice.chance(0.4) ? Tenure.SOCIAL : Tenure.OWNED;
		}
		List<Person> movers = List.copyOf(household.members);
		for (Person person : movers) {
			this.area.stays.end(person.stay, day);
			person.formerHome = from;
			person.movedOn = day;
		}
		household.home = to;
		household.changedOn = day;
		for (Person person : movers) {
			person.stay = this.area.stays.begin(person, household, day, Why.MOVED);
			if (person.risk > 0 && dice.chance(0.25)) {
				person.phones++;
			}
		}
		this.area.town.vacate(from);
		this.witness.moved(movers, household, from, before, Why.MOVED, day);
	}

	private void leaveArea(Household household, int day, Dice dice) {
		if (household.home.kind() != Kind.REFUGE) {
			away(List.copyOf(household.members), household, day, dice);
		}
	}

	/** Some come back after years: agencies know them, under an old address. */
	private void away(List<Person> people, Household household, int day, Dice dice) {
		Dwelling from = household.home;
		Tenure before = household.tenure;
		for (Person person : people) {
			if (person.partner != null && !people.contains(person.partner)) {
				part(person, day);
			}
			leave(person, day);
		}
		this.witness.left(people, from, before, day);
		if (dice.chance(0.18)) {
			this.area.diary.on(day + dice.between(YEAR, 5 * YEAR), (due) -> comeBack(people, due));
		}
	}

	private void comeBack(List<Person> people, int day) {
		List<Person> living = people.stream()
			.filter((person) -> person.died == Person.ALIVE && !person.isHere())
			.toList();
		if (this.area.isOver(day) || living.stream().allMatch((person) -> person.isChild(day))) {
			return;
		}
		Dice dice = Dice.of(this.area.seed, Purpose.AFTERMATH, living.getFirst().number, day);
		Household household = newHome(living, day, dice);
		living.forEach((person) -> enter(person, household, day, Why.RETURNED));
		this.witness.arrived(household, living, day);
	}

	private void goToCareHome(Person person, int day, Dice dice) {
		Household home = this.careHome;
		if (home == null || home.members.size() >= BEDS_OF_A_CARE_HOME) {
			home = this.area.found(this.area.town.take(Kind.CARE_HOME, dice), Tenure.RENTED, day);
			this.careHome = home;
		}
		if (person.household != home) {
			go(List.of(person), home, day, Why.CARE_HOME);
		}
	}

	private void relativeJoins(Household household, int day, Dice dice) {
		Person parent = household.adults(day).getFirst();
		Person grandmother = parent.mother;
		if (grandmother != null) {
			Household from = grandmother.household;
			if (from != null && from != household && from.members.size() == 1 && !from.isInstitution()) {
				go(List.of(grandmother), household, Math.max(day, from.changedOn + 1), Why.TO_RELATIVES);
			}
			return;
		}
		Person relative = this.families.join(household, true, parent.age(day) + dice.between(18, 38), parent.origin,
				day, Why.TO_RELATIVES, dice);
		parent.mother = relative;
		relative.addChild(parent);
		household.changedOn = day;
		this.witness.arrived(household, List.of(relative), day);
	}

	private void lodgerJoins(Household household, int day, Dice dice) {
		if (household.members.size() > 5 || household.home.kind() == Kind.REFUGE) {
			return;
		}
		Person host = household.members.getFirst();
		Person lodger = this.families.join(household, dice.chance(0.35), dice.between(19, 48), host.origin, day,
				Why.LODGER, dice);
		household.changedOn = day;
		this.witness.arrived(household, List.of(lodger), day);
	}

	private void release(Person person, int due) {
		Household prisonNow = person.household;
		if (prisonNow == null || prisonNow.home.kind() != Kind.PRISON) {
			return;
		}
		Household home = (person.partner != null && person.partner.household != null) ? person.partner.household
				: parents(person);
		Dice dice = Dice.of(this.area.seed, Purpose.AFTERMATH, person.number, due);
		int stayed = this.area.stays.from(person.stay) + 1;
		int day = Math.max(Math.max(due, stayed), (home != null) ? home.changedOn + 1 : due);
		if (this.area.isOver(day)) {
			return;
		}
		if (home == null || home.isInstitution() || home.home.kind() == Kind.REFUGE || dice.chance(0.3)) {
			home = newHome(List.of(person), day, dice);
		}
		if (person.partner != null && home == person.partner.household) {
			endVisits(person, day);
			endVisits(person.partner, day);
		}
		go(List.of(person), home, day, Why.RELEASED);
	}

	private void foster(Person child, int day) {
		Household to = this.fosterers.get(this.nextFosterer++ % this.fosterers.size());
		int when = Math.max(day, to.changedOn + 1);
		if (!to.members.isEmpty() && to != child.household && !this.area.isOver(when)) {
			go(List.of(child), to, when, Why.FOSTERED);
		}
	}

	// --- the one door ------------------------------------------------------------------

	/** Moves people, and finds a home for the children whom they leave behind. */
	private void travel(List<Person> movers, Household to, int day, Why why) {
		if (!this.area.isOver(day)) {
			go(movers, to, day, why);
		}
	}

	private void go(List<Person> movers, Household to, int day, Why why) {
		Household from = movers.getFirst().household;
		if (from == null) {
			return;
		}
		Dwelling home = from.home;
		Tenure before = from.tenure;
		for (Person person : movers) {
			leave(person, day);
			enter(person, to, day, why);
		}
		this.witness.moved(movers, to, home, before, why, day);
		lookAfterChildren(from, day);
	}

	private void enter(Person person, Household household, int day, Why why) {
		person.household = household;
		household.members.add(person);
		household.changedOn = Math.max(household.changedOn, day);
		person.stay = this.area.stays.begin(person, household, day, why);
		visit(person, day);
		if (person.partner != null && person.partner.household != null) {
			endVisits(person.partner, day);
			visit(person.partner, day);
		}
	}

	private void leave(Person person, int day) {
		Household household = person.household;
		if (household == null) {
			return;
		}
		endVisits(person, day);
		this.area.stays.end(person.stay, day);
		household.members.remove(person);
		household.changedOn = Math.max(household.changedOn, day);
		person.formerHome = household.home;
		person.movedOn = day;
		person.household = null;
		if (household.members.isEmpty() && !household.isInstitution()) {
			this.area.town.vacate(household.home);
		}
	}

	/** A partner who lives elsewhere comes and goes where there are children. */
	private void visit(Person person, int day) {
		Person partner = person.partner;
		if (partner == null || partner.household == null || person.household == null
				|| partner.household == person.household || partner.household.isInstitution()
				|| person.household.isInstitution() || partner.household.children(day).isEmpty()) {
			return;
		}
		endVisits(person, day);
		person.visit = this.area.stays.beginVisits(person, partner.household, day);
	}

	private void endVisits(Person person, int day) {
		if (person.visit >= 0) {
			this.area.stays.end(person.visit, Math.max(day, this.area.stays.from(person.visit)));
			person.visit = -1;
		}
	}

	/**
	 * No child lives alone: the other parent takes it in, or grandparents, or strangers.
	 */
	private void lookAfterChildren(Household household, int day) {
		if (household.members.isEmpty() || household.isInstitution()) {
			return;
		}
		List<Person> children = household.children(day);
		if (children.size() < household.members.size()) {
			return;
		}
		for (Person child : children) {
			Household home = relatives(child, household);
			if (home == null) {
				home = this.fosterers.stream()
					.filter((carers) -> carers != household && !carers.members.isEmpty())
					.skip(child.number % Math.max(1, this.fosterers.size() / 2))
					.findFirst()
					.orElse(null);
			}
			if (home != null) {
				int when = Math.max(day + 1, home.changedOn + 1);
				if (!this.area.isOver(when)) {
					go(List.of(child), home, when, home.fosters ? Why.FOSTERED : Why.TO_RELATIVES);
				}
			}
		}
	}

	// --- who belongs to whom -----------------------------------------------------------

	private static @Nullable Household relatives(Person child, Household but) {
		for (Person parent : new Person[] { child.mother, child.father }) {
			if (parent != null && parent.household != null && parent.household != but
					&& !parent.household.isInstitution()) {
				return parent.household;
			}
		}
		for (Person parent : new Person[] { child.mother, child.father }) {
			Household grandparents = (parent != null) ? parents(parent) : null;
			if (grandparents != null && grandparents != but) {
				return grandparents;
			}
		}
		return null;
	}

	private static @Nullable Household parents(Person person) {
		for (Person parent : new Person[] { person.mother, person.father }) {
			if (parent != null && parent.household != null && !parent.household.isInstitution()
					&& parent.household.home.kind() != Kind.REFUGE) {
				return parent.household;
			}
		}
		return null;
	}

	private static boolean livesWithParent(Person person) {
		return person.household != null && ((person.mother != null && person.mother.household == person.household)
				|| (person.father != null && person.father.household == person.household));
	}

	/** Children of somebody who live in the same home. */
	private static List<Person> together(Person parent, Household household, int day) {
		List<Person> children = new ArrayList<>();
		for (Person child : parent.children()) {
			if (child.household == household && child.isChild(day)) {
				children.add(child);
			}
		}
		return children;
	}

	private Household newHome(List<Person> people, int day, Dice dice) {
		int risk = people.getFirst().risk;
		boolean children = people.size() > 1 && people.getLast().isChild(day);
		Tenure tenure = dice.chance((children ? 0.3 : 0.1) + risk * 0.12) ? Tenure.SOCIAL
				: dice.chance(0.75) ? Tenure.RENTED : Tenure.OWNED;
		Kind kind = dice.chance(children ? 0.4 : 0.6) ? Kind.FLAT : Kind.HOUSE;
		return this.area.found(this.area.town.take(kind, dice), tenure, day);
	}

	private static int changedOn(Person person) {
		return (person.household != null) ? person.household.changedOn : Integer.MIN_VALUE;
	}

	private static int settle(Household household, int wanted) {
		return Math.max(wanted, household.changedOn + 1);
	}

	/** What may happen to a household in a month. */
	private enum Turn {

		DEATH, CONCEPTION, SEPARATION, WEDDING, MOVING_IN, SPLIT, SEEKING, LEAVING_HOME, MOVE, LEAVING_AREA, CARE_HOME,
		RELATIVE_JOINS, LODGER, DEED_POLL

	}

}
