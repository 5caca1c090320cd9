package org.mashhub.population.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mashhub.population.chance.Dice;
import org.mashhub.population.chance.Weighted;
import org.mashhub.population.names.Name;
import org.mashhub.population.names.Origin;
import org.mashhub.population.people.Dwelling.Kind;
import org.mashhub.population.people.Household.Tenure;

/**
 * Households as they are found: who lives with whom, how old, of which origin, in what
 * home. The shares of the shapes are rough figures after the 2021 census of England (ONS
 * TS003, household composition).
 */
final class Families {

	private static final Weighted<Shape> SETTLED = Weighted.<Shape>of()
		.add(Shape.SINGLE, 0.17)
		.add(Shape.OLD_SINGLE, 0.13)
		.add(Shape.COUPLE, 0.155)
		.add(Shape.OLD_COUPLE, 0.12)
		.add(Shape.PARENTS, 0.215)
		.add(Shape.PARENTS_OF_GROWN, 0.055)
		.add(Shape.LONE_PARENT, 0.085)
		.add(Shape.THREE_GENERATIONS, 0.025)
		.add(Shape.SHARERS, 0.02)
		.build();

	private static final Weighted<Shape> NEWCOMERS = Weighted.<Shape>of()
		.add(Shape.SINGLE, 0.28)
		.add(Shape.OLD_SINGLE, 0.03)
		.add(Shape.COUPLE, 0.28)
		.add(Shape.OLD_COUPLE, 0.03)
		.add(Shape.PARENTS, 0.26)
		.add(Shape.LONE_PARENT, 0.05)
		.add(Shape.THREE_GENERATIONS, 0.01)
		.add(Shape.SHARERS, 0.05)
		.build();

	/** Of adults, by how often agencies come across them: assumed. */
	private static final Weighted<Integer> RISKS = Weighted.<Integer>of()
		.add(0, 0.80)
		.add(1, 0.135)
		.add(2, 0.05)
		.add(3, 0.015)
		.build();

	private static final double FROM_ABROAD = 0.4;

	private static final double TWINS = 0.016;

	private static final double MIXED = 0.1;

	private static final int YEAR = 365;

	private static final int LAST_BIRTH = 45;

	private final Area area;

	/** Children whose fathers live elsewhere, as long as it is not settled where. */
	private final List<Person> fatherless = new ArrayList<>();

	Families(Area area) {
		this.area = area;
	}

	/** Who was born one at a time, who with a twin. */
	static int babies(Dice dice) {
		return dice.chance(TWINS) ? 2 : 1;
	}

	/** Brings a household into the area. */
	Household settle(Dice dice, int day, Why why) {
		boolean newcomers = why != Why.FOUNDED;
		Shape shape = (newcomers ? NEWCOMERS : SETTLED).pick(dice);
		int age = shape.age(dice);
		Origin origin = (newcomers && dice.chance(FROM_ABROAD)) ? Origin.fromAbroad(dice) : Origin.settled(age, dice);
		if (origin.livesInLargeFamilies() && shape == Shape.PARENTS && dice.chance(0.2)) {
			shape = Shape.THREE_GENERATIONS;
		}
		int risk = RISKS.pick(dice);
		Tenure tenure = tenure(risk, age, newcomers, dice);
		Kind kind = dice.chance(shape.flat + ((tenure == Tenure.SOCIAL) ? 0.15 : 0)) ? Kind.FLAT : Kind.HOUSE;
		Household household = this.area.found(this.area.town.take(kind, dice), tenure, day);
		household.fosters = shape == Shape.COUPLE && age > 35 && risk == 0 && dice.chance(0.05);
		Settling settling = new Settling(household, day, why, dice);
		switch (shape) {
			case SINGLE, OLD_SINGLE -> settling.adult(dice.chance(age < 65 ? 0.42 : 0.68), age, origin, risk);
			case COUPLE, OLD_COUPLE -> settling.couple(age, origin, risk);
			case PARENTS -> settling.parents(age, origin, risk, false);
			case PARENTS_OF_GROWN -> settling.parents(age, origin, risk, true);
			case LONE_PARENT -> settling.loneParent(age, origin, risk);
			case THREE_GENERATIONS -> settling.threeGenerations(age, origin, risk);
			case SHARERS -> settling.sharers(origin);
		}
		return household;
	}

	/** A person who comes alone to live with others. */
	Person join(Household household, boolean female, int age, Origin origin, int day, Why why, Dice dice) {
		return new Settling(household, day, why, dice).adult(female, age, origin, RISKS.pick(dice));
	}

	/**
	 * Finds fathers for children who live with their mothers alone: men of the area who
	 * live without a partner. What remains are children whose fathers live elsewhere.
	 */
	void findFathers(int day, Dice dice) {
		List<Person> men = new ArrayList<>();
		for (Person person : this.area.people()) {
			if (!person.female && person.partner == null && !person.isChild(day) && person.age(day) < 60) {
				men.add(person);
			}
		}
		for (Person child : this.fatherless) {
			findFather(child, men, day, dice);
		}
		this.fatherless.clear();
	}

	private static void findFather(Person child, List<Person> men, int day, Dice dice) {
		Person mother = child.mother;
		if (mother == null || men.isEmpty() || child.father != null || dice.chance(0.4)) {
			return;
		}
		for (int i = 0; i < 12; i++) {
			Person man = dice.oneOf(men);
			int apart = man.age(day) - mother.age(day);
			if (man.origin == mother.origin && apart > -5 && apart < 12 && man.age(day) - child.age(day) > 16
					&& !man.isRelativeOf(mother) && man.household != mother.household) {
				for (Person sibling : mother.children()) {
					if (sibling.father == null && (sibling == child || dice.chance(0.7))
							&& man.age(day) - sibling.age(day) > 16) {
						sibling.father = man;
						man.addChild(sibling);
					}
				}
				return;
			}
		}
	}

	private static Tenure tenure(int risk, int age, boolean newcomers, Dice dice) {
		double social = switch (risk) {
			case 0 -> 0.13;
			case 1 -> 0.32;
			case 2 -> 0.55;
			default -> 0.65;
		};
		double rented = (risk > 1) ? 0.3 : (newcomers ? 0.55 : (age < 35) ? 0.42 : (age < 60) ? 0.16 : 0.06);
		double thrown = dice.uniform();
		return (thrown < (newcomers ? social / 2 : social)) ? Tenure.SOCIAL
				: (thrown < social + rented) ? Tenure.RENTED : Tenure.OWNED;
	}

	/** Who lives with whom. */
	private enum Shape {

		SINGLE(24, 64, 0.45), OLD_SINGLE(65, 93, 0.3), COUPLE(22, 64, 0.25), OLD_COUPLE(63, 86, 0.15),
		PARENTS(21, 50, 0.12), PARENTS_OF_GROWN(43, 62, 0.08), LONE_PARENT(19, 50, 0.35),
		THREE_GENERATIONS(25, 48, 0.06), SHARERS(19, 32, 0.45);

		private final int youngest;

		private final int eldest;

		private final double flat;

		Shape(int youngest, int eldest, double flat) {
			this.youngest = youngest;
			this.eldest = eldest;
			this.flat = flat;
		}

		int age(Dice dice) {
			return (int) (this.youngest
					+ (this.eldest - this.youngest + 1) * (dice.uniform() * 0.5 + dice.uniform() * 0.5));
		}

	}

	/** Fills one household. */
	private final class Settling {

		private final Household household;

		private final int day;

		private final Why why;

		private final Dice dice;

		Settling(Household household, int day, Why why, Dice dice) {
			this.household = household;
			this.day = day;
			this.why = why;
			this.dice = dice;
		}

		Person adult(boolean female, int age, Origin origin, int risk) {
			int born = bornAt(age);
			Name name = Families.this.area.naming.adult(origin, female, year(born), this.dice);
			return in(Families.this.area.add(female, born, origin, name, risk));
		}

		void couple(int age, Origin origin, int risk) {
			Person she = adult(true, age, origin, risk);
			Person he = partner(she, age, risk);
			bind(she, he);
		}

		void parents(int age, Origin origin, int risk, boolean grown) {
			Person mother = adult(true, age, origin, risk);
			Person father = partner(mother, age, risk);
			bind(mother, father);
			children(mother, father, grown);
		}

		void loneParent(int age, Origin origin, int risk) {
			boolean mother = this.dice.chance(0.87);
			Person parent = adult(mother, age, origin, Math.max(risk, this.dice.chance(0.25) ? 1 : 0));
			children(mother ? parent : null, mother ? null : parent, false);
		}

		void threeGenerations(int age, Origin origin, int risk) {
			parents(age, origin, risk, false);
			Person parent = this.household.members.get(origin.livesInLargeFamilies() ? 1 : 0);
			Person grandmother = adult(true, parent.age(this.day) + this.dice.between(20, 36), parent.origin, 0);
			parent.mother = grandmother;
			grandmother.addChild(parent);
			if (this.dice.chance(0.5)) {
				Person grandfather = partner(grandmother, grandmother.age(this.day), 0);
				bind(grandmother, grandfather);
				parent.father = grandfather;
				grandfather.addChild(parent);
			}
		}

		void sharers(Origin origin) {
			int count = this.dice.between(2, 5);
			for (int i = 0; i < count; i++) {
				adult(this.dice.chance(0.48), this.dice.between(19, 33),
						this.dice.chance(0.4) ? origin : Origin.settled(25, this.dice), RISKS.pick(this.dice));
			}
		}

		private Person partner(Person she, int age, int risk) {
			Origin origin = this.dice.chance(MIXED) ? Origin.settled(age, this.dice) : she.origin;
			int years = (int) Math.max(Math.max(18, age - 2), age + this.dice.around(2.5, 3.8));
			return adult(false, years, origin, this.dice.chance(0.7) ? risk : RISKS.pick(this.dice));
		}

		private void bind(Person she, Person he) {
			int bond = Families.this.area.bonds.begin(she, he, this.day);
			she.partner = he;
			he.partner = she;
			she.bond = bond;
			he.bond = bond;
			int age = she.age(this.day);
			if (this.dice.chance((age < 25) ? 0.15 : (age < 35) ? 0.55 : (age < 60) ? 0.78 : 0.93)) {
				int wed = this.day - YEAR * Math.max(1, Math.min(age - 22, this.dice.between(1, 20)));
				Families.this.area.bonds.wed(bond, wed);
				Optional<Name> married = Families.this.area.naming.married(she.name, she.origin, he.name, this.dice);
				married.ifPresent((name) -> she.rename(name, wed));
			}
		}

		private void children(@Nullable Person mother, @Nullable Person father, boolean grown) {
			Person parent = (mother != null) ? mother : father;
			if (parent == null) {
				return;
			}
			int age = parent.age(this.day);
			int wanted = parent.origin.livesInLargeFamilies() ? this.dice.between(1, 5)
					: 1 + (this.dice.chance(0.55) ? 1 : 0) + (this.dice.chance(0.22) ? 1 : 0)
							+ (this.dice.chance(0.1) ? 1 : 0);
			int first = (int) Math.max(16, Math.min(age, this.dice.around(27.5, 5)));
			int eldest = Math.min(age - first - 1, grown ? 27 : 19);
			int days = eldest * YEAR + this.dice.below(YEAR);
			int youngest = Math.max(0, (age - LAST_BIRTH) * YEAR);
			for (int child = 0; child < wanted && days > youngest; child++) {
				int twins = babies(this.dice);
				for (int baby = 0; baby < twins; baby++) {
					child(mother, father, this.day - days);
				}
				days -= 330 + this.dice.below(4 * YEAR);
			}
		}

		private void child(@Nullable Person mother, @Nullable Person partner, int born) {
			boolean stepchild = mother != null && partner != null && this.dice.chance(0.1);
			Person father = stepchild ? null : partner;
			Person named = (mother != null) ? mother : partner;
			if (named == null) {
				return;
			}
			Origin origin = (father != null && this.dice.chance(0.5)) ? father.origin : named.origin;
			boolean female = this.dice.chance(0.488);
			Name mothers = (mother != null) ? mother.name : named.name;
			Name name = Families.this.area.naming.child(origin, female, year(born), mothers,
					(father != null) ? father.name : null, firstNames(named), this.dice);
			Person child = in(Families.this.area.add(female, born, origin, name, named.risk));
			if (mother != null) {
				child.mother = mother;
				mother.addChild(child);
				mother.lastChildBorn = born;
			}
			if (father != null) {
				child.father = father;
				father.addChild(child);
			}
			else if (this.why == Why.FOUNDED) {
				Families.this.fatherless.add(child);
			}
		}

		private Person in(Person person) {
			person.household = this.household;
			this.household.members.add(person);
			person.stay = Families.this.area.stays.begin(person, this.household, this.day, this.why);
			if (this.why == Why.FOUNDED) {
				if (this.dice.chance(0.985)) {
					Families.this.area.register(person, this.dice);
				}
			}
			else if (this.dice.chance(0.7)) {
				Families.this.area.giveNhsNumber(person);
			}
			return person;
		}

		private int bornAt(int age) {
			return this.day - age * YEAR - age / 4 - this.dice.below(YEAR);
		}

		private static int year(int born) {
			return 1970 + Math.floorDiv(born, 365);
		}

	}

	/** First names of somebody's children. */
	static List<String> firstNames(Person parent) {
		List<String> names = new ArrayList<>();
		for (Person child : parent.children()) {
			names.add(child.name.first());
		}
		return names;
	}

}
