/**
 * The adapter of hospital and midwifery: their own words in, events out.
 */
@NullMarked
package org.mashhub.adapter.hospital;

import org.jspecify.annotations.NullMarked;
