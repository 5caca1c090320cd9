/** Tests of the topologies. */
@NullMarked
package org.mashhub.correlation.stream;

import org.jspecify.annotations.NullMarked;
