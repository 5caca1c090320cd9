/** Tests of what correlation reads. */
@NullMarked
package org.mashhub.correlation.observation;

import org.jspecify.annotations.NullMarked;
