package org.mashhub.population.names;

import java.util.List;

/**
 * A person's name as the person bears it.
 *
 * @param given given names in the order of the birth certificate; not empty
 * @param family family name, or what stands in its place
 */
public record Name(List<String> given, String family) {

	public Name {
		given = List.copyOf(given);
	}

	/**
	 * The first given name.
	 * @return not empty
	 */
	public String first() {
		return this.given.getFirst();
	}

	/**
	 * The same person under another family name.
	 * @param other the other family name
	 * @return the new name
	 */
	public Name withFamily(String other) {
		return new Name(this.given, other);
	}

}
