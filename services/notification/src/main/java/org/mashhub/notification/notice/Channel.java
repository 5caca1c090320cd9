package org.mashhub.notification.notice;

/** How a message reaches its recipient. */
public enum Channel {

	/** Over SMTP. */
	EMAIL,
	/** A signed CloudEvent over HTTP. */
	WEBHOOK

}
