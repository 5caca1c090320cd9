/** Tests of the commands. */
@NullMarked
package org.mashhub.standalone.cli;

import org.jspecify.annotations.NullMarked;
