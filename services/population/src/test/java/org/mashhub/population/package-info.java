@NullMarked
package org.mashhub.population;

import org.jspecify.annotations.NullMarked;
