/**
 * The engine of one area: applies one observation to the area's state as a whole or not
 * at all. Plain Java.
 */
@NullMarked
package org.mashhub.correlation.area;

import org.jspecify.annotations.NullMarked;
