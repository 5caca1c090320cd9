package org.mashhub.adapter.hospital;

import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.hospital.v1.ComplaintCategory;

/**
 * What brought a patient, from the code that a hospital has: one of the hub's own words,
 * an ICD-10 code, or one of a few SNOMED CT concepts. Of anything else the hub learns
 * only that there was a complaint, never which.
 */
final class Complaints {

	private static final Map<String, ComplaintCategory> SNOMED = Map.of("267036007", ComplaintCategory.RESPIRATORY,
			"49727002", ComplaintCategory.RESPIRATORY, "271825005", ComplaintCategory.RESPIRATORY, "91175000",
			ComplaintCategory.SEIZURE, "417746004", ComplaintCategory.INJURY, "75478009", ComplaintCategory.INGESTION,
			"78164000", ComplaintCategory.FEEDING, "40733004", ComplaintCategory.INFECTION);

	/** By chapter, but for the blocks that say something else. */
	private static final Map<ComplaintCategory, Pattern> ICD10 = Map.of(ComplaintCategory.RESPIRATORY,
			Pattern.compile("J\\d\\d.*|R0[56].*|P2[2-8].*"), ComplaintCategory.SEIZURE,
			Pattern.compile("G4[01].*|R56.*|P90.*"), ComplaintCategory.INGESTION,
			Pattern.compile("T(3[6-9]|[45]\\d|6[0-5]).*"), ComplaintCategory.INJURY,
			Pattern.compile("S\\d\\d.*|T([012]\\d|3[0-5]).*"), ComplaintCategory.FEEDING,
			Pattern.compile("P92.*|R63\\.?3.*"), ComplaintCategory.INFECTION, Pattern.compile("[AB]\\d\\d.*"),
			ComplaintCategory.MENTAL_HEALTH, Pattern.compile("F\\d\\d.*"));

	private Complaints() {
	}

	/**
	 * The category of a code.
	 * @param code the code; null when none was sent
	 * @return its category
	 */
	static ComplaintCategory ofCode(@Nullable String code) {
		if (code == null) {
			return ComplaintCategory.NOT_RECORDED;
		}
		for (ComplaintCategory own : ComplaintCategory.values()) {
			if (own.name().equals(code)) {
				return own;
			}
		}
		return ICD10.entrySet()
			.stream()
			.filter((block) -> block.getValue().matcher(code).matches())
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse(SNOMED.getOrDefault(code, ComplaintCategory.OTHER));
	}

}
