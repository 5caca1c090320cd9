package org.mashhub.notification.notice;

import org.jspecify.annotations.Nullable;

/**
 * How far one telling has come on one channel.
 *
 * @param revision the telling
 * @param channel the channel
 * @param state WAITING, SENT, FAILED or NOT_NEEDED
 * @param attempts deliveries tried
 * @param failure what went wrong last; null when nothing did
 */
record DeliveryView(int revision, Channel channel, String state, int attempts, @Nullable String failure) {
}
