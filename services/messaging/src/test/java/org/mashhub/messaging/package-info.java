/** Tests of messaging. */
@NullMarked
package org.mashhub.messaging;

import org.jspecify.annotations.NullMarked;
