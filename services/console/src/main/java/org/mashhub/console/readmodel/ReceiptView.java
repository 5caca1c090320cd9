package org.mashhub.console.readmodel;

import java.util.List;
import java.util.UUID;

/** What became of an accepted record. */
public record ReceiptView(UUID receiptId, State state, List<UUID> alerts) {

	/** How far it has come. */
	public enum State {

		/** Not yet dealt with. */
		PENDING,
		/** It took effect. */
		APPLIED,
		/** It said nothing new. */
		SAME_AS_BEFORE,
		/** A later version was there already. */
		SUPERSEDED,
		/** It could not be processed. */
		QUARANTINED

	}
}
