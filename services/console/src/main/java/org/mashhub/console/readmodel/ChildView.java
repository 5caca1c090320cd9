package org.mashhub.console.readmodel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** The newest picture of a child. */
public record ChildView(UUID childId, String area, UUID foundingMention, UUID family, boolean withdrawn,
		String displayName, String initial, @Nullable LocalDate birthDate, @Nullable Integer birthYear,
		String admittedBecause, @Nullable String gpPractice, @Nullable LeadProfessionalView leadProfessional,
		List<StatusView> statuses, List<ConnectionView> connections, List<UUID> siblings, List<UUID> openAlerts,
		ProvenanceView provenance) {
}
