package org.mashhub.adapter.hospital;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.model.v24.segment.DG1;
import ca.uhn.hl7v2.model.v24.segment.EVN;
import ca.uhn.hl7v2.model.v24.segment.NK1;
import ca.uhn.hl7v2.model.v24.segment.PD1;
import ca.uhn.hl7v2.model.v24.segment.PID;
import ca.uhn.hl7v2.model.v24.segment.PV1;
import ca.uhn.hl7v2.model.v24.segment.PV2;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.hospital.Hl7Rejection.Kind;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.HospitalDepartment;

import org.springframework.stereotype.Component;

/** HL7 v2 in, the hospital's own notices out. */
@Component
class Hl7Visits {

	private static final Map<String, String> FIELDS = Map.ofEntries(Map.entry("record.id", "PV1-19"),
			Map.entry("record.system", "MSH-3"), Map.entry("record.occurredAt", "PV1-44"),
			Map.entry("record.recordedAt", "MSH-7"), Map.entry("admissionId", "PV1-19"), Map.entry("patient", "PID"),
			Map.entry("patient.id", "PID-3"), Map.entry("patient.nhsNumber", "PID-3"),
			Map.entry("patient.forenames", "PID-5"), Map.entry("patient.surname", "PID-5"),
			Map.entry("patient.otherNames", "PID-5"), Map.entry("patient.dateOfBirth", "PID-7"),
			Map.entry("patient.address", "PID-11"), Map.entry("family", "NK1"), Map.entry("family.forenames", "NK1-2"),
			Map.entry("family.surname", "NK1-2"), Map.entry("family.address", "NK1-4"),
			Map.entry("family.dateOfBirth", "NK1-16"), Map.entry("family.nhsNumber", "NK1-33"),
			Map.entry("prior", "MRG-1"));

	private static final List<String> VISITS = List.of("A01", "A03", "A04", "A11", "A13");

	private final NoticeChecks checks;

	Hl7Visits(NoticeChecks checks) {
		this.checks = checks;
	}

	/**
	 * The records that a message makes.
	 * @param header its header
	 * @param message its segments
	 * @return records in the order in which they are to be published
	 * @throws Hl7Rejection when it cannot be right
	 */
	List<PatientNotice> records(Hl7Header header, Hl7Message message) {
		List<PatientNotice> records = Hl7Details.EVENTS.contains(header.event())
				? List.of(Hl7Details.record(header, message)) : translate(header, message);
		List<FieldProblem> problems = records.stream()
			.flatMap((record) -> this.checks.problems(record, FIELDS).stream())
			.distinct()
			.map(Hl7Visits::inWordsOfHl7)
			.toList();
		if (!problems.isEmpty()) {
			throw new Hl7Rejection(Kind.INVALID, problems);
		}
		return records;
	}

	/**
	 * Refuses what no hospital's visit is made of.
	 * @param header header of the message
	 * @param trial whether nothing real comes of it: a fictional area, or a dry run
	 */
	static void requireTaken(Hl7Header header, boolean trial) {
		if (!header.type().equals("ADT")) {
			throw new Hl7Rejection(Kind.UNSUPPORTED_TYPE, "MSH-9", "is not a type of message that the hub takes",
					"Route only ADT to the hub.");
		}
		if (!VISITS.contains(header.event()) && !Hl7Details.EVENTS.contains(header.event())) {
			throw new Hl7Rejection(Kind.UNSUPPORTED_EVENT, "MSH-9", "is not an event that the hub takes",
					"Route only ADT A01, A03, A04, A11, A13, A28, A31, A40 and A47 to the hub; nothing was kept of this "
							+ "message.");
		}
		if (!header.processing().equals("P") && !trial) {
			throw new Hl7Rejection(Kind.UNSUPPORTED_PROCESSING, "MSH-11", "marks a message that is not real",
					"Send P with real messages; send tests with the header Mash-Dry-Run or Mash-Area.");
		}
	}

	private static List<PatientNotice> translate(Hl7Header header, Hl7Message message) {
		PV1 pv1 = one(message, PV1.class, "PV1");
		boolean withdraws = header.event().equals("A11") || header.event().equals("A13");
		Visit visit = visit(header, message, pv1, withdraws);
		String patientClass = Objects.requireNonNullElse(Hl7People.text(pv1.getPatientClass()), "U");
		Moment begun = moment(Hl7People.text(pv1.getAdmitDateTime().getTimeOfAnEvent()), "PV1-44", header, message);
		return switch (header.event()) {
			case "A01" -> List.of(visit.admitted(begun));
			case "A04" -> {
				if (patientClass.equals("P")) {
					throw new Hl7Rejection(Kind.UNKNOWN_CODE, "PV1-2", "announces a visit that has not begun",
							"Send A04 when the patient has come, with the class of the visit.");
				}
				yield List.of(visit.attended(begun, false));
			}
			case "A03" -> List.of(ended(header, message, pv1, visit, begun, patientClass));
			case "A11" -> switch (patientClass) {
				case "I" -> List.of(visit.withoutAdmission(begun));
				case "E", "O", "R", "C" -> List.of(visit.withoutAttendance(begun));
				default -> List.of(visit.withoutAdmission(begun), visit.withoutAttendance(begun));
			};
			default -> List.of(visit.withoutDischarge(begun));
		};
	}

	private static PatientNotice ended(Hl7Header header, Hl7Message message, PV1 pv1, Visit visit, Moment begun,
			String patientClass) {
		String end = (pv1.getDischargeDateTime().length > 0)
				? Hl7People.text(pv1.getDischargeDateTime()[0].getTimeOfAnEvent()) : null;
		Moment ended = moment(end, "PV1-45", header, message);
		return switch (ending(Hl7People.text(pv1.getDischargeDisposition()))) {
			case ORDINARY -> visit.discharged(ended);
			case AGAINST_ADVICE -> visit.selfDischarged(ended);
			case LEFT_UNSEEN -> patientClass.equals("I") ? visit.selfDischarged(ended) : visit.attended(begun, true);
			case DIED -> throw new Hl7Rejection(Kind.UNKNOWN_CODE, "PV1-36", "tells of a death, which no visit does",
					"Do not route it to the hub: tell of a death at /hospital/deaths, which takes no cause.");
		};
	}

	private static Ending ending(@Nullable String disposition) {
		if (disposition == null) {
			return Ending.ORDINARY;
		}
		return Ending.ofCode(disposition)
			.orElseThrow(() -> new Hl7Rejection(Kind.UNKNOWN_CODE, "PV1-36", "has an unknown code",
					"Send the discharge method of the NHS Data Dictionary (1 to 7, 9): it tells a child taken away "
							+ "against advice from one discharged."));
	}

	private static Visit visit(Hl7Header header, Hl7Message message, PV1 pv1, boolean withdraws) {
		String number = Hl7People.text(pv1.getVisitNumber().getID());
		if (number == null && (withdraws || header.controlId().isEmpty())) {
			throw new Hl7Rejection(Kind.MISSING, "PV1-19", "is missing",
					"Send the number of the visit: by it a cancellation finds what it cancels.");
		}
		Patient patient = withdraws ? null : patient(message);
		return new Visit("ADT/" + ((number != null) ? number : header.controlId()), number, told(header), null,
				department(Hl7People.text(pv1.getPatientClass())), patient, List.of(),
				(patient != null) ? Hl7People.nextOfKin(message.all(NK1.class), patient) : List.of(),
				complaint(message));
	}

	static Visit.Told told(Hl7Header header) {
		Moment told = Hl7Time.read(header.time())
			.filter((time) -> time.precision() == TimePrecision.EXACT)
			.orElseThrow(() -> new Hl7Rejection(Kind.MISSING, "MSH-7", "is missing or has no time of day",
					"Send when this message was made, to the second at least: a later message replaces an earlier one."));
		return new Visit.Told(header.application().split("\\^", 2)[0],
				Math.max(1, told.at().toInstant().toEpochMilli()), told.at());
	}

	static Patient patient(Hl7Message message) {
		Patient patient = Hl7People.patient(one(message, PID.class, "PID"), message.one(PD1.class).orElse(null));
		if (!patient.saysWho()) {
			throw new Hl7Rejection(Kind.MISSING, "PID-5", "is missing, and so is any number of the patient",
					"Send the patient's name, and numbers in PID-3.");
		}
		return patient;
	}

	/** Table 0004. */
	private static HospitalDepartment department(@Nullable String patientClass) {
		return switch ((patientClass != null) ? patientClass : "") {
			case "E" -> HospitalDepartment.EMERGENCY;
			case "O", "R", "C" -> HospitalDepartment.OUTPATIENT;
			case "B" -> HospitalDepartment.MATERNITY;
			default -> HospitalDepartment.OTHER;
		};
	}

	/** A diagnosis says more than the reason, where there are both. */
	private static ComplaintCategory complaint(Hl7Message message) {
		for (DG1 diagnosis : message.all(DG1.class)) {
			ComplaintCategory category = Complaints
				.ofCode(Hl7People.text(diagnosis.getDiagnosisCodeDG1().getIdentifier()));
			if (category != ComplaintCategory.NOT_RECORDED) {
				return category;
			}
		}
		return message.one(PV2.class)
			.map((pv2) -> Complaints
				.ofCode(Objects.requireNonNullElse(Hl7People.text(pv2.getAdmitReason().getIdentifier()),
						Hl7People.text(pv2.getAdmitReason().getText()))))
			.orElse(ComplaintCategory.NOT_RECORDED);
	}

	/**
	 * When it happened, or failing that when the event was, or was entered, or was told.
	 */
	static Moment moment(@Nullable String stated, String field, Hl7Header header, Hl7Message message) {
		if (stated != null) {
			return Hl7Time.read(stated)
				.orElseThrow(() -> new Hl7Rejection(Kind.INVALID, field, "is not a time",
						"Send YYYYMMDDHHMM, with an offset where it is not UK time."));
		}
		Optional<EVN> evn = message.one(EVN.class);
		return evn.flatMap((event) -> Hl7Time.read(Hl7People.text(event.getEventOccurred().getTimeOfAnEvent())))
			.or(() -> evn
				.flatMap((event) -> Hl7Time.read(Hl7People.text(event.getRecordedDateTime().getTimeOfAnEvent())))
				.or(() -> Hl7Time.read(header.time()))
				.map((told) -> new Moment(told.at(), TimePrecision.APPROXIMATE)))
			.orElseThrow(() -> new Hl7Rejection(Kind.MISSING, field, "is missing", "Send when it happened."));
	}

	static <S extends Segment> S one(Hl7Message message, Class<S> type, String name) {
		return message.one(type)
			.orElseThrow(() -> new Hl7Rejection(Kind.MISSING, name, "is missing", "Send this segment."));
	}

	private static FieldProblem inWordsOfHl7(FieldProblem problem) {
		return (problem.field().equals("PID-7") || problem.field().equals("NK1-16")) ? new FieldProblem(problem.field(),
				problem.problem(), "Send YYYYMMDD, or YYYYMM or YYYY when only a part is known, from 1900 to today.")
				: problem;
	}

}
