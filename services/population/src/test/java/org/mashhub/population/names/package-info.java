@NullMarked
package org.mashhub.population.names;

import org.jspecify.annotations.NullMarked;
