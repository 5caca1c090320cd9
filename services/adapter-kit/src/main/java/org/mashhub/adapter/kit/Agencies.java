package org.mashhub.adapter.kit;

import java.util.List;
import java.util.Optional;

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
		return endpointsOf(request).map(AgencyEndpoints::agency).orElse("none");
	}

	/** The kind of record that a request brings, empty when there is none at its path. */
	Optional<NoticeType<?>> noticeOf(HttpServletRequest request) {
		return endpointsOf(request).flatMap((agency) -> agency.noticeAt(path(request)));
	}

	private Optional<AgencyEndpoints> endpointsOf(HttpServletRequest request) {
		String path = path(request);
		return this.endpoints.stream().filter((candidate) -> candidate.contains(path)).findFirst();
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

}
