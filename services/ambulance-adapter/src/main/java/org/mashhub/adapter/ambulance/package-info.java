/**
 * The adapter of ambulance service: their own words in, events out.
 */
@NullMarked
package org.mashhub.adapter.ambulance;

import org.jspecify.annotations.NullMarked;
