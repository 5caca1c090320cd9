/**
 * Carries sealed messages to their recipients by e-mail and webhook, again and again
 * until they arrive.
 */
@NullMarked
package org.mashhub.notification.delivery;

import org.jspecify.annotations.NullMarked;
