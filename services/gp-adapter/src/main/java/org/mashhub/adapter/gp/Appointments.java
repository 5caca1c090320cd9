package org.mashhub.adapter.gp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.gp.FhirHeaders.Moment;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.gp.v1.AppointmentNotBrought;

import org.springframework.stereotype.Component;

/** An Appointment that was not attended, or to which a child was not brought. */
@Component
class Appointments {

	private final FhirHeaders headers;

	Appointments(FhirHeaders headers) {
		this.headers = headers;
	}

	AppointmentNotBrought notBrought(Sender sender, Appointment appointment, References references,
			@Nullable RecordState stated) {
		FhirChecks checks = this.headers.checks();
		RecordState state = FhirHeaders.state(stated, () -> state(appointment, checks));
		Instant start = checks.time("Appointment.start", appointment.getStartElement())
			.orElseThrow(() -> appointment.hasStart()
					? checks.refusal("Appointment.start", "cannot be right",
							"Send the start of the booked slot, which has passed.")
					: checks.refusal("Appointment.start", "is missing", "Send the start of the booked slot."));
		SourceRecord source = this.headers.source(appointment, "", state, Moment.exactly(start), checks);
		FhirPeople reader = new FhirPeople(appointment, references, checks);
		Instant rebookedFor = rebookedFor(appointment, start, references, checks);
		String provider = provider(appointment, sender, reader);
		People people = reader.around(patient(appointment, reader).orElse(null), "Appointment.participant", source);
		return AppointmentNotBrought.newBuilder()
			.setHeader(this.headers.header(sender, source, appointment, AppointmentNotBrought.class, null))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAppointmentAt(start)
			.setServiceType(serviceType(appointment))
			.setProvider(provider)
			.setRebookedFor(rebookedFor)
			.build();
	}

	/** Whether it says that somebody did not come, or takes that back. */
	static boolean isTaken(Appointment appointment) {
		return appointment.getStatus() == Appointment.AppointmentStatus.NOSHOW
				|| appointment.getStatus() == Appointment.AppointmentStatus.ENTEREDINERROR;
	}

	private static RecordState state(Appointment appointment, FhirChecks checks) {
		if (!isTaken(appointment)) {
			throw checks.refusal("Appointment.status", "is not one that the hub takes",
					"Send only appointments with status noshow; to withdraw one sent earlier, send entered-in-error "
							+ "with a higher meta.versionId.");
		}
		return (appointment.getStatus() == Appointment.AppointmentStatus.NOSHOW) ? RecordState.ACTIVE
				: RecordState.ENTERED_IN_ERROR;
	}

	private static Optional<Patient> patient(Appointment appointment, FhirPeople reader) {
		return appointment.getParticipant()
			.stream()
			.flatMap((participant) -> reader.patient(participant.getActor()).stream())
			.findFirst();
	}

	/**
	 * The new slot: R4 has no element for it, so it is the booked Appointment that the
	 * missed one names as supporting information.
	 */
	private static @Nullable Instant rebookedFor(Appointment missed, Instant start, References references,
			FhirChecks checks) {
		List<Reference> supporting = missed.getSupportingInformation();
		for (int i = 0; i < supporting.size(); i++) {
			String field = "Appointment.supportingInformation[" + i + "]";
			Optional<Appointment> booked = references.find(supporting.get(i), Appointment.class)
				.filter((other) -> isBooked(other.getStatus()));
			if (booked.isPresent()) {
				Optional<Instant> slot = checks.plannedTime(field + ".start", booked.get().getStartElement());
				if (slot.isPresent() && slot.get().isAfter(start)) {
					return slot.get();
				}
				checks.note(field, "is not a later slot", "Refer to the Appointment that replaces the missed one.");
			}
		}
		return null;
	}

	private static boolean isBooked(Appointment.@Nullable AppointmentStatus status) {
		return status != null && switch (status) {
			case BOOKED, PENDING, ARRIVED, CHECKEDIN, FULFILLED -> true;
			case PROPOSED, CANCELLED, NOSHOW, ENTEREDINERROR, WAITLIST, NULL -> false;
		};
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
	private static @Nullable String provider(Appointment appointment, Sender sender, FhirPeople reader) {
		return appointment.getParticipant()
			.stream()
			.flatMap((participant) -> reader.odsCode("Appointment.participant.actor", participant.getActor()).stream())
			.filter((code) -> !code.equals(sender.organisation()))
			.findFirst()
			.orElse(null);
	}

}
