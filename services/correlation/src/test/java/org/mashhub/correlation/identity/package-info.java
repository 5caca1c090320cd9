/** Tests of linking. */
@NullMarked
package org.mashhub.correlation.identity;

import org.jspecify.annotations.NullMarked;
