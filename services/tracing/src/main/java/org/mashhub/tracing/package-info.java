/**
 * Traces: which steps one record has taken through the hub, and how long each took. They
 * travel in the headers of Kafka records, never in their values, and hold ids and codes
 * only.
 */
@NullMarked
package org.mashhub.tracing;

import org.jspecify.annotations.NullMarked;
