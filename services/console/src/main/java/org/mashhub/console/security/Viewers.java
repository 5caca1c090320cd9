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
		return new Viewer(authentication.getName(), has(authentication, "ROLE_POLICE_MASH"),
				has(authentication, "ROLE_MASH_MANAGER"));
	}

	private static boolean has(Authentication authentication, String role) {
		return authentication.getAuthorities().stream().anyMatch((authority) -> role.equals(authority.getAuthority()));
	}

}
