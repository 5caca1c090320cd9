/**
 * A fictional safeguarding area over years: what is true of its people, and what each
 * agency wrote down of it. Plain Java; made to test the linking on.
 */
@NullMarked
package org.mashhub.population;

import org.jspecify.annotations.NullMarked;
