@NullMarked
package org.mashhub.population.chance;

import org.jspecify.annotations.NullMarked;
