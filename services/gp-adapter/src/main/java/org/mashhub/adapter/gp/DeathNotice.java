package org.mashhub.adapter.gp;

import java.util.Optional;

/**
 * How the Personal Demographics Service knows of a death: UK Core's
 * DeathNotificationStatus.
 */
enum DeathNotice {

	/** From a practice or a trust. */
	INFORMAL("1"),

	/** From the registrar of deaths, who has confirmed who died. */
	FORMAL("2"),

	/** It was a mistake. */
	REMOVED("U");

	private final String code;

	DeathNotice(String code) {
		this.code = code;
	}

	static Optional<DeathNotice> of(String code) {
		for (DeathNotice notice : values()) {
			if (notice.code.equals(code)) {
				return Optional.of(notice);
			}
		}
		return Optional.empty();
	}

}
