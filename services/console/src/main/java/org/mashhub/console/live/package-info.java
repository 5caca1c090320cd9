/** Tells open pages and followers that something changed. */
@NullMarked
package org.mashhub.console.live;

import org.jspecify.annotations.NullMarked;
