/**
 * The only writer of the area log: routes events to areas, translates them to
 * observations, standardises, and writes the clock's ticks.
 */
@NullMarked
package org.mashhub.correlation.intake;

import org.jspecify.annotations.NullMarked;
