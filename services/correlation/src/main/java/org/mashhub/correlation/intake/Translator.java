package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

/**
 * Turns the events of one agency into facts: the one place where the hub knows the words
 * of that agency.
 */
interface Translator {

	/**
	 * Translates an event.
	 * @param event an event of any agency
	 * @return what it says, empty when it is not an event of this agency
	 */
	Optional<Translation> translate(SpecificRecord event);

}
