/**
 * The adapter of Single Point of Access: their own words in, events out.
 */
@NullMarked
package org.mashhub.adapter.singlepointofaccess;

import org.jspecify.annotations.NullMarked;
