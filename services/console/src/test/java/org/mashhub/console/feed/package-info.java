/** Tests of the console. */
@NullMarked
package org.mashhub.console.feed;

import org.jspecify.annotations.NullMarked;
