package org.mashhub.adapter.hospital;

/** What the hub can be told of a visit, in whatever format it came. */
sealed interface VisitNotice permits AttendanceNotice, AdmissionNotice, DischargeNotice, SelfDischargeNotice {

}
