/** Tests of the engine, one area's entries in, outputs out. */
@NullMarked
package org.mashhub.correlation.area;

import org.jspecify.annotations.NullMarked;
