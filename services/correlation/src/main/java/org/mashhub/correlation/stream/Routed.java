package org.mashhub.correlation.stream;

import org.mashhub.hub.v1.Observation;

/**
 * An observation on its way to its area's partition of the log.
 *
 * @param observation the observation
 * @param partition partition of the area log
 */
record Routed(Observation observation, int partition) {
}
