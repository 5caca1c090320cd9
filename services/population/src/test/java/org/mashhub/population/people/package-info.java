@NullMarked
package org.mashhub.population.people;

import org.jspecify.annotations.NullMarked;
