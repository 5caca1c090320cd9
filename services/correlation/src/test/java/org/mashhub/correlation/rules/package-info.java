/** Tests of deadlines and thresholds. */
@NullMarked
package org.mashhub.correlation.rules;

import org.jspecify.annotations.NullMarked;
