/**
 * Tests of the whole hub.
 */
@NullMarked
package org.mashhub.standalone;

import org.jspecify.annotations.NullMarked;
