/** Tests of the console. */
@NullMarked
package org.mashhub.console;

import org.jspecify.annotations.NullMarked;
