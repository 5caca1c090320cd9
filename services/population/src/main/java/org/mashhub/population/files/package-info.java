/** The files that come out: events in order, and tables. */
@NullMarked
package org.mashhub.population.files;

import org.jspecify.annotations.NullMarked;
