package org.mashhub.correlation.identity;

import java.util.Collection;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Particulars;

/**
 * How mentions are found and compared: blocking keys, match weights and the thresholds.
 * The engine that clusters knows nothing of names and dates.
 */
public interface MatchModel {

	/**
	 * Version stamped on every decision.
	 * @return the version
	 */
	String version();

	/**
	 * Keys under which a mention is found by others like it.
	 * @param mention the mention
	 * @return hashes of the keys, none for a mere description; two keys of one hash only
	 * bring a comparison more
	 */
	Collection<Long> blockingKeys(Mention mention);

	/**
	 * Keys that an unborn child shares with what tells of its mother's pregnancies that
	 * ended without a birth.
	 * @param mention an unborn child, or a mother of whom a record tells that
	 * @return hashes of the keys, which are among the blocking keys; none for others
	 */
	Collection<Long> pregnancyKeys(Mention mention);

	/**
	 * Match weight of two mentions in bits: the logarithm to base 2 of the odds that both
	 * speak of one person (Fellegi and Sunter 1969, with the prior odds).
	 * @param one one mention
	 * @param other the other
	 * @return the weight; 0 is as likely as not
	 */
	double bits(Mention one, Mention other);

	/**
	 * The same, unless it is plain early on that the two will not be looked at together.
	 * @param one one mention
	 * @param other the other
	 * @return the weight, or negative infinity where it lies below {@link #edgeAt()}
	 */
	double bitsIfAnEdge(Mention one, Mention other);

	/**
	 * The same, comparison by comparison.
	 * @param one one mention
	 * @param other the other
	 * @return the score
	 */
	Score explain(Mention one, Mention other);

	/**
	 * Whether something proves two mentions to be two people, whatever else agrees and
	 * whoever else agrees with both.
	 * @param one one mention
	 * @param other the other
	 * @return true when no chain of links may join them
	 */
	boolean provenDifferent(Mention one, Mention other);

	/**
	 * How well two mentions agree in one field.
	 * @param field the field
	 * @param one what one mention says
	 * @param other what the other says
	 * @return the weights, null where either leaves the field out
	 */
	@Nullable FieldWeights weights(Field field, Particulars one, Particulars other);

	/**
	 * Weight of all pairs between two groups of mentions in bits.
	 * @param evidence the evidence of all pairs
	 * @return the weight, on the scale of {@link #bits(Mention, Mention)}
	 */
	double bits(Evidence evidence);

	/**
	 * What the weight of evidence cannot exceed, which is known sooner.
	 * @param ofMatch sum of what speaks for one person against two strangers, in bits
	 * @return the bound, on the scale of {@link #bits(Mention, Mention)}
	 */
	double atMost(double ofMatch);

	/**
	 * From here on, two mentions are looked at together at all.
	 * @return threshold in bits
	 */
	double edgeAt();

	/**
	 * From here on, two groups of mentions speak of the same person.
	 * @return threshold in bits
	 */
	double sameAt();

	/**
	 * From here on, an officer should look.
	 * @return threshold in bits
	 */
	double reviewAt();

}
