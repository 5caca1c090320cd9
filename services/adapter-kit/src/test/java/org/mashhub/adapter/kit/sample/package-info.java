/** A fictional agency, so that the kit can be tested without knowing a real one. */
@NullMarked
package org.mashhub.adapter.kit.sample;

import org.jspecify.annotations.NullMarked;
