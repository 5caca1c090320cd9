package org.mashhub.notification.delivery;

import org.mashhub.notification.notice.Channel;

/** Carries messages on one channel. */
interface Courier {

	Channel channel();

	Result deliver(Due message);

}
