package org.mashhub.population.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.population.chance.Dice;

/**
 * What may happen to whom, each with a rate: at most one of them does. Filled and drawn
 * for every household in every month, so it is made once and used again.
 *
 * @param <W> what may happen
 */
public final class Lot<W> {

	private final List<W> what = new ArrayList<>();

	private final List<Person> who = new ArrayList<>();

	private double[] upTo = new double[64];

	private int size;

	private double total;

	/** Takes everything out. */
	public void clear() {
		this.what.clear();
		this.who.clear();
		this.size = 0;
		this.total = 0;
	}

	/**
	 * Puts something in.
	 * @param happening what may happen
	 * @param person to whom
	 * @param rate how often in a year; not below 0
	 */
	public void add(W happening, Person person, double rate) {
		if (rate <= 0) {
			return;
		}
		if (this.size == this.upTo.length) {
			this.upTo = Arrays.copyOf(this.upTo, this.size * 2);
		}
		this.total += rate;
		this.upTo[this.size++] = this.total;
		this.what.add(happening);
		this.who.add(person);
	}

	/**
	 * How often anything in it happens.
	 * @return times a year
	 */
	public double total() {
		return this.total;
	}

	/**
	 * Draws for one month.
	 * @param dice decide
	 * @return what happens, null in most months
	 */
	public @Nullable Drawn<W> drawForOneMonth(Dice dice) {
		double thrown = dice.uniform();
		double expected = this.total / 12;
		// 1 - exp(-x) lies below x, so that most months need no more than this.
		return (thrown < expected && thrown < 1 - StrictMath.exp(-expected)) ? draw(dice) : null;
	}

	/**
	 * Draws one.
	 * @param dice decide
	 * @return one of what is in it, each as often as its rate says
	 */
	public Drawn<W> draw(Dice dice) {
		double at = dice.uniform() * this.total;
		int place = Arrays.binarySearch(this.upTo, 0, this.size, at);
		int drawn = Math.min((place >= 0) ? place + 1 : -place - 1, this.size - 1);
		return new Drawn<>(this.what.get(drawn), this.who.get(drawn));
	}

	/**
	 * What was drawn.
	 *
	 * @param <W> what may happen
	 * @param what what happens
	 * @param who to whom
	 */
	public record Drawn<W>(W what, Person who) {
	}

}
