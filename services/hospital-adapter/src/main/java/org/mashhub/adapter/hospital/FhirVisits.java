package org.mashhub.adapter.hospital;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterHospitalizationComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.HospitalDepartment;

import org.springframework.stereotype.Component;

/** FHIR R4 in, the hospital's own notices out. */
@Component
class FhirVisits {

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private static final String DISCHARGE_METHOD = "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DischargeMethod";

	private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

	private static final Map<String, String> ENCOUNTER = fields("Encounter",
			Map.of("accompaniedBy", "Encounter.participant", "family", "Patient.contact"));

	private static final Map<String, String> APPOINTMENT = fields("Appointment", Map.of("appointmentAt",
			"Appointment.start", "serviceType", "Appointment.serviceType", "family", "Patient.contact"));

	private static final Map<String, String> PATIENT = fields("Patient",
			Map.of("family", "Patient.contact", "prior", "Patient.identifier"));

	private final NoticeChecks checks;

	FhirVisits(NoticeChecks checks) {
		this.checks = checks;
	}

	/**
	 * The records that an Encounter makes; it is the whole visit as it now stands.
	 * @param sender who sends
	 * @param encounter the Encounter
	 * @return records in the order in which they are to be published
	 */
	List<PatientNotice> records(Sender sender, Encounter encounter) {
		FhirPeople.odsCode(encounter.getServiceProvider())
			.filter((site) -> !site.startsWith(sender.organisation()))
			.ifPresent((foreign) -> sender.mustBe("Encounter.serviceProvider", foreign));
		List<PatientNotice> records = records(encounter);
		refuse(records.stream()
			.flatMap((record) -> this.checks.problems(record, ENCOUNTER).stream())
			.distinct()
			.toList());
		return records;
	}

	/**
	 * The record that an Appointment makes.
	 * @param appointment the Appointment
	 * @return the record
	 */
	NotBroughtNotice record(Appointment appointment) {
		RecordState state = switch (appointment.getStatus()) {
			case NOSHOW -> RecordState.ACTIVE;
			case ENTEREDINERROR -> RecordState.ENTERED_IN_ERROR;
			case null -> throw statusNotTaken();
			case PROPOSED, PENDING, BOOKED, ARRIVED, FULFILLED, CANCELLED, CHECKEDIN, WAITLIST, NULL ->
				throw statusNotTaken();
		};
		OffsetDateTime start = moment("Appointment.start", appointment.getStartElement())
			.orElseThrow(() -> refusal("Appointment.start", "is missing", "Send the start of the booked slot."))
			.at();
		org.hl7.fhir.r4.model.Patient patient = appointment.getParticipant()
			.stream()
			.flatMap((participant) -> FhirPeople.contained(participant.getActor()).stream())
			.findFirst()
			.orElse(null);
		Visit.Told told = told(appointment);
		NotBroughtNotice notice = new NotBroughtNotice(
				new SourceRecord("Appointment/" + id(appointment), told.version(), state, null, told.system(), null,
						start, TimePrecision.EXACT, told.at()),
				sharing(appointment), (patient != null) ? FhirPeople.patient(patient) : null,
				(patient != null) ? FhirPeople.contacts(patient) : List.of(), start,
				appointment.getServiceType().stream().flatMap(FhirPeople::codes).findFirst().orElse(null), null, null);
		refuse(this.checks.problems(notice, APPOINTMENT));
		return notice;
	}

	/**
	 * The record that a Patient makes: how the hospital holds the patient now.
	 * @param sender who sends
	 * @param patient the Patient
	 * @return the record
	 */
	PatientDetailsNotice record(Sender sender, org.hl7.fhir.r4.model.Patient patient) {
		FhirPeople.odsCode(patient.getManagingOrganization())
			.filter((site) -> !site.startsWith(sender.organisation()))
			.ifPresent((foreign) -> sender.mustBe("Patient.managingOrganization", foreign));
		if (patient.hasDeceased()
				&& !(patient.getDeceased() instanceof BooleanType dead && Boolean.FALSE.equals(dead.getValue()))) {
			throw refusal("Patient.deceased", "tells of a death, which no details do",
					"Do not send it: tell of a death at /hospital/deaths, which takes no cause.");
		}
		Visit.Told told = told(patient);
		PatientDetailsNotice notice = new PatientDetailsNotice(
				new SourceRecord("Patient/" + id(patient) + "/details", told.version(), RecordState.ACTIVE, null,
						told.system(), null, told.at(), TimePrecision.APPROXIMATE, told.at()),
				sharing(patient), FhirPeople.patient(patient), FhirPeople.contacts(patient), FhirPeople.prior(patient),
				null);
		refuse(this.checks.problems(notice, PATIENT));
		return notice;
	}

	private static NoticeRefusedException statusNotTaken() {
		return refusal("Appointment.status", "is not one that the hub takes",
				"Send only appointments with status noshow; to withdraw one, send entered-in-error with a higher "
						+ "meta.versionId.");
	}

	private static List<PatientNotice> records(Encounter encounter) {
		boolean stay = isStay(encounter);
		Visit visit = visit(encounter, stay);
		Moment begun = begun(encounter);
		PatientNotice beginning = stay ? visit.admitted(begun) : visit.attended(begun, false);
		return switch (encounter.getStatus()) {
			case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE -> List.of(beginning);
			case FINISHED -> ended(encounter, stay, visit, beginning);
			case CANCELLED, ENTEREDINERROR ->
				List.of(stay ? visit.withoutAdmission(begun) : visit.withoutAttendance(begun),
						visit.withoutDischarge(begun));
			case null -> throw phaseNotTaken();
			case PLANNED, UNKNOWN, NULL -> throw phaseNotTaken();
		};
	}

	private static NoticeRefusedException phaseNotTaken() {
		return refusal("Encounter.status", "is not one that the hub takes",
				"Send arrived, triaged, in-progress, onleave or finished; to withdraw, cancelled or entered-in-error.");
	}

	private static List<PatientNotice> ended(Encounter encounter, boolean stay, Visit visit, PatientNotice beginning) {
		Moment begun = begun(encounter);
		Moment ended = moment("Encounter.period.end", encounter.getPeriod().getEndElement())
			.orElse(writtenDown(encounter));
		return switch (ending(encounter.getHospitalization())) {
			case ORDINARY -> List.of(beginning, visit.discharged(ended));
			case AGAINST_ADVICE -> List.of(beginning, visit.selfDischarged(ended));
			case LEFT_UNSEEN -> stay ? List.of(beginning, visit.selfDischarged(ended))
					: List.of(visit.attended(begun, true), visit.withoutDischarge(ended));
			case DIED -> throw refusal("Encounter.hospitalization", "tells of a death, which no visit does",
					"Do not send it: tell of a death at /hospital/deaths, which takes no cause.");
		};
	}

	private static Visit visit(Encounter encounter, boolean stay) {
		org.hl7.fhir.r4.model.Patient patient = FhirPeople.contained(encounter.getSubject()).orElse(null);
		boolean secret = patient != null && FhirPeople.isRestricted(patient);
		List<PersonAround> related = encounter.getParticipant()
			.stream()
			.filter((participant) -> participant.getIndividual().getResource() instanceof RelatedPerson)
			.map((participant) -> FhirPeople.related((RelatedPerson) participant.getIndividual().getResource(), secret))
			.toList();
		List<PersonAround> family = new ArrayList<>(related);
		if (patient != null && related.isEmpty()) {
			family.addAll(FhirPeople.contacts(patient));
		}
		return new Visit("Encounter/" + id(encounter), id(encounter), told(encounter), sharing(encounter),
				stay ? HospitalDepartment.OTHER : department(encounter),
				(patient != null) ? FhirPeople.patient(patient) : null, related, family, complaint(encounter));
	}

	/** Whether it is a stay on a ward. */
	private static boolean isStay(Encounter encounter) {
		return switch (classOf(encounter)) {
			case "IMP", "ACUTE", "NONAC" -> true;
			case "EMER", "AMB" -> false;
			default -> throw refusal("Encounter.class", "is not one that the hub takes",
					"Send EMER for the emergency department, AMB for outpatients, IMP for a stay.");
		};
	}

	private static HospitalDepartment department(Encounter encounter) {
		return classOf(encounter).equals("EMER") ? HospitalDepartment.EMERGENCY : HospitalDepartment.OUTPATIENT;
	}

	private static String classOf(Encounter encounter) {
		String code = encounter.getClass_().getCode();
		return (code != null) ? code : "";
	}

	/** The gravest of what is said counts. */
	private static Ending ending(EncounterHospitalizationComponent hospitalization) {
		List<String> codes = new ArrayList<>();
		Extension method = hospitalization.getExtensionByUrl(DISCHARGE_METHOD);
		if (method != null && method.getValue() instanceof CodeableConcept concept) {
			FhirPeople.codes(concept).forEach(codes::add);
		}
		FhirPeople.codes(hospitalization.getDischargeDisposition()).forEach(codes::add);
		if (codes.isEmpty()) {
			return Ending.ORDINARY;
		}
		return codes.stream()
			.flatMap((code) -> Ending.ofCode(code).stream())
			.max(Ending::compareTo)
			.orElseThrow(() -> refusal("Encounter.hospitalization.dischargeDisposition", "has an unknown code",
					"Send a code of FHIR's discharge-disposition, or the discharge method of the NHS Data Dictionary "
							+ "in UK Core's extension: it tells a child taken away against advice from one discharged."));
	}

	private static ComplaintCategory complaint(Encounter encounter) {
		ComplaintCategory found = ComplaintCategory.NOT_RECORDED;
		for (CodeableConcept reason : encounter.getReasonCode()) {
			for (String code : FhirPeople.codes(reason).toList()) {
				ComplaintCategory category = Complaints.ofCode(code);
				if (category != ComplaintCategory.OTHER) {
					return category;
				}
				found = category;
			}
		}
		return found;
	}

	private static Moment begun(Encounter encounter) {
		return moment("Encounter.period.start", encounter.getPeriod().getStartElement())
			.orElseThrow(() -> refusal("Encounter.period.start", "is missing or no full date",
					"Send when the visit began, for example 2026-01-31T14:05:00Z."));
	}

	private static Moment writtenDown(Resource resource) {
		return new Moment(told(resource).at(), TimePrecision.APPROXIMATE);
	}

	private static Optional<Moment> moment(String field, BaseDateTimeType value) {
		if (!value.hasValue() || value.getPrecision() == TemporalPrecisionEnum.YEAR
				|| value.getPrecision() == TemporalPrecisionEnum.MONTH) {
			return Optional.empty();
		}
		if (value.getPrecision() == TemporalPrecisionEnum.DAY) {
			LocalDate day = LocalDate.of(value.getYear(), value.getMonth() + 1, value.getDay());
			return Optional.of(new Moment(day.atStartOfDay(UK).toOffsetDateTime(), TimePrecision.DAY));
		}
		if (value.getTimeZone() == null) {
			throw refusal(field, "has no offset", "Send the time with its offset, for example 2026-01-31T14:05:00Z.");
		}
		return Optional.of(new Moment(value.getValue().toInstant().atOffset(ZoneOffset.UTC), TimePrecision.EXACT));
	}

	private static Visit.Told told(Resource resource) {
		if (!resource.getMeta().hasLastUpdated()) {
			throw refusal(resource.fhirType() + ".meta.lastUpdated", "is missing",
					"Send when your system wrote this version.");
		}
		String version = resource.getMeta().getVersionId();
		if (version != null && !version.matches("[1-9][0-9]{0,17}")) {
			throw refusal(resource.fhirType() + ".meta.versionId", "is not a whole number",
					"Send a number that grows with each version of the resource.");
		}
		return new Visit.Told(resource.getMeta().hasSource() ? resource.getMeta().getSource() : "hospital-fhir",
				(version != null) ? Long.valueOf(version) : null,
				resource.getMeta().getLastUpdated().toInstant().atOffset(ZoneOffset.UTC));
	}

	private static String id(Resource resource) {
		String id = resource.getIdElement().getIdPart();
		if (id == null || !id.matches("[A-Za-z0-9.-]{1,64}")) {
			throw refusal(resource.fhirType() + ".id", "is missing or not an id",
					"Send 1 to 64 letters, digits, hyphens and dots.");
		}
		return id;
	}

	/**
	 * A label that restricts narrows who sees the content, and so does one that the hub
	 * does not know: whoever set it meant something by it.
	 */
	private static @Nullable Sharing sharing(Resource resource) {
		boolean open = resource.getMeta()
			.getSecurity()
			.stream()
			.allMatch((label) -> CONFIDENTIALITY.equals(label.getSystem()) && label.hasCode()
					&& "ULMN".contains(label.getCode()));
		return open ? null : new Sharing(null, null, HandlingCode.MASH_ONLY, null, null);
	}

	private static Map<String, String> fields(String type, Map<String, String> own) {
		Map<String, String> fields = new HashMap<>(own);
		fields.put("record.id", type + ".id");
		fields.put("record.system", type + ".meta.source");
		fields.put("record.occurredAt", switch (type) {
			case "Encounter" -> "Encounter.period";
			case "Appointment" -> "Appointment.start";
			default -> type + ".meta.lastUpdated";
		});
		fields.put("record.recordedAt", type + ".meta.lastUpdated");
		for (String subject : List.of("patient", "child")) {
			fields.put(subject, "Patient");
			fields.put(subject + ".id", "Patient.identifier");
			fields.put(subject + ".nhsNumber", "Patient.identifier");
			fields.put(subject + ".forenames", "Patient.name");
			fields.put(subject + ".surname", "Patient.name");
			fields.put(subject + ".otherNames", "Patient.name");
			fields.put(subject + ".dateOfBirth", "Patient.birthDate");
			fields.put(subject + ".address", "Patient.address");
			fields.put(subject + ".phone", "Patient.telecom");
			fields.put(subject + ".gpPractice", "Patient.generalPractitioner");
		}
		return Map.copyOf(fields);
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new NoticeRefusedException(problems);
		}
	}

	private static NoticeRefusedException refusal(String field, String problem, String remedy) {
		return new NoticeRefusedException(List.of(new FieldProblem(field, problem, remedy)));
	}

}
