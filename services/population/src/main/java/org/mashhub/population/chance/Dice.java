package org.mashhub.population.chance;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Dice that fall the same for the same seed, on every machine. Whatever is thrown for one
 * thing (a household in a month, a record) has dice of its own, split off from the seed
 * by the numbers of that thing: a change in one place does not move all the rest.
 */
public final class Dice {

	private static final long GOLDEN = 0x9e3779b97f4a7c15L;

	private final SplittableRandom random;

	private Dice(long seed) {
		this.random = new SplittableRandom(seed);
	}

	/**
	 * Dice for one thing.
	 * @param seed seed of everything
	 * @param kind what kind of thing, so that two kinds do not share their dice
	 * @param number number of the thing
	 * @return dice that have not been thrown yet
	 */
	public static Dice of(long seed, long kind, long number) {
		return new Dice(mix(mix(seed, kind), number));
	}

	/**
	 * Dice for one thing that has two numbers.
	 * @param seed seed of everything
	 * @param kind what kind of thing
	 * @param number first number
	 * @param other second number
	 * @return dice that have not been thrown yet
	 */
	public static Dice of(long seed, long kind, long number, long other) {
		return new Dice(mix(mix(mix(seed, kind), number), other));
	}

	/**
	 * A number between 0 and 1.
	 * @return from 0 inclusive to 1 exclusive
	 */
	public double uniform() {
		return (this.random.nextLong() >>> 11) * 0x1.0p-53;
	}

	/**
	 * Whether something happens.
	 * @param probability from 0 (never) to 1 (always)
	 * @return true as often as the probability says
	 */
	public boolean chance(double probability) {
		return probability > 0 && uniform() < probability;
	}

	/**
	 * A whole number, each as likely as the other.
	 * @param bound above 0
	 * @return from 0 to below the bound
	 */
	public int below(int bound) {
		return (int) (((this.random.nextLong() >>> 33) * bound) >>> 31);
	}

	/**
	 * A whole number, each as likely as the other.
	 * @param from the lowest
	 * @param to the highest, not below the lowest
	 * @return from the lowest to the highest, both possible
	 */
	public int between(int from, int to) {
		return from + below(to - from + 1);
	}

	/**
	 * A waiting time after which half of those who wait have waited less than 0.7 means.
	 * @param mean the mean
	 * @return above or equal to 0
	 */
	public double waiting(double mean) {
		return -mean * StrictMath.log(1 - uniform());
	}

	/**
	 * A number that is mostly near the mean: nearly the normal distribution, without its
	 * far ends.
	 * @param mean the mean
	 * @param deviation standard deviation
	 * @return at most 3.5 deviations away
	 */
	public double around(double mean, double deviation) {
		return mean + deviation * (uniform() + uniform() + uniform() + uniform() - 2) * 1.7320508;
	}

	/**
	 * One of many, each as likely as the other.
	 * @param <T> what they are
	 * @param from not empty
	 * @return one of them
	 */
	public <T> T oneOf(List<T> from) {
		return from.get(below(from.size()));
	}

	/**
	 * 64 bits.
	 * @return any number
	 */
	public long bits() {
		return this.random.nextLong();
	}

	/**
	 * Joins two numbers to one that looks random (the finalizer of SplitMix64).
	 * @param one one number
	 * @param other another number
	 * @return the same for the same two
	 */
	public static long mix(long one, long other) {
		long mixed = one * GOLDEN + other + GOLDEN;
		mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
		mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
		return mixed ^ (mixed >>> 31);
	}

}
