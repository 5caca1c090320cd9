package org.mashhub.console.readmodel;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The newest picture of a child.
 *
 * @param notKnown what rules needed to hear about the child and did not, when this
 * picture was made
 */
public record ChildView(UUID childId, String area, UUID foundingMention, UUID family, boolean withdrawn,
		String displayName, String initial, @Nullable LocalDate birthDate, @Nullable Integer birthYear,
		String admittedBecause, @Nullable String gpPractice, @Nullable LeadProfessionalView leadProfessional,
		List<StatusView> statuses, List<ConnectionView> connections, List<UUID> siblings, List<UUID> openAlerts,
		List<String> notKnown, ProvenanceView provenance) {

	public ChildView {
		// Pictures that an older hub made have no such list.
		notKnown = List.copyOf(Objects.requireNonNullElse(notKnown, List.of()));
	}
}
