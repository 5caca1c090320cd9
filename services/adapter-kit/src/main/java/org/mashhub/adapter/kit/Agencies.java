package org.mashhub.adapter.kit;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The agencies that this process serves: one in production, all of them in the
 * standalone.
 */
record Agencies(List<AgencyEndpoints> endpoints) {

	Agencies {
		endpoints = List.copyOf(endpoints);
	}

	/**
	 * The agency whose endpoints a request is for, {@code none} when it is for no one's.
	 */
	String of(HttpServletRequest request) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		return this.endpoints.stream()
			.filter((candidate) -> candidate.contains(path))
			.map(AgencyEndpoints::agency)
			.findFirst()
			.orElse("none");
	}

}
