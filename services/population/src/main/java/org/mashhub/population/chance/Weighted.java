package org.mashhub.population.chance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Things of which some are more frequent than others.
 *
 * @param <T> what they are
 */
public final class Weighted<T> {

	private final List<T> things;

	private final double[] upTo;

	private Weighted(List<T> things, double[] weights) {
		this.things = things;
		this.upTo = weights.clone();
		for (int at = 1; at < this.upTo.length; at++) {
			this.upTo[at] += this.upTo[at - 1];
		}
	}

	/**
	 * Things in the order of their frequency, with shares as Zipf found them: the share
	 * of rank r is proportional to 1 / (r + flat).
	 * @param <T> what they are
	 * @param things the most frequent first; not empty
	 * @param flat how flat the shares are, above 0
	 * @return the things with their shares
	 */
	public static <T> Weighted<T> ranked(List<T> things, double flat) {
		double[] weights = new double[things.size()];
		for (int at = 0; at < weights.length; at++) {
			weights[at] = 1 / (at + 1 + flat);
		}
		return new Weighted<>(List.copyOf(things), weights);
	}

	/**
	 * One of them.
	 * @param dice decide
	 * @return each as often as its share says
	 */
	public T pick(Dice dice) {
		double thrown = dice.uniform() * this.upTo[this.upTo.length - 1];
		int at = Arrays.binarySearch(this.upTo, thrown);
		return this.things.get(Math.min((at >= 0) ? at + 1 : -at - 1, this.upTo.length - 1));
	}

	/**
	 * Begins a set of things.
	 * @param <T> what they are
	 * @return an empty set
	 */
	public static <T> Builder<T> of() {
		return new Builder<>();
	}

	/**
	 * A set of things to which more are added.
	 *
	 * @param <T> what they are
	 */
	public static final class Builder<T> {

		private final List<T> things = new ArrayList<>();

		private final List<Double> weights = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Adds one.
		 * @param thing the thing
		 * @param weight its share, in any unit; not below 0
		 * @return this
		 */
		public Builder<T> add(T thing, double weight) {
			this.things.add(thing);
			this.weights.add(weight);
			return this;
		}

		/**
		 * All that were added.
		 * @return the things with their shares
		 */
		public Weighted<T> build() {
			return new Weighted<>(List.copyOf(this.things),
					this.weights.stream().mapToDouble(Double::doubleValue).toArray());
		}

	}

}
