package org.mashhub.correlation.identity;

import java.util.Collection;

import org.mashhub.correlation.observation.Mention;

/**
 * How mentions are found and compared: blocking keys, match weights and the two
 * thresholds. The engine that clusters knows nothing of names and dates.
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
	 * @return keys; none for a mere description
	 */
	Collection<String> blockingKeys(Mention mention);

	/**
	 * Match weight of two mentions in bits (Fellegi and Sunter 1969: the logarithm to
	 * base 2 of how much likelier the agreement is for one person than for two).
	 * @param one one mention
	 * @param other the other
	 * @return the sum over all fields
	 */
	double bits(Mention one, Mention other);

	/**
	 * The same, comparison by comparison.
	 * @param one one mention
	 * @param other the other
	 * @return the score
	 */
	Score explain(Mention one, Mention other);

	/**
	 * Whether something proves two mentions to be two people, whatever else agrees and
	 * whoever else agrees with both: other valid NHS numbers; twins.
	 * @param one one mention
	 * @param other the other
	 * @return true when no chain of links may join them
	 */
	boolean provenDifferent(Mention one, Mention other);

	/**
	 * From here on, two mentions speak of the same person.
	 * @return threshold in bits
	 */
	double sameAt();

	/**
	 * From here on, an officer should look.
	 * @return threshold in bits
	 */
	double reviewAt();

}
