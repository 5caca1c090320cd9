/** Tests of the API. */
@NullMarked
package org.mashhub.console.api;

import org.jspecify.annotations.NullMarked;
