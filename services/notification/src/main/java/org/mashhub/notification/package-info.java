/**
 * The notification service: who is told, whether they may be told, delivery and
 * acknowledgement.
 */
@NullMarked
package org.mashhub.notification;

import org.jspecify.annotations.NullMarked;
