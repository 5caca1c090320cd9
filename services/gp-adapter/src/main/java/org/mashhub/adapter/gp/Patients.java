package org.mashhub.adapter.gp;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.gp.FhirHeaders.Moment;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.DetailsChange;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.gp.v1.DeathNotified;
import org.mashhub.event.gp.v1.PatientDetailsChanged;
import org.mashhub.event.gp.v1.RegistrationChanged;

import org.springframework.stereotype.Component;

/**
 * A Patient who has died, or else one whose registration began, ended or moved, or else
 * one who was given another number.
 */
@Component
class Patients {

	/** Who confirmed it where the Personal Demographics Service has a formal notice. */
	static final String REGISTRAR = "REGISTRAR_OF_DEATHS";

	private static final String DEATH_NOTIFICATION = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DeathNotificationStatus";

	private static final String IDENTITY_CONFIRMED_BY = "https://mashhub.org/fhir/StructureDefinition/identity-confirmed-by";

	private final FhirHeaders headers;

	Patients(FhirHeaders headers) {
		this.headers = headers;
	}

	/** Whether it tells of a death, or takes such news back. */
	static boolean tellsOfDeath(Patient patient) {
		return isDead(patient) || notice(patient).isPresent();
	}

	/** Whether it tells anything that the hub takes, or is only referred to. */
	static boolean isTaken(Patient patient) {
		return tellsOfDeath(patient) || isRegistered(patient) || tellsOfNumbers(patient);
	}

	/** Whether it tells of numbers that the patient gave up, and of no registration. */
	static boolean tellsOfNumbers(Patient patient) {
		return !isRegistered(patient) && FhirPeople.numbers(patient).size() > 1;
	}

	private static boolean isRegistered(Patient patient) {
		return patient.getGeneralPractitioner().stream().anyMatch((practice) -> practice.getIdentifier().hasPeriod());
	}

	DeathNotified death(Sender sender, Patient patient, References references, @Nullable RecordState stated) {
		FhirChecks checks = this.headers.checks();
		requireOwn(sender, patient, references, checks);
		Optional<DeathNotice> notice = notice(patient);
		boolean removed = notice.isPresent() && notice.get() == DeathNotice.REMOVED;
		if (removed && isDead(patient)) {
			throw checks.refusal("Patient.deceased", "says that the patient died, but the death notice was removed",
					"Send one or the other.");
		}
		RecordState state = FhirHeaders.state(stated, () -> removed ? RecordState.RETRACTED : RecordState.ACTIVE);
		DateTimeType died = (patient.getDeceased() instanceof DateTimeType time) ? time : new DateTimeType();
		LocalDate diedOn = checks.day("Patient.deceasedDateTime", died).orElse(null);
		Moment moment = checks.time("Patient.deceasedDateTime", died)
			.map(Moment::exactly)
			.orElse((diedOn != null) ? null : Moment.writtenDown(patient));
		SourceRecord source = this.headers.source(patient, "/deceased", state, moment, checks);
		String confirmedBy = notice.filter((known) -> known == DeathNotice.FORMAL)
			.map((formal) -> REGISTRAR)
			.orElseGet(() -> confirmedBy(patient, checks));
		People people = new FhirPeople(patient, references, checks).around(patient, "Patient", source);
		return DeathNotified.newBuilder()
			.setHeader(this.headers.header(sender, source, patient, DeathNotified.class, diedOn))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setDeceasedRef(FhirPeople.PATIENT)
			.setDiedOn(diedOn)
			.setIdentityConfirmedBy(confirmedBy)
			.build();
	}

	RegistrationChanged registration(Sender sender, Patient patient, References references,
			@Nullable RecordState stated) {
		FhirChecks checks = this.headers.checks();
		FhirPeople reader = requireOwn(sender, patient, references, checks);
		Registration registration = registration(patient, reader, checks);
		SourceRecord source = this.headers.source(patient, "", FhirHeaders.state(stated, () -> RecordState.ACTIVE),
				null, checks);
		People people = reader.around(patient, "Patient", source);
		return RegistrationChanged.newBuilder()
			.setHeader(
					this.headers.header(sender, source, patient, RegistrationChanged.class, registration.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setPreviousPractice(registration.previous())
			.setNewPractice(registration.current())
			.setEffectiveOn(registration.effectiveOn())
			.build();
	}

	/** The numbers themselves are told with the patient, those that count now first. */
	PatientDetailsChanged details(Sender sender, Patient patient, References references, @Nullable RecordState stated) {
		FhirChecks checks = this.headers.checks();
		FhirPeople reader = requireOwn(sender, patient, references, checks);
		SourceRecord source = this.headers.source(patient, "/numbers",
				FhirHeaders.state(stated, () -> RecordState.ACTIVE), Moment.writtenDown(patient), checks);
		People people = reader.around(patient, "Patient", source);
		return PatientDetailsChanged.newBuilder()
			.setHeader(this.headers.header(sender, source, patient, PatientDetailsChanged.class, null))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setChange(DetailsChange.NUMBER_CHANGED)
			.setEffectiveOn(null)
			.build();
	}

	private static FhirPeople requireOwn(Sender sender, Patient patient, References references, FhirChecks checks) {
		FhirPeople reader = new FhirPeople(patient, references, checks);
		reader.odsCode("Patient.managingOrganization", patient.getManagingOrganization())
			.ifPresent((code) -> sender.mustBe("Patient.managingOrganization.identifier.value", code));
		return reader;
	}

	/** {@code deceasedBoolean} is often sent with the living, as false. */
	private static boolean isDead(Patient patient) {
		return patient.hasDeceased()
				&& !(patient.getDeceased() instanceof BooleanType dead && Boolean.FALSE.equals(dead.getValue()));
	}

	private static Optional<DeathNotice> notice(Patient patient) {
		Extension extension = patient.getExtensionByUrl(DEATH_NOTIFICATION);
		Extension status = (extension != null) ? extension.getExtensionByUrl("deathNotificationStatus") : null;
		return (status != null && status.getValue() instanceof CodeableConcept concept) ? concept.getCoding()
			.stream()
			.filter(Coding::hasCode)
			.flatMap((coding) -> DeathNotice.of(coding.getCode()).stream())
			.findFirst() : Optional.empty();
	}

	/** A practice's own word on who confirmed the identity, where it has one. */
	private static @Nullable String confirmedBy(Patient patient, FhirChecks checks) {
		Extension extension = patient.getExtensionByUrl(IDENTITY_CONFIRMED_BY);
		return (extension != null && extension.getValue() instanceof CodeType role)
				? checks.checked("role", "Patient.extension", role.getValue()) : null;
	}

	/**
	 * Reads general practitioners as the Personal Demographics Service writes them: each
	 * with its period.
	 */
	private static Registration registration(Patient patient, FhirPeople reader, FhirChecks checks) {
		String current = null;
		String previous = null;
		LocalDate began = null;
		LocalDate ended = null;
		List<Reference> practices = patient.getGeneralPractitioner();
		for (int i = 0; i < practices.size(); i++) {
			String field = "Patient.generalPractitioner[" + i + "]";
			String code = reader.odsCode(field, practices.get(i))
				.orElseThrow(() -> checks.refusal(field + ".identifier", "does not name a practice by its ODS code",
						"Send system " + FhirPeople.ODS_CODE + " and the practice's code."));
			Period period = practices.get(i).getIdentifier().getPeriod();
			if (period.hasEnd()) {
				LocalDate end = checks.day(field + ".identifier.period.end", period.getEndElement())
					.orElseThrow(() -> checks.refusal(field + ".identifier.period.end", "is not a day that has been",
							"Send the last day of the registration."));
				if (ended == null || end.isAfter(ended)) {
					ended = end;
					previous = code;
				}
			}
			else {
				current = code;
				began = checks.day(field + ".identifier.period.start", period.getStartElement()).orElse(began);
			}
		}
		checks.refuseWhatWasNoted();
		if (current == null && previous == null) {
			throw checks.refusal("Patient.generalPractitioner", "is missing",
					"Send the practice joined, the practice left with the end of its period, or both.");
		}
		LocalDate effectiveOn = (current != null) ? began : ended;
		if (effectiveOn == null) {
			throw checks.refusal("Patient.generalPractitioner.identifier.period.start", "is missing",
					"Send the first day of the registration.");
		}
		return new Registration(current, previous, effectiveOn);
	}

	/** Where a patient is registered now and was before. */
	private record Registration(@Nullable String current, @Nullable String previous, LocalDate effectiveOn) {

	}

}
