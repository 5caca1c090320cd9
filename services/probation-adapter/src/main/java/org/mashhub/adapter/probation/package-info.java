/**
 * The adapter of probation and prison: their own words in, events out.
 */
@NullMarked
package org.mashhub.adapter.probation;

import org.jspecify.annotations.NullMarked;
