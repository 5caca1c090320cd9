/**
 * What every service needs to speak on the log: contracts and their topics, the Confluent
 * wire format over any Confluent-compatible registry, and the provisioning of both. Knows
 * no agency.
 */
@NullMarked
package org.mashhub.messaging;

import org.jspecify.annotations.NullMarked;
