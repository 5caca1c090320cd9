/**
 * Keeps the books of every feed: what was accepted, logged, applied and set aside, what
 * is still open, and who is silent.
 */
@NullMarked
package org.mashhub.console.ledger;

import org.jspecify.annotations.NullMarked;
