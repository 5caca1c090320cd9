/**
 * What is known about one child: a join over people and facts, never a copy. Plain Java.
 */
@NullMarked
package org.mashhub.correlation.picture;

import org.jspecify.annotations.NullMarked;
