package org.mashhub.console.readmodel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.TimePrecision;

/**
 * That an agency has recorded something about a person.
 *
 * @param headline what; null while it is hidden until a link is decided, or because the
 * agency restricts the record
 * @param restricted whether it does
 * @param aboutOthers whether it names the person, and what it says is about others
 */
public record RecordView(String agency, Instant occurredAt, TimePrecision occurredPrecision, @Nullable String headline,
		boolean restricted, boolean aboutOthers) {
}
