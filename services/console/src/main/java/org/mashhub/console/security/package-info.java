/** Who may see and do what in the console. */
@NullMarked
package org.mashhub.console.security;

import org.jspecify.annotations.NullMarked;
