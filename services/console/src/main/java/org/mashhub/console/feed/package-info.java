/**
 * Brings topics into the read model: rows and positions in one transaction, so that every
 * record takes effect once.
 */
@NullMarked
package org.mashhub.console.feed;

import org.jspecify.annotations.NullMarked;
