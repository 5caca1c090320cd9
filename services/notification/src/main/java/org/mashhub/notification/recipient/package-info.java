/**
 * Who is told of an alert or a status, and what is held back from whom; pure decisions.
 */
@NullMarked
package org.mashhub.notification.recipient;

import org.jspecify.annotations.NullMarked;
