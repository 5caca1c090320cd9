package org.mashhub.standalone;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fictional organisations behind the standalone's clients. */
public final class DemoOrganisations {

	/** Organisation code by agency. */
	public static final Map<String, String> BY_AGENCY = byAgency();

	private DemoOrganisations() {
	}

	private static Map<String, String> byAgency() {
		Map<String, String> codes = new LinkedHashMap<>();
		codes.put("police", "harrow-vale-police");
		codes.put("gp", "Y99001");
		codes.put("health-visiting", "harrow-vale-community-health");
		codes.put("housing", "harrow-vale-homes");
		codes.put("social-care", "harrow-vale-council");
		return Collections.unmodifiableMap(codes);
	}

}
