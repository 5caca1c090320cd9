/**
 * How a program talks to a running hub: over HTTP with tokens, as any agency would.
 */
@NullMarked
package org.mashhub.standalone.client;

import org.jspecify.annotations.NullMarked;
