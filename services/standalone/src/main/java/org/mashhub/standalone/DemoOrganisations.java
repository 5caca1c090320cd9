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
		codes.put("hospital", "Y99H1");
		codes.put("ambulance", "Y99A1");
		codes.put("early-help", "harrow-vale-early-help");
		codes.put("probation", "harrow-vale-probation");
		codes.put("education", "harrow-vale-schools");
		codes.put("adult-social-care", "harrow-vale-adult-care");
		codes.put("single-point-of-access", "harrow-vale-front-door");
		return Collections.unmodifiableMap(codes);
	}

}
