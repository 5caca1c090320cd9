package org.mashhub.adapter.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.messaging.NameUuid;

/**
 * Builds the header that every event begins with. The same version of the same record
 * always gets the same event id; each acceptance gets a receipt id of its own.
 */
public class EventHeaders {

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private final Clock clock;

	private final ReceiptIds receipts = new ReceiptIds();

	EventHeaders(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Builds the header of a record that says itself when it happened.
	 * @param sender who sends it
	 * @param source what the record says of itself
	 * @param sharing how it may be shared; null when it does not say
	 * @param defaults how the agency's records may be shared
	 * @param type type of the event
	 * @return the header
	 */
	public EventHeader header(Sender sender, SourceRecord source, @Nullable Sharing sharing, SharingDefaults defaults,
			Class<? extends SpecificRecord> type) {
		return header(sender, source, sharing, defaults, type, null);
	}

	/**
	 * Builds the header of a record that may leave its time to a date in the notice.
	 * @param sender who sends it
	 * @param source what the record says of itself
	 * @param sharing how it may be shared; null when it does not say
	 * @param defaults how the agency's records may be shared
	 * @param type type of the event
	 * @param day the notice's own date, which counts where the record names no time; null
	 * when the notice has none
	 * @return the header
	 */
	public EventHeader header(Sender sender, SourceRecord source, @Nullable Sharing sharing, SharingDefaults defaults,
			Class<? extends SpecificRecord> type, @Nullable LocalDate day) {
		sender.mustBe("record.organisation", source.organisation());
		RecordState state = (source.state() != null) ? source.state() : RecordState.ACTIVE;
		if (source.retracts() != null && !source.isWithdrawn()) {
			throw new NoticeRefusedException(
					List.of(new FieldProblem("record.retracts", "names a record to withdraw, but record.state keeps it",
							"Send record.state RETRACTED or ENTERED_IN_ERROR, or leave record.retracts out.")));
		}
		long version = (source.version() != null) ? source.version() : 1L;
		Instant now = this.clock.instant();
		return describeSharing((sharing != null) ? sharing : Sharing.UNSTATED, defaults)
			.setReceiptId(this.receipts.mint(now))
			.setEventId(NameUuid.of("event", sender.agency(), sender.organisation(), source.system(), source.id(),
					version, type.getName()))
			.setAreaHint(sender.areaHint())
			.setAgency(sender.agency())
			.setOrganisationCode(sender.organisation())
			.setSourceSystem(source.system())
			.setSourceRecordId(source.id())
			.setSourceVersion(version)
			.setRecordState(state)
			.setRetracts(source.retracts())
			.setOccurredAt(occurredAt(source, day))
			.setOccurredPrecision(precision(source))
			.setRecordedAt(source.recordedAt().toInstant().truncatedTo(ChronoUnit.MILLIS))
			.setReceivedAt(now.truncatedTo(ChronoUnit.MILLIS))
			.setHistoric(sender.historic())
			.build();
	}

	private static Instant occurredAt(SourceRecord source, @Nullable LocalDate day) {
		if (source.occurredAt() != null) {
			return source.occurredAt().toInstant().truncatedTo(ChronoUnit.MILLIS);
		}
		if (day == null) {
			throw new NoticeRefusedException(List.of(new FieldProblem("record.occurredAt", "is missing",
					"Send when it happened, with its offset, for example 2026-01-31T14:05:00Z.")));
		}
		return day.atStartOfDay(UK).toInstant();
	}

	private static TimePrecision precision(SourceRecord source) {
		if (source.occurredPrecision() != null) {
			return source.occurredPrecision();
		}
		return (source.occurredAt() != null) ? TimePrecision.EXACT : TimePrecision.DAY;
	}

	private static EventHeader.Builder describeSharing(Sharing sharing, SharingDefaults defaults) {
		return EventHeader.newBuilder()
			.setPurpose((sharing.purpose() != null) ? sharing.purpose() : "SAFEGUARDING_CHILDREN")
			.setLawfulBasis((sharing.lawfulBasis() != null) ? sharing.lawfulBasis() : defaults.lawfulBasis())
			.setHandling(Handling.newBuilder()
				.setCode((sharing.handling() != null) ? sharing.handling() : defaults.handling())
				.setConditions(sharing.conditions())
				.build())
			.setFamilyInformed((sharing.familyInformed() != null) ? sharing.familyInformed() : FamilyInformed.UNKNOWN);
	}

}
