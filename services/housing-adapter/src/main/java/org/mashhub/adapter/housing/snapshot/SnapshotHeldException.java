package org.mashhub.adapter.housing.snapshot;

import java.util.UUID;

/** A table that is not taken before somebody has confirmed it. */
class SnapshotHeldException extends RuntimeException {

	private final Reason reason;

	private final UUID snapshot;

	private final int open;

	private final int ending;

	SnapshotHeldException(Reason reason, UUID snapshot, int open, int ending) {
		super("a table of tenancies is held");
		this.reason = reason;
		this.snapshot = snapshot;
		this.open = open;
		this.ending = ending;
	}

	Reason reason() {
		return this.reason;
	}

	UUID snapshot() {
		return this.snapshot;
	}

	int open() {
		return this.open;
	}

	int ending() {
		return this.ending;
	}

	/** Why it is held. */
	enum Reason {

		TOO_MANY_ENDED("The table would end more tenancies at once than is likely",
				"Look whether the file is complete. If so many have ended, send the same file again with confirm."),

		UNFINISHED("An earlier table was taken only in part",
				"Send the earlier file again, so that it is completed. If it is lost, send this one again with confirm.");

		private final String title;

		private final String remedy;

		Reason(String title, String remedy) {
			this.title = title;
			this.remedy = remedy;
		}

		String title() {
			return this.title;
		}

		String remedy() {
			return this.remedy;
		}

	}

}
