package org.mashhub.adapter.gp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import jakarta.validation.Validator;
import org.apache.avro.specific.SpecificRecord;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.TimePrecision;

import org.springframework.stereotype.Component;

/** What a resource says of itself: its number, its version, its times, its label. */
@Component
class FhirHeaders {

	static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e), 9(2)(g) and 9(2)(h); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

	private final EventHeaders headers;

	private final Validator validator;

	FhirHeaders(EventHeaders headers, Validator validator) {
		this.headers = headers;
		this.validator = validator;
	}

	FhirChecks checks() {
		return new FhirChecks(this.validator);
	}

	/**
	 * Whether a record stands.
	 * @param stated what its sender says beside the resource; null when nothing
	 * @param own what the resource says itself, asked unless the sender withdraws it
	 * @return the state
	 */
	static RecordState state(@Nullable RecordState stated, Supplier<RecordState> own) {
		if (stated == RecordState.RETRACTED || stated == RecordState.ENTERED_IN_ERROR) {
			return stated;
		}
		RecordState state = own.get();
		return (state == RecordState.ACTIVE && stated != null) ? stated : state;
	}

	/**
	 * What the resource says as a record of its own.
	 * @param resource the resource
	 * @param part which of several facts of the resource it is; empty where there is one
	 * @param state whether the record stands
	 * @param occurred when it happened; null when a day says it
	 * @param checks where problems are noted
	 * @return the record
	 */
	SourceRecord source(Resource resource, String part, RecordState state, @Nullable Moment occurred,
			FhirChecks checks) {
		String type = resource.fhirType();
		Meta meta = resource.getMeta();
		String id = checks.checked("id", type + ".id", resource.getIdElement().getIdPart());
		String version = checks.checked("version", type + ".meta.versionId", meta.getVersionId());
		String system = checks.checked("system", type + ".meta.source", meta.getSource());
		Instant recorded = checks.time(type + ".meta.lastUpdated", meta.getLastUpdatedElement()).orElse(null);
		if (!resource.getIdElement().hasIdPart()) {
			checks.note(type + ".id", "is missing", "Send the resource's id in your system.");
		}
		if (!meta.hasLastUpdated()) {
			checks.note(type + ".meta.lastUpdated", "is missing", "Send when your system wrote this version.");
		}
		checks.refuseWhatWasNoted();
		if (id == null || recorded == null) {
			throw checks.refusal(type, "cannot be told from other records", "Send id and meta.lastUpdated.");
		}
		return new SourceRecord(type + "/" + id + part, (version != null) ? Long.valueOf(version) : null, state, null,
				(system != null) ? system : "gp-fhir", null,
				(occurred != null) ? occurred.at().atOffset(ZoneOffset.UTC) : null,
				(occurred != null) ? occurred.precision() : null, recorded.atOffset(ZoneOffset.UTC));
	}

	EventHeader header(Sender sender, SourceRecord source, Resource resource, Class<? extends SpecificRecord> type,
			@Nullable LocalDate day) {
		return this.headers.header(sender, source, new Sharing(null, null, handling(resource), null, null), DEFAULTS,
				type, day);
	}

	/**
	 * A label that restricts narrows who sees the content, and so does one that the hub
	 * does not know: whoever set it meant something by it.
	 */
	private static @Nullable HandlingCode handling(Resource resource) {
		return resource.getMeta().getSecurity().stream().allMatch(FhirHeaders::isUnrestricted) ? null
				: HandlingCode.MASH_ONLY;
	}

	private static boolean isUnrestricted(Coding label) {
		return CONFIDENTIALITY.equals(label.getSystem()) && switch ((label.getCode() != null) ? label.getCode() : "") {
			case "U", "L", "M", "N" -> true;
			default -> false;
		};
	}

	/**
	 * When something happened.
	 *
	 * @param at the time
	 * @param precision how exactly it is known
	 */
	record Moment(Instant at, TimePrecision precision) {

		static Moment exactly(Instant at) {
			return new Moment(at, TimePrecision.EXACT);
		}

		/** Nothing better is known than when it was written down. */
		static @Nullable Moment writtenDown(Resource resource) {
			return resource.getMeta().hasLastUpdated()
					? new Moment(resource.getMeta().getLastUpdated().toInstant(), TimePrecision.APPROXIMATE) : null;
		}

	}

}
