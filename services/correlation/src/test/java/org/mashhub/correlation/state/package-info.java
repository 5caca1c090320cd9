/** Tests of what is kept and remembered. */
@NullMarked
package org.mashhub.correlation.state;

import org.jspecify.annotations.NullMarked;
