/**
 * What the console shows, as PostgreSQL holds it: rows made from topics alone, and the
 * questions asked of them.
 */
@NullMarked
package org.mashhub.console.readmodel;

import org.jspecify.annotations.NullMarked;
