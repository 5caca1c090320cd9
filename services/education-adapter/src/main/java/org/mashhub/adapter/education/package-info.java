/**
 * The adapter of nurseries and schools: their own words in, events out.
 */
@NullMarked
package org.mashhub.adapter.education;

import org.jspecify.annotations.NullMarked;
