package org.mashhub.adapter.hospital;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.HospitalDepartment;

/**
 * A visit as a hospital's systems tell of it, message by message or version by version.
 * It makes up to three records, each with a number of its own that stays: attendance,
 * admission and discharge. So each is corrected and withdrawn by itself.
 *
 * @param number number of the visit with what tells its format from others
 * @param stay number of the visit as admission and discharge share it; null when it has
 * none
 * @param told what is said of the telling
 * @param sharing how it may be shared; null when it does not say
 * @param department where, when it is no stay on a ward
 * @param patient the patient; null when the telling withdraws
 * @param along who came along
 * @param family those around the patient
 * @param complaint what brought the patient
 */
record Visit(String number, @Nullable String stay, Told told, @Nullable Sharing sharing, HospitalDepartment department,
		@Nullable Patient patient, List<PersonAround> along, List<PersonAround> family, ComplaintCategory complaint) {

	Visit {
		along = List.copyOf(along);
		family = List.copyOf(family);
	}

	AttendanceNotice attended(Moment at, boolean leftUnseen) {
		return new AttendanceNotice(record("attendance", at), this.sharing, this.patient, this.along, this.department,
				this.complaint, leftUnseen, null, null);
	}

	AdmissionNotice admitted(Moment at) {
		return new AdmissionNotice(record("admission", at), this.sharing, this.patient, this.family, this.stay,
				this.complaint, null, null);
	}

	DischargeNotice discharged(Moment at) {
		return new DischargeNotice(record("discharge", at), this.sharing, this.patient, this.family, this.stay,
				this.complaint, null, null, null, null, null, null, null);
	}

	SelfDischargeNotice selfDischarged(Moment at) {
		return new SelfDischargeNotice(record("discharge", at), this.sharing, this.patient, this.family, this.stay,
				this.complaint, null, null, null);
	}

	AttendanceNotice withoutAttendance(Moment at) {
		return new AttendanceNotice(withdrawn("attendance", at), this.sharing, null, List.of(), this.department, null,
				null, null, null);
	}

	AdmissionNotice withoutAdmission(Moment at) {
		return new AdmissionNotice(withdrawn("admission", at), this.sharing, null, List.of(), this.stay, null, null,
				null);
	}

	DischargeNotice withoutDischarge(Moment at) {
		return new DischargeNotice(withdrawn("discharge", at), this.sharing, null, List.of(), this.stay, null, null,
				null, null, null, null, null, null);
	}

	private SourceRecord record(String part, Moment at) {
		return source(part, at, RecordState.ACTIVE);
	}

	private SourceRecord withdrawn(String part, Moment at) {
		return source(part, at, RecordState.RETRACTED);
	}

	private SourceRecord source(String part, Moment at, RecordState state) {
		return new SourceRecord(this.number + "/" + part, this.told.version(), state, null, this.told.system(), null,
				at.at(), at.precision(), this.told.at());
	}

	/**
	 * What is said of the telling.
	 *
	 * @param system who tells; empty when that is not said
	 * @param version a later telling has a higher one; null for the first
	 * @param at when it was written down
	 */
	record Told(String system, @Nullable Long version, OffsetDateTime at) {

	}

}
