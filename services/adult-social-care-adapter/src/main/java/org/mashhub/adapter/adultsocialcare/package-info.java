/**
 * The adapter of adult social care: their own words in, events out.
 */
@NullMarked
package org.mashhub.adapter.adultsocialcare;

import org.jspecify.annotations.NullMarked;
