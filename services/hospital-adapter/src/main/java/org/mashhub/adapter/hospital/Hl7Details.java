package org.mashhub.adapter.hospital;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ca.uhn.hl7v2.model.v24.datatype.CX;
import ca.uhn.hl7v2.model.v24.segment.MRG;
import ca.uhn.hl7v2.model.v24.segment.NK1;
import ca.uhn.hl7v2.model.v24.segment.PID;
import org.mashhub.adapter.hospital.Hl7Rejection.Kind;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.messaging.NameUuid;

/**
 * Messages about a patient and no visit. A patient's details are one record, which a
 * later message replaces; each set of numbers that was given up is one of its own, so
 * that a later change of details does not take a merge back. Numbers stand in no record's
 * number.
 */
final class Hl7Details {

	private static final Set<String> MERGES = Set.of("A40", "A47");

	/** Events that are taken. */
	static final Set<String> EVENTS = Set.of("A28", "A31", "A40", "A47");

	private Hl7Details() {
	}

	/**
	 * The record that a message makes.
	 * @param header its header
	 * @param message its segments
	 * @return the record
	 * @throws Hl7Rejection when it does not say of whom, or which numbers were given up
	 */
	static PatientDetailsNotice record(Hl7Header header, Hl7Message message) {
		Patient patient = Hl7Visits.patient(message);
		String number = (patient.id() != null) ? "hospital-number/" + patient.id()
				: "nhs-number/" + patient.nhsNumber();
		if (patient.id() == null && patient.nhsNumber() == null) {
			throw new Hl7Rejection(Kind.MISSING, "PID-3", "is missing",
					"Send the patient's numbers: by them a later message finds what it replaces.");
		}
		boolean merge = MERGES.contains(header.event());
		List<PriorNumbers> prior = merge ? given(message) : Hl7People.further(Hl7Visits.one(message, PID.class, "PID"));
		String part = merge ? "/prior/" + NameUuid.of("prior-numbers", prior) : "/details";
		Visit.Told told = Hl7Visits.told(header);
		Moment moment = Hl7Visits.moment(null, "EVN-2", header, message);
		return new PatientDetailsNotice(
				new SourceRecord("ADT/patient/" + NameUuid.of("patient-number", number) + part, told.version(),
						RecordState.ACTIVE, null, told.system(), null, moment.at(), moment.precision(), told.at()),
				null, patient, merge ? List.of() : Hl7People.nextOfKin(message.all(NK1.class), patient), prior, null);
	}

	/** The numbers that a merge, or a change of numbers, gave up. */
	private static List<PriorNumbers> given(Hl7Message message) {
		List<PriorNumbers> prior = new ArrayList<>();
		for (MRG segment : message.all(MRG.class)) {
			Stream<CX> numbers = Stream.concat(Arrays.stream(segment.getPriorPatientIdentifierList()),
					Stream.of(segment.getPriorPatientID()));
			prior.addAll(numbers.flatMap((number) -> Hl7People.prior(number).stream()).collect(Collectors.toList()));
		}
		if (prior.isEmpty()) {
			throw new Hl7Rejection(Kind.MISSING, "MRG-1", "is missing",
					"Send the numbers that were given up, with their types (MR, NH).");
		}
		return prior.stream().distinct().toList();
	}

}
