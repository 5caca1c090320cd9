/** Tests of standardising and routing. */
@NullMarked
package org.mashhub.correlation.intake;

import org.jspecify.annotations.NullMarked;
