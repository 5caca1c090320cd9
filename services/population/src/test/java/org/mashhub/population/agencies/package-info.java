@NullMarked
package org.mashhub.population.agencies;

import org.jspecify.annotations.NullMarked;
