package org.mashhub.adapter.hospital;

/** What the hub can be told of a patient, in whatever format it came. */
sealed interface PatientNotice
		permits AttendanceNotice, AdmissionNotice, DischargeNotice, SelfDischargeNotice, PatientDetailsNotice {

}
