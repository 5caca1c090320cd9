/**
 * All the state that one area owns, as tables over which the engine computes: the kept
 * ones hold what cannot be derived, the others are rebuilt from them. Plain Java.
 */
@NullMarked
package org.mashhub.correlation.state;

import org.jspecify.annotations.NullMarked;
