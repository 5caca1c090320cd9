/**
 * What each agency writes down of what it sees, in the form of the contracts, with its
 * own habits and mistakes.
 */
@NullMarked
package org.mashhub.population.agencies;

import org.jspecify.annotations.NullMarked;
