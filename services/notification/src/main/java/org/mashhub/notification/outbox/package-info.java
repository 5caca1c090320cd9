/**
 * What this service tells the hub: written with the state it tells of, published
 * afterwards, in order.
 */
@NullMarked
package org.mashhub.notification.outbox;

import org.jspecify.annotations.NullMarked;
