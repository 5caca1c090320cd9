/**
 * The adapter of early help and children's centres: their own words in, events out.
 */
@NullMarked
package org.mashhub.adapter.earlyhelp;

import org.jspecify.annotations.NullMarked;
