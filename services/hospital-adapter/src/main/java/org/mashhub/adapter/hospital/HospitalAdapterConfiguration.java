package org.mashhub.adapter.hospital;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a hospital's and its midwives' systems send as JSON, NDJSON and CSV. */
@Configuration(proxyBeanMethods = false)
class HospitalAdapterConfiguration {

	@Bean
	AgencyEndpoints hospitalEndpoints(HospitalTranslator translator) {
		return new AgencyEndpoints("hospital", "/hospital",
				new NoticeType<>("attendances", AttendanceNotice.class, "A patient came to the hospital",
						translator::attended, "hospital/attendance.json", "hospital/attendance-left-unseen.json"),
				new NoticeType<>("admissions", AdmissionNotice.class, "A patient was admitted", translator::admitted,
						"hospital/admission.json", "hospital/admission-retracted.json"),
				new NoticeType<>("discharges", DischargeNotice.class, "A patient was discharged",
						translator::discharged, "hospital/discharge.json"),
				new NoticeType<>("self-discharges", SelfDischargeNotice.class,
						"A patient left, or a child was taken away, against medical advice", translator::selfDischarged,
						"hospital/self-discharge.json"),
				new NoticeType<>("not-brought", NotBroughtNotice.class, "A child was not brought to an appointment",
						translator::notBrought, "hospital/not-brought.json"),
				new NoticeType<>("pregnancy-bookings", PregnancyBookingNotice.class,
						"A pregnancy was booked with midwifery", translator::pregnancyBooked,
						"hospital/pregnancy-booking.json"),
				new NoticeType<>("pregnancy-endings", PregnancyEndingNotice.class,
						"A pregnancy ended other than by the birth of a living child; no cause is taken",
						translator::pregnancyEnded, "hospital/pregnancy-ending.json"),
				new NoticeType<>("births", BirthNotice.class, "A child was born", translator::born,
						"hospital/birth.json"),
				new NoticeType<>("patient-details", PatientDetailsNotice.class,
						"A patient's details changed, or two records were found to be one patient's",
						translator::detailsChanged, "hospital/patient-details.json",
						"hospital/patient-details-merged.json"),
				new NoticeType<>("deaths", DeathNotice.class, "Somebody has died; no cause is taken", translator::died,
						"hospital/death.json"),
				new NoticeType<>("status-enquiries", StatusEnquiryNotice.class,
						"Hospital staff asked another agency about a family", translator::statusEnquired,
						"hospital/status-enquiry.json"),
				new NoticeType<>("antenatal-contact-gaps", ContactGapNotice.class,
						"Antenatal care did not take place as planned", translator::contactGap,
						"hospital/antenatal-contact-gap.json"));
	}

}
