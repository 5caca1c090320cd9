package org.mashhub.adapter.hospital;

import java.time.OffsetDateTime;

import org.mashhub.event.common.v1.TimePrecision;

/**
 * When something happened.
 *
 * @param at the time
 * @param precision how exactly it is known
 */
record Moment(OffsetDateTime at, TimePrecision precision) {

}
