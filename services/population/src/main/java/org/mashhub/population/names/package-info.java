/**
 * How people are called, by origin, sex and year of birth, and how their names are
 * spelled.
 */
@NullMarked
package org.mashhub.population.names;

import org.jspecify.annotations.NullMarked;
