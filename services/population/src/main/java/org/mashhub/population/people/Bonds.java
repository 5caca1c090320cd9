package org.mashhub.population.people;

import java.util.ArrayList;
import java.util.List;

/** Who was whose partner, from which day to which. */
public final class Bonds {

	private final List<Bond> all = new ArrayList<>();

	int begin(Person one, Person other, int day) {
		this.all.add(new Bond(one, other, day));
		return this.all.size() - 1;
	}

	void end(int bond, int day) {
		Bond ended = this.all.get(bond);
		ended.to = Math.max(day, ended.from);
	}

	void wed(int bond, int day) {
		this.all.get(bond).wedOn = day;
	}

	boolean isMarriage(int bond) {
		return this.all.get(bond).wedOn != Stays.OPEN;
	}

	/**
	 * All of them.
	 * @return in the order in which they began
	 */
	public List<Bond> all() {
		return List.copyOf(this.all);
	}

	/** Two people who are or were partners. */
	public static final class Bond {

		private final Person one;

		private final Person other;

		private final int from;

		private int to = Stays.OPEN;

		private int wedOn = Stays.OPEN;

		private Bond(Person one, Person other, int from) {
			this.one = one;
			this.other = other;
			this.from = from;
		}

		/**
		 * One of them.
		 * @return a person
		 */
		public Person one() {
			return this.one;
		}

		/**
		 * The other.
		 * @return a person
		 */
		public Person other() {
			return this.other;
		}

		/**
		 * First day.
		 * @return a day; the first of all for those who were partners when the story
		 * begins
		 */
		public int from() {
			return this.from;
		}

		/**
		 * The day after the last.
		 * @return a day, {@link Stays#OPEN} when it goes on
		 */
		public int to() {
			return this.to;
		}

		/**
		 * Day of the wedding.
		 * @return a day, {@link Stays#OPEN} when they never married
		 */
		public int wedOn() {
			return this.wedOn;
		}

	}

}
