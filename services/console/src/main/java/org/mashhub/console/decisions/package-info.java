/** Officers' decisions, and the outbox that carries them to their topic. */
@NullMarked
package org.mashhub.console.decisions;

import org.jspecify.annotations.NullMarked;
