/** Tests of the picture. */
@NullMarked
package org.mashhub.correlation.picture;

import org.jspecify.annotations.NullMarked;
