package org.mashhub.population.agencies;

import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.population.people.Person;

/**
 * Somebody whom a record is to mention.
 *
 * @param person who it is in truth
 * @param role what the person was in the event
 * @param knowing how well the agency knows the person
 * @param ref name of the mention within the record
 */
record Participant(Person person, PersonRole role, Knowing knowing, String ref) {

}
