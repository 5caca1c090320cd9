package org.mashhub.correlation.identity;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Particulars;

/**
 * What some mentions say in one field. People are written of again and again in few
 * spellings and at few homes: each two different values are compared once, however many
 * mentions give them.
 */
final class FieldValues {

	/** No value: the mention leaves the field out. */
	static final int NONE = -1;

	private final MatchModel model;

	private final Field field;

	private final Particulars[] examples;

	/** For each value, the first that is written just the same in the field itself. */
	private final int[] written;

	private final int[] ofMention;

	/**
	 * Three weights for each two values, the row's the smaller; made when first asked.
	 */
	private final float[] @Nullable [] weights;

	private int count;

	/**
	 * Sorts out what mentions say.
	 * @param model how values are compared
	 * @param field the field
	 * @param mentions the mentions
	 */
	FieldValues(MatchModel model, Field field, List<Particulars> mentions) {
		this.model = model;
		this.field = field;
		this.examples = new Particulars[mentions.size()];
		this.written = new int[mentions.size()];
		this.ofMention = new int[mentions.size()];
		Map<Object, Integer> ofGrown = new HashMap<>();
		Map<Object, Integer> ofYoung = new HashMap<>();
		Map<Object, Integer> spellings = new HashMap<>();
		// Dates say something of a pregnancy where somebody is unborn, and nowhere else.
		boolean compared = field != Field.PREGNANCY
				|| mentions.stream().anyMatch((who) -> who.birth().unbornOn() != null);
		for (int mention = 0; mention < this.ofMention.length; mention++) {
			Particulars who = mentions.get(mention);
			Object value = compared ? field.comparedOf(who) : null;
			if (value == null) {
				this.ofMention[mention] = NONE;
				continue;
			}
			// Grown twins share less: how much is weighed by both mentions' ages.
			Map<Object, Integer> known = who.grown() ? ofGrown : ofYoung;
			Integer place = known.get(value);
			if (place == null) {
				place = this.count++;
				known.put(value, place);
				this.examples[place] = who;
				Integer spelling = field.changing() ? spellings.putIfAbsent(field.valueOf(who), place) : null;
				this.written[place] = (spelling != null) ? spelling : place;
			}
			this.ofMention[mention] = place;
		}
		this.weights = new float[this.count][];
	}

	/** The value of a mention, {@link #NONE} where it leaves the field out. */
	int of(int mention) {
		return this.ofMention[mention];
	}

	/** Stands for all values of a changing field that are written the same. */
	int writtenAs(int value) {
		return this.written[value];
	}

	/**
	 * What two values say: from {@link #at} on, bits for one person (not a number where
	 * nothing can be compared), for two of a household, for twins.
	 */
	float[] weights(int one, int other) {
		int smaller = Math.min(one, other);
		float[] row = this.weights[smaller];
		if (row == null) {
			row = new float[3 * (this.count - smaller)];
			Arrays.fill(row, Float.POSITIVE_INFINITY);
			this.weights[smaller] = row;
		}
		int at = at(one, other);
		if (row[at] == Float.POSITIVE_INFINITY) {
			FieldWeights weighed = this.model.weights(this.field, this.examples[smaller],
					this.examples[Math.max(one, other)]);
			row[at] = (weighed != null) ? (float) weighed.match() : Float.NaN;
			row[at + 1] = (weighed != null) ? (float) weighed.household() : 0;
			row[at + 2] = (weighed != null) ? (float) weighed.twins() : 0;
		}
		return row;
	}

	/** Where the weights of two values begin. */
	static int at(int one, int other) {
		return 3 * Math.abs(one - other);
	}

	/** What two values say for one person, not a number where nothing can be compared. */
	float match(int one, int other) {
		return weights(one, other)[at(one, other)];
	}

}
