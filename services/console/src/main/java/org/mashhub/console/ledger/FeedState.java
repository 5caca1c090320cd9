package org.mashhub.console.ledger;

/** How a feed is, in the order in which a person should look at them. */
public enum FeedState {

	/** Less has come than was declared. */
	SILENT,
	/** Records come, and nobody has said how often. */
	NOT_DECLARED,
	/** What comes is no less than was declared. */
	ALIVE,
	/** It comes as it comes: silence says nothing. */
	IRREGULAR,
	/** Declared to be over. */
	ENDED

}
