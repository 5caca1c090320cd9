/** The JSON API behind the command line. */
@NullMarked
package org.mashhub.console.api;

import org.jspecify.annotations.NullMarked;
