package org.mashhub.adapter.gp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.ImmunizationRecommendation;
import org.hl7.fhir.r4.model.ImmunizationRecommendation.ImmunizationRecommendationRecommendationComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.gp.FhirHeaders.Moment;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.gp.v1.ImmunisationOverdue;
import org.mashhub.event.gp.v1.ImmunisationStatus;

import org.springframework.stereotype.Component;

/**
 * Where an immunisation of the routine schedule stands: forecast by an
 * ImmunizationRecommendation, declined or given by an Immunization. Which vaccine it was
 * is never told.
 */
@Component
class Immunisations {

	/** LOINC: the date on which a vaccine is due. */
	private static final String DATE_DUE = "30980-7";

	/** HL7 v3 ActReason: patient, or who speaks for it, objects. */
	private static final String OBJECTION = "PATOBJ";

	private static final String PLACE_REMEDY = "Send the age at which it is due, for example 8_WEEKS, 1_YEAR or "
			+ "3_YEARS_4_MONTHS.";

	private final FhirHeaders headers;

	Immunisations(FhirHeaders headers) {
		this.headers = headers;
	}

	ImmunisationOverdue forecast(Sender sender, ImmunizationRecommendation resource, References references,
			@Nullable RecordState stated) {
		FhirChecks checks = this.headers.checks();
		List<ImmunizationRecommendationRecommendationComponent> all = resource.getRecommendation();
		List<ImmunizationRecommendationRecommendationComponent> overdue = withStatus(all, "overdue");
		ImmunisationStatus status = overdue.isEmpty() ? ImmunisationStatus.CAUGHT_UP : ImmunisationStatus.OVERDUE;
		List<ImmunizationRecommendationRecommendationComponent> said = overdue.isEmpty() ? withStatus(all, "complete")
				: overdue;
		String field = "ImmunizationRecommendation.recommendation";
		if (said.isEmpty()) {
			throw checks.refusal(field + ".forecastStatus", "is neither overdue nor complete",
					"Send what is overdue; when it has been given, send the next version as complete.");
		}
		List<Optional<SchedulePlace>> places = said.stream()
			.map((one) -> SchedulePlace.read(one.getSeries()))
			.distinct()
			.toList();
		if (places.size() > 1) {
			throw checks.refusal(field + ".series", "names several places of the schedule",
					"Send one resource for each age at which something is overdue.");
		}
		SchedulePlace place = places.getFirst()
			.orElseThrow(
					() -> checks.refusal(field + ".series", "is not a place in the routine schedule", PLACE_REMEDY));
		LocalDate due = said.stream()
			.flatMap((one) -> one.getDateCriterion().stream())
			.filter((criterion) -> hasCode(criterion.getCode(), DATE_DUE))
			.flatMap((criterion) -> checks.plannedDay(field + ".dateCriterion.value", criterion.getValueElement())
				.stream())
			.min(LocalDate::compareTo)
			.orElse(null);
		LocalDate told = checks.day("ImmunizationRecommendation.date", resource.getDateElement()).orElse(null);
		return event(sender, resource, resource.getPatient(), references,
				FhirHeaders.state(stated, () -> RecordState.ACTIVE), new Standing(place, due, status, told), checks);
	}

	ImmunisationOverdue given(Sender sender, Immunization resource, References references,
			@Nullable RecordState stated) {
		FhirChecks checks = this.headers.checks();
		if (!resource.hasStatus()) {
			throw checks.refusal("Immunization.status", "is missing", "Send completed, not-done or entered-in-error.");
		}
		RecordState state = FhirHeaders.state(stated,
				() -> (resource.getStatus() == Immunization.ImmunizationStatus.ENTEREDINERROR)
						? RecordState.ENTERED_IN_ERROR : RecordState.ACTIVE);
		SchedulePlace place = resource.getProtocolApplied()
			.stream()
			.map((protocol) -> SchedulePlace.read(protocol.getSeries()))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow(() -> checks.refusal("Immunization.protocolApplied.series",
					"is not a place in the routine schedule", PLACE_REMEDY));
		LocalDate told = (resource.getOccurrence() instanceof DateTimeType occurrence)
				? checks.day("Immunization.occurrenceDateTime", occurrence).orElse(null)
				: checks.day("Immunization.recorded", resource.getRecordedElement()).orElse(null);
		return event(sender, resource, resource.getPatient(), references, state,
				new Standing(place, null, status(resource, checks), told), checks);
	}

	private static ImmunisationStatus status(Immunization resource, FhirChecks checks) {
		if (resource.getStatus() != Immunization.ImmunizationStatus.NOTDONE) {
			return ImmunisationStatus.CAUGHT_UP;
		}
		if (hasCode(resource.getStatusReason(), OBJECTION)) {
			return ImmunisationStatus.DECLINED;
		}
		if (hasCode(resource.getStatusReason(), "IMMUNE") || hasCode(resource.getStatusReason(), "MEDPREC")) {
			throw checks.refusal("Immunization.statusReason", "says that it was not needed or not safe",
					"Do not send it: the hub takes what is overdue, was declined, or has been caught up with.");
		}
		return ImmunisationStatus.OVERDUE;
	}

	private ImmunisationOverdue event(Sender sender, DomainResource resource, Reference subject, References references,
			RecordState state, Standing standing, FhirChecks checks) {
		FhirPeople reader = new FhirPeople(resource, references, checks);
		Patient patient = reader.patient(subject).orElse(null);
		LocalDate dueOn = Optional.ofNullable(standing.dueOn())
			.or(() -> dueByAge(patient, standing.place()))
			.or(() -> Optional.ofNullable(standing.toldOn()))
			.orElseThrow(() -> checks.refusal(resource.fhirType(), "does not say when it was due",
					"Send the patient's full birth date, or the date due (LOINC 30980-7)."));
		boolean overdue = standing.status() == ImmunisationStatus.OVERDUE;
		checks.checked(overdue ? "day" : "plannedDay", resource.fhirType() + " (date due)", dueOn);
		LocalDate happenedOn = (overdue || standing.toldOn() == null) ? dueOn : standing.toldOn();
		SourceRecord source = this.headers.source(resource, "", state, null, checks);
		People people = reader.around(patient, resource.fhirType() + ".patient", source);
		return ImmunisationOverdue.newBuilder()
			.setHeader(this.headers.header(sender, source, resource, ImmunisationOverdue.class, happenedOn))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setScheduleCode(standing.place().code())
			.setDueOn(dueOn)
			.setStatus(standing.status())
			.build();
	}

	/** The schedule says it: the day on which the child reaches the age. */
	private static Optional<LocalDate> dueByAge(@Nullable Patient patient, SchedulePlace place) {
		return (patient == null) ? Optional.empty()
				: FhirChecks.named(patient.getBirthDateElement()).map((born) -> born.plus(place.age()));
	}

	private static List<ImmunizationRecommendationRecommendationComponent> withStatus(
			List<ImmunizationRecommendationRecommendationComponent> all, String status) {
		return all.stream().filter((one) -> hasCode(one.getForecastStatus(), status)).toList();
	}

	private static boolean hasCode(CodeableConcept concept, String code) {
		return concept.getCoding().stream().anyMatch((coding) -> code.equals(coding.getCode()));
	}

	/**
	 * What is said of one place in the schedule.
	 *
	 * @param place the place
	 * @param dueOn when it was due, where the resource says so
	 * @param status where it stands
	 * @param toldOn when that was written down or happened
	 */
	private record Standing(SchedulePlace place, @Nullable LocalDate dueOn, ImmunisationStatus status,
			@Nullable LocalDate toldOn) {

	}

}
