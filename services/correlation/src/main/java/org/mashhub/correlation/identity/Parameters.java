package org.mashhub.correlation.identity;

import java.util.Map;

/**
 * What a model has learned. Probabilities of levels are given that neither record leaves
 * the field out; the levels of one field add up to 1.
 *
 * @param version name stamped on every decision
 * @param same chance that two records drawn at random speak of one person
 * @param household chance that they speak of two people of one household or family
 * @param twins chance that they speak of twins
 * @param match chance of each level where both speak of one person (Fellegi and Sunter's
 * m)
 * @param random chance of each level where they speak of two people who have nothing to
 * do with each other (their u)
 * @param givenNames how common a given name is, as a share of all records
 * @param familyNames how common a family name is
 * @param otherName how common a name is that the tables do not hold
 */
public record Parameters(String version, double same, double household, double twins, Map<Agreement, Double> match,
		Map<Agreement, Double> random, Map<String, Double> givenNames, Map<String, Double> familyNames,
		double otherName) {

	public Parameters {
		match = Map.copyOf(match);
		random = Map.copyOf(random);
		givenNames = Map.copyOf(givenNames);
		familyNames = Map.copyOf(familyNames);
	}

	/**
	 * The same for another number of records. How well fields agree does not depend on
	 * it; how rarely two records drawn at random are of one person does, in proportion.
	 * @param records from how many it was learned
	 * @param expected how many it is to be used for
	 * @return a copy
	 */
	public Parameters forRecords(double records, double expected) {
		double rarer = records / expected;
		return new Parameters(this.version, this.same * rarer, this.household * rarer, this.twins * rarer, this.match,
				this.random, this.givenNames, this.familyNames, this.otherName);
	}

}
