package org.mashhub.console.readmodel;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A record that is taken to be about a person, and why.
 *
 * @param identity the decision
 * @param agency who recorded it
 * @param occurredAt when it happened
 */
public record LinkView(@JsonUnwrapped IdentityView identity, String agency, Instant occurredAt) {
}
