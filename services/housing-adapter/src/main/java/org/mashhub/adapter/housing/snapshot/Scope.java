package org.mashhub.adapter.housing.snapshot;

import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.Sender;

/**
 * Whose table it is: each landlord's, and each scenario's of it, stands for itself.
 *
 * @param organisation code of the landlord
 * @param areaHint fictional area; null in the real one
 */
record Scope(String organisation, @Nullable String areaHint) {

	static Scope of(Sender sender) {
		return new Scope(sender.organisation(), sender.areaHint());
	}

	/** Key of its table; those of its tenancies begin with it and a slash. */
	String key() {
		return this.organisation + "/" + ((this.areaHint != null) ? this.areaHint : "-");
	}

}
