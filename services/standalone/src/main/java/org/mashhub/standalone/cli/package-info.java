/**
 * The one command that a person types.
 */
@NullMarked
package org.mashhub.standalone.cli;

import org.jspecify.annotations.NullMarked;
