package org.mashhub.adapter.socialcare;

import java.util.List;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.StatedRelationship;

/**
 * What every event begins with.
 *
 * @param header who recorded it, when, and how it may be shared
 * @param people everybody whom the record speaks of
 * @param relationships relationships that the record states
 */
record Opening(EventHeader header, List<PersonMention> people, List<StatedRelationship> relationships) {

}
