package org.mashhub.adapter.gp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.gp.v1.AppointmentNotBrought;
import org.mashhub.event.gp.v1.RegistrationChanged;

import org.springframework.stereotype.Component;

/** FHIR R4 in, events out. */
@Component
class GpTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e), 9(2)(g) and 9(2)(h); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");

	private final EventHeaders headers;

	private final Validator validator;

	GpTranslator(EventHeaders headers, Validator validator) {
		this.headers = headers;
		this.validator = validator;
	}

	AppointmentNotBrought notBrought(Sender sender, Appointment appointment) {
		RecordState state = state(appointment);
		if (!appointment.hasStart()) {
			throw refusal("Appointment.start", "is missing", "Send the start of the booked slot.");
		}
		Instant start = appointment.getStart().toInstant();
		SourceRecord source = source(appointment, state, start);
		People people = people(appointment, source);
		return AppointmentNotBrought.newBuilder()
			.setHeader(this.headers.header(sender, source, null, DEFAULTS, AppointmentNotBrought.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAppointmentAt(start)
			.setServiceType(serviceType(appointment))
			.setProvider(provider(appointment, sender))
			.setRebookedFor(null)
			.build();
	}

	RegistrationChanged registration(Sender sender, @Nullable RecordState state, Patient patient) {
		FhirPatient reader = new FhirPatient(patient, "Patient", this.validator);
		reader
			.odsCode("Patient.managingOrganization",
					patient.hasManagingOrganization() ? patient.getManagingOrganization() : null)
			.ifPresent((code) -> sender.mustBe("Patient.managingOrganization.identifier.value", code));
		Registration registration = registration(patient, reader);
		People people = reader.people(registration.current());
		Instant effective = registration.effectiveOn().atStartOfDay(UK).toInstant();
		SourceRecord source = source(patient, (state != null) ? state : RecordState.ACTIVE, null);
		requirePossible("Patient.generalPractitioner.identifier.period", effective);
		return RegistrationChanged.newBuilder()
			.setHeader(this.headers.header(sender, source, null, DEFAULTS, RegistrationChanged.class,
					registration.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setPreviousPractice(registration.previous())
			.setNewPractice(registration.current())
			.setEffectiveOn(registration.effectiveOn())
			.build();
	}

	private static RecordState state(Appointment appointment) {
		Appointment.AppointmentStatus status = appointment.getStatus();
		if (status == Appointment.AppointmentStatus.NOSHOW) {
			return RecordState.ACTIVE;
		}
		if (status == Appointment.AppointmentStatus.ENTEREDINERROR) {
			return RecordState.ENTERED_IN_ERROR;
		}
		throw refusal("Appointment.status", "is not one that the hub takes",
				"Send only appointments with status noshow; to withdraw one sent earlier, send entered-in-error with a "
						+ "higher meta.versionId.");
	}

	private People people(Appointment appointment, SourceRecord source) {
		List<Appointment.AppointmentParticipantComponent> participants = appointment.getParticipant();
		for (int i = 0; i < participants.size(); i++) {
			if (participants.get(i).getActor().getResource() instanceof Patient patient) {
				FhirPatient reader = new FhirPatient(patient, "Appointment.contained[Patient]", this.validator);
				String practice = patient.getGeneralPractitioner()
					.stream()
					.findFirst()
					.flatMap((reference) -> reader.odsCode("Appointment.contained[Patient].generalPractitioner",
							reference))
					.orElse(null);
				return reader.people(practice);
			}
		}
		People nobody = new People();
		nobody.requireUnlessWithdrawn("Appointment.participant", false, source);
		return nobody;
	}

	private SourceRecord source(Resource resource, RecordState state, @Nullable Instant occurredAt) {
		String type = resource.fhirType();
		String id = resource.getIdElement().getIdPart();
		if (id == null) {
			throw refusal(type + ".id", "is missing", "Send the resource's id in your system.");
		}
		Date lastUpdated = resource.getMeta().getLastUpdated();
		if (lastUpdated == null) {
			throw refusal(type + ".meta.lastUpdated", "is missing", "Send when your system wrote this version.");
		}
		String version = resource.getMeta().getVersionId();
		if (version != null && !VERSION.matcher(version).matches()) {
			throw refusal(type + ".meta.versionId", "is not a whole number",
					"Send a number that grows with each version of the resource.");
		}
		if (occurredAt != null) {
			requirePossible(type + ".start", occurredAt);
		}
		requirePossible(type + ".meta.lastUpdated", lastUpdated.toInstant());
		return new SourceRecord(type + "/" + id, (version != null) ? Long.valueOf(version) : null, state, null,
				system(resource), null, (occurredAt != null) ? occurredAt.atOffset(ZoneOffset.UTC) : null, null,
				lastUpdated.toInstant().atOffset(ZoneOffset.UTC));
	}

	private static String system(Resource resource) {
		return resource.getMeta().hasSource() ? resource.getMeta().getSource() : "gp-fhir";
	}

	private void requirePossible(String field, Instant time) {
		for (ConstraintViolation<SourceRecord> violation : this.validator.validateValue(SourceRecord.class,
				"occurredAt", OffsetDateTime.ofInstant(time, ZoneOffset.UTC))) {
			throw new NoticeRefusedException(List.of(FieldProblem.ofMessage(field, violation.getMessage())));
		}
	}

	/** A code is better than a text, which may say more than is needed. */
	private static @Nullable String serviceType(Appointment appointment) {
		for (CodeableConcept concept : appointment.getServiceType()) {
			for (Coding coding : concept.getCoding()) {
				if (coding.hasCode()) {
					return coding.getCode();
				}
			}
			if (concept.hasText()) {
				return concept.getText();
			}
		}
		return null;
	}

	/** The organisation that takes part, where it is named and is not the sender. */
	private static @Nullable String provider(Appointment appointment, Sender sender) {
		return appointment.getParticipant()
			.stream()
			.map(Appointment.AppointmentParticipantComponent::getActor)
			.filter((actor) -> FhirPatient.ODS_CODE.equals(actor.getIdentifier().getSystem()))
			.map((actor) -> actor.getIdentifier().getValue())
			.filter((code) -> code != null && !code.equals(sender.organisation()))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Reads general practitioners as the Personal Demographics Service writes them: each
	 * with its period.
	 */
	private static Registration registration(Patient patient, FhirPatient reader) {
		String current = null;
		String previous = null;
		LocalDate began = null;
		LocalDate ended = null;
		List<Reference> practices = patient.getGeneralPractitioner();
		for (int i = 0; i < practices.size(); i++) {
			String field = "Patient.generalPractitioner[" + i + "]";
			String code = reader.odsCode(field, practices.get(i))
				.orElseThrow(() -> refusal(field + ".identifier", "does not name a practice by its ODS code",
						"Send system " + FhirPatient.ODS_CODE + " and the practice's code."));
			Period period = practices.get(i).getIdentifier().getPeriod();
			if (period.hasEnd()) {
				LocalDate end = day(period.getEnd());
				if (ended == null || end.isAfter(ended)) {
					ended = end;
					previous = code;
				}
			}
			else {
				current = code;
				began = period.hasStart() ? day(period.getStart()) : began;
			}
		}
		if (current == null && previous == null) {
			throw refusal("Patient.generalPractitioner", "is missing",
					"Send the practice joined, the practice left with the end of its period, or both.");
		}
		LocalDate effectiveOn = (current != null) ? began : ended;
		if (effectiveOn == null) {
			throw refusal("Patient.generalPractitioner.identifier.period.start", "is missing",
					"Send the first day of the registration.");
		}
		return new Registration(current, previous, effectiveOn);
	}

	private static LocalDate day(Date date) {
		return LocalDate.ofInstant(date.toInstant(), ZoneId.systemDefault());
	}

	private static NoticeRefusedException refusal(String field, String problem, String remedy) {
		return new NoticeRefusedException(List.of(new FieldProblem(field, problem, remedy)));
	}

	/** Where a patient is registered now and was before. */
	private record Registration(@Nullable String current, @Nullable String previous, LocalDate effectiveOn) {

	}

}
