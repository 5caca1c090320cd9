/** Tests of the console. */
@NullMarked
package org.mashhub.console.pages;

import org.jspecify.annotations.NullMarked;
