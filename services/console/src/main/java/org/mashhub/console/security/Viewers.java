package org.mashhub.console.security;

import org.mashhub.console.readmodel.ReadModel.Viewer;

import org.springframework.security.core.Authentication;

/** Who is asking, as the read model wants to know it. */
public final class Viewers {

	private Viewers() {
	}

	/**
	 * The viewer behind a request.
	 * @param authentication the request's authentication
	 * @return the viewer
	 */
	public static Viewer of(Authentication authentication) {
		boolean policeMash = authentication.getAuthorities()
			.stream()
			.anyMatch((authority) -> "ROLE_POLICE_MASH".equals(authority.getAuthority()));
		return new Viewer(authentication.getName(), policeMash);
	}

}
