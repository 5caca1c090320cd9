package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.TimePrecision;

/**
 * One line of a chronology, as an agency recorded it.
 *
 * @param eventType kind of event; null while the viewer may not see what it says
 * @param headline what happened, likewise
 * @param restricted whether the agency restricts the record of somebody whom it names;
 * null in what an older hub wrote
 * @param statements the headline part by part, each with those whom it is about; empty in
 * what an older hub wrote, and where it is shown: that has about in its place
 * @param about the same for the child on whose page it stands; null elsewhere
 */
public record ChronologyView(String area, String sourceRecord, String agency, String organisationCode,
		@Nullable String eventType, Instant occurredAt, TimePrecision occurredPrecision, Instant recordedAt,
		Instant receivedAt, long version, @Nullable String headline, @Nullable String summary, HandlingCode handling,
		@Nullable String conditions, List<UUID> mentions, List<String> facts, @Nullable Boolean restricted,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(hidden = true) List<StatementView> statements,
		@Nullable List<AboutView> about) {

	public ChronologyView {
		statements = List.copyOf(Objects.requireNonNullElse(statements, List.of()));
	}

	boolean isRestricted() {
		return Boolean.TRUE.equals(this.restricted);
	}

	/** That there is something, and whom to ask. */
	ChronologyView withoutContent() {
		return new ChronologyView(this.area, this.sourceRecord, this.agency, this.organisationCode, null,
				this.occurredAt, this.occurredPrecision, this.recordedAt, this.receivedAt, this.version, null, null,
				this.handling, null, this.mentions, List.of(), this.restricted, List.of(), null);
	}

	/** The mentions would tell whom the picture does not show. */
	ChronologyView about(List<AboutView> people) {
		return new ChronologyView(this.area, this.sourceRecord, this.agency, this.organisationCode, this.eventType,
				this.occurredAt, this.occurredPrecision, this.recordedAt, this.receivedAt, this.version, this.headline,
				this.summary, this.handling, this.conditions, this.mentions, this.facts, this.restricted, List.of(),
				people);
	}

}
