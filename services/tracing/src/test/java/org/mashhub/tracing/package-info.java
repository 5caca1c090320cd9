/** Tests of tracing. */
@NullMarked
package org.mashhub.tracing;

import org.jspecify.annotations.NullMarked;
