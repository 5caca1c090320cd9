package org.mashhub.adapter.gp;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Flag;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.gp.FhirHeaders.Moment;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.gp.v1.HealthCategory;
import org.mashhub.event.gp.v1.ParentalHealthFlagged;

import org.springframework.stereotype.Component;

/**
 * A Flag on a parent or carer. Its code is read for the category that it belongs to, and
 * then forgotten.
 */
@Component
class HealthFlags {

	/** The hub's own code system: the names of the categories. */
	static final String CATEGORIES = "https://mashhub.org/fhir/CodeSystem/parental-health-category";

	private static final String SNOMED = "http://snomed.info/sct";

	/**
	 * Heads of hierarchies, and what practices flag most; the rest is for the sender to
	 * map.
	 */
	private static final Map<String, HealthCategory> BY_SNOMED = Map.ofEntries(
			Map.entry("74732009", HealthCategory.MENTAL_HEALTH), Map.entry("35489007", HealthCategory.MENTAL_HEALTH),
			Map.entry("197480006", HealthCategory.MENTAL_HEALTH), Map.entry("13746004", HealthCategory.MENTAL_HEALTH),
			Map.entry("58214004", HealthCategory.MENTAL_HEALTH), Map.entry("69322001", HealthCategory.MENTAL_HEALTH),
			Map.entry("58703003", HealthCategory.PERINATAL_MENTAL_HEALTH),
			Map.entry("66214007", HealthCategory.SUBSTANCE_MISUSE),
			Map.entry("26416006", HealthCategory.SUBSTANCE_MISUSE),
			Map.entry("191816009", HealthCategory.SUBSTANCE_MISUSE), Map.entry("7200002", HealthCategory.ALCOHOL),
			Map.entry("15167005", HealthCategory.ALCOHOL), Map.entry("66590003", HealthCategory.ALCOHOL),
			Map.entry("110359009", HealthCategory.LEARNING_DISABILITY),
			Map.entry("35919005", HealthCategory.NEURODIVERSITY), Map.entry("408856003", HealthCategory.NEURODIVERSITY),
			Map.entry("406506008", HealthCategory.NEURODIVERSITY));

	private final FhirHeaders headers;

	HealthFlags(FhirHeaders headers) {
		this.headers = headers;
	}

	ParentalHealthFlagged flagged(Sender sender, Flag flag, References references, @Nullable RecordState stated) {
		FhirChecks checks = this.headers.checks();
		RecordState state = FhirHeaders.state(stated, () -> state(flag, checks));
		HealthCategory category = category(flag.getCode().getCoding())
			.orElseThrow(() -> checks.refusal("Flag.code", "belongs to no category that the hub knows",
					"Add a coding of the system " + CATEGORIES + " with one of: " + names() + "."));
		LocalDate startedOn = checks.day("Flag.period.start", flag.getPeriod().getStartElement()).orElse(null);
		LocalDate endedOn = checks.day("Flag.period.end", flag.getPeriod().getEndElement()).orElse(null);
		if (flag.getStatus() == Flag.FlagStatus.INACTIVE && endedOn == null) {
			checks.note("Flag.period.end", "is missing", "Send the day on which an inactive flag ended.");
		}
		if (startedOn != null && endedOn != null && endedOn.isBefore(startedOn)) {
			checks.note("Flag.period.end", "lies before the start", "Check both days.");
		}
		SourceRecord source = this.headers.source(flag, "", state,
				(startedOn != null) ? null : Moment.writtenDown(flag), checks);
		FhirPeople reader = new FhirPeople(flag, references, checks);
		People people = reader.withChildren(reader.patient(flag.getSubject()).orElse(null), "Flag.subject", source);
		return ParentalHealthFlagged.newBuilder()
			.setHeader(this.headers.header(sender, source, flag, ParentalHealthFlagged.class, startedOn))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setCategory(category)
			.setStartedOn(startedOn)
			.setEndedOn(endedOn)
			.build();
	}

	private static RecordState state(Flag flag, FhirChecks checks) {
		if (!flag.hasStatus()) {
			throw checks.refusal("Flag.status", "is missing", "Send active, inactive or entered-in-error.");
		}
		return (flag.getStatus() == Flag.FlagStatus.ENTEREDINERROR) ? RecordState.ENTERED_IN_ERROR : RecordState.ACTIVE;
	}

	/** What the sender says itself goes before what a SNOMED CT code is taken for. */
	private static Optional<HealthCategory> category(List<Coding> codings) {
		return codings.stream()
			.filter((coding) -> CATEGORIES.equals(coding.getSystem()) && coding.hasCode())
			.findFirst()
			.map((coding) -> named(coding.getCode()))
			.orElseGet(() -> codings.stream()
				.filter((coding) -> SNOMED.equals(coding.getSystem()) && coding.hasCode())
				.flatMap((coding) -> Optional.ofNullable(BY_SNOMED.get(coding.getCode())).stream())
				.findFirst());
	}

	private static Optional<HealthCategory> named(String code) {
		return Arrays.stream(HealthCategory.values())
			.filter((category) -> category.name().equals(code.toUpperCase(Locale.ROOT)))
			.findFirst();
	}

	private static String names() {
		return Arrays.stream(HealthCategory.values()).map(Enum::name).collect(Collectors.joining(", "));
	}

}
