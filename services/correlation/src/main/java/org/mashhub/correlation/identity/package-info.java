/**
 * Which mentions speak of the same person. Clusters are a function of the set of
 * mentions: arrival order does not matter. Plain Java.
 */
@NullMarked
package org.mashhub.correlation.identity;

import org.jspecify.annotations.NullMarked;
