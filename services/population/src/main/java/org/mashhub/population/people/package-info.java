/**
 * What is true: people, who is whose child and partner, who lives where, and how all that
 * changes. Knows nothing of agencies, except that somebody watches.
 */
@NullMarked
package org.mashhub.population.people;

import org.jspecify.annotations.NullMarked;
