/** Chance that is the same for the same seed. */
@NullMarked
package org.mashhub.population.chance;

import org.jspecify.annotations.NullMarked;
