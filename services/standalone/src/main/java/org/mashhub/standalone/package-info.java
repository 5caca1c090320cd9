/**
 * The whole hub in one process: what it needs embedded, what it starts, in which order.
 */
@NullMarked
package org.mashhub.standalone;

import org.jspecify.annotations.NullMarked;
