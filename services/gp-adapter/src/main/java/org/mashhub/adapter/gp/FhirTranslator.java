package org.mashhub.adapter.gp;

import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.ImmunizationRecommendation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.fhir.FhirReader;
import org.mashhub.event.common.v1.RecordState;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.stereotype.Component;

/** FHIR R4 in, events out: one event a resource. */
@Component
class FhirTranslator {

	/** The kinds of resource that the hub takes as records. */
	static final List<String> TAKEN = List.of("Appointment", "Flag", "Immunization", "ImmunizationRecommendation",
			"Patient");

	private final FhirReader reader;

	private final Appointments appointments;

	private final HealthFlags flags;

	private final Immunisations immunisations;

	private final Patients patients;

	FhirTranslator(FhirReader reader, Appointments appointments, HealthFlags flags, Immunisations immunisations,
			Patients patients) {
		this.reader = reader;
		this.appointments = appointments;
		this.flags = flags;
		this.immunisations = immunisations;
		this.patients = patients;
	}

	/** One line of a file. */
	SpecificRecord alone(Sender sender, FhirResource resource) {
		return alone(sender, resource.json(), null);
	}

	/**
	 * Makes the event of a resource that stands alone.
	 * @param sender who sends
	 * @param tree the resource
	 * @param stated whether the record stands, where the sender says so beside the
	 * resource
	 * @return the event
	 */
	SpecificRecord alone(Sender sender, ObjectNode tree, @Nullable RecordState stated) {
		requireTaken(FhirReader.typeOf(tree));
		return translate(sender, this.reader.resource(tree), References.NONE, stated);
	}

	SpecificRecord translate(Sender sender, Resource resource, References references, @Nullable RecordState stated) {
		return switch (resource) {
			case Appointment appointment -> this.appointments.notBrought(sender, appointment, references, stated);
			case Flag flag -> this.flags.flagged(sender, flag, references, stated);
			case Immunization immunization -> this.immunisations.given(sender, immunization, references, stated);
			case ImmunizationRecommendation forecast ->
				this.immunisations.forecast(sender, forecast, references, stated);
			case Patient patient when Patients.tellsOfDeath(patient) ->
				this.patients.death(sender, patient, references, stated);
			case Patient patient when Patients.tellsOfNumbers(patient) ->
				this.patients.details(sender, patient, references, stated);
			case Patient patient -> this.patients.registration(sender, patient, references, stated);
			default -> throw notTaken();
		};
	}

	/**
	 * Nothing of another resource is looked at: it may hold more than the hub may know.
	 */
	static void requireTaken(String type) {
		if (!TAKEN.contains(type)) {
			throw notTaken();
		}
	}

	private static NoticeRefusedException notTaken() {
		return new NoticeRefusedException(List.of(new FieldProblem("resourceType",
				"is not a kind of resource that the hub takes", "Send one of: " + String.join(", ", TAKEN) + ".")));
	}

}
