package org.mashhub.correlation.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.hospital.v1.AntenatalContactGapRecorded;
import org.mashhub.event.hospital.v1.AntenatalGap;
import org.mashhub.event.hospital.v1.AppointmentNotBrought;
import org.mashhub.event.hospital.v1.ChildBorn;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.DeathNotified;
import org.mashhub.event.hospital.v1.HospitalAdmitted;
import org.mashhub.event.hospital.v1.HospitalAttended;
import org.mashhub.event.hospital.v1.HospitalDepartment;
import org.mashhub.event.hospital.v1.HospitalDischarged;
import org.mashhub.event.hospital.v1.PregnancyBooked;
import org.mashhub.event.hospital.v1.PregnancyEnded;
import org.mashhub.event.hospital.v1.SelfDischargedAgainstAdvice;
import org.mashhub.event.hospital.v1.StatusAnswer;
import org.mashhub.event.hospital.v1.StatusEnquired;
import org.mashhub.event.hospital.v1.StatusQuestion;

import static org.assertj.core.api.Assertions.assertThat;

class HospitalTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.RELATIVE));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsAnAttendanceAndWhoCameAlong() {
		assertThat(Events.said(HospitalAttended.class, FAMILY, "department", HospitalDepartment.OUTPATIENT, "complaint",
				ComplaintCategory.FEEDING, "safeguardingConcern", true))
			.containsExactly("ATTENDED child {attended=true, complaint=FEEDING, leftUnseen=false, setting=OUTPATIENT}",
					"ADULT_SEEN mother man {place=HOSPITAL}", "CONCERN_RECORDED child {by=hospital}");
	}

	@Test
	void tellsAnAttendanceOfThePatientAndNotOfTheSibling() {
		List<PersonMention> people = List.of(Events.somebody("patient", PersonRole.PATIENT),
				Events.somebody("sibling", PersonRole.CHILD));

		assertThat(Events.said(HospitalAttended.class, people, "department", HospitalDepartment.EMERGENCY, "complaint",
				ComplaintCategory.INJURY, "leftUnseen", true))
			.containsExactly("ATTENDED patient {attended=true, complaint=INJURY, leftUnseen=true, setting=EMERGENCY}");
	}

	@Test
	void countsNoSiblingAmongTheAdultsSeenUnlessItIsOfAge() {
		List<PersonMention> people = List.of(Events.somebody("patient", PersonRole.PATIENT),
				Events.somebody("young", PersonRole.SIBLING), born("small", PersonRole.RELATIVE, "2012-05-01"),
				born("grown", PersonRole.SIBLING, "2001-05-01"), Events.somebody("uncle", PersonRole.RELATIVE));

		assertThat(Events.said(HospitalAttended.class, people, "department", HospitalDepartment.EMERGENCY, "complaint",
				ComplaintCategory.INJURY))
			.contains("ADULT_SEEN grown uncle {place=HOSPITAL}");
	}

	@Test
	void tellsAnAdmission() {
		assertThat(Events.said(HospitalAdmitted.class, FAMILY, "admissionId", "AD1", "complaint",
				ComplaintCategory.RESPIRATORY))
			.containsExactly("ATTENDED child {attended=true, complaint=RESPIRATORY, setting=WARD, stay=AD1}");
	}

	@Test
	void tellsADischargeWithFollowUpAndWhatMattersForInfants() {
		assertThat(Events.said(HospitalDischarged.class, FAMILY, "admissionId", "AD1", "complaint",
				ComplaintCategory.RESPIRATORY, "followUpRequired", true, "followUpWith", "GP", "followUpBy", DAY,
				"bornPremature", true, "smokingInHousehold", true))
			.containsExactly(
					"DISCHARGED child {againstAdvice=false, complaint=RESPIRATORY, followUpBy=2025-09-30, followUpRequired=true, followUpWith=GP, premature=true, smokingInHousehold=true, stay=AD1}");
	}

	@Test
	void tellsASelfDischargeAsADischargeAgainstAdvice() {
		assertThat(Events.said(SelfDischargedAgainstAdvice.class, FAMILY, "complaint", ComplaintCategory.SEIZURE,
				"reasonCode", "CARE_OF_OTHER_CHILDREN"))
			.containsExactly("DISCHARGED child {againstAdvice=true, complaint=SEIZURE, reason=CARE_OF_OTHER_CHILDREN}");
	}

	@Test
	void tellsAMissedAppointment() {
		assertThat(Events.said(AppointmentNotBrought.class, FAMILY, "appointmentAt",
				Instant.parse("2025-09-30T09:00:00Z"), "provider", "RXX"))
			.containsExactly("APPOINTMENT_NOT_BROUGHT child {provider=RXX, slot=2025-09-30T09:00:00Z}");
	}

	@Test
	void tellsAPregnancyOfTheMotherAlone() {
		assertThat(Events.said(PregnancyBooked.class, FAMILY, "pregnancyId", "PR1", "bookedOn", DAY, "expectedOn",
				DAY.plusMonths(6), "kinshipAsked", true, "kinshipRecorded", false))
			.containsExactly(
					"PREGNANCY_CHANGED mother {change=BOOKED, expectedOn=2026-03-30, kinshipAsked=true, kinshipRecorded=false, on=2025-09-30, pregnancy=PR1}");
		assertThat(Events.said(AntenatalContactGapRecorded.class, FAMILY, "pregnancyId", "PR1", "gap",
				AntenatalGap.SAMPLE_NOT_GIVEN))
			.containsExactly("PREGNANCY_CHANGED mother {change=CONTACT_GAP, gap=SAMPLE_NOT_GIVEN, pregnancy=PR1}");
	}

	@Test
	void closesAPregnancyWithoutACause() {
		assertThat(Events.said(PregnancyEnded.class, FAMILY, "pregnancyId", "PR1", "endedOn", DAY))
			.containsExactly("PREGNANCY_CHANGED mother {change=ENDED, on=2025-09-30, pregnancy=PR1}");
	}

	@Test
	void tellsABirthOfTheChildAndClosesThePregnancyOfTheMother() {
		assertThat(Events.said(ChildBorn.class, FAMILY, "pregnancyId", "PR1", "bornOn", DAY, "gestationWeeks", 34))
			.containsExactly("BIRTH_RECORDED child {gestation=34, on=2025-09-30}",
					"PREGNANCY_CHANGED mother {change=BORN, on=2025-09-30, pregnancy=PR1}");
	}

	@Test
	void tellsADeathOfWhoHasDied() {
		assertThat(Events.said(DeathNotified.class, FAMILY, "deceasedRef", "child", "diedOn", DAY,
				"identityConfirmedBy", "Consultant"))
			.containsExactly("DIED child {confirmedBy=Consultant, identityVerified=false, on=2025-09-30}");
	}

	@Test
	void tellsAnEnquiryWithItsAnswer() {
		assertThat(Events.said(StatusEnquired.class, FAMILY, "askedOf", "social-care", "question",
				StatusQuestion.SIBLING_ON_PLAN, "answer", StatusAnswer.NO, "answeredByRole", "DUTY_WORKER"))
			.containsExactly(
					"INFORMATION_REQUESTED child mother man {answer=NO, answeredBy=DUTY_WORKER, change=ENQUIRED, of=social-care, question=SIBLING_ON_PLAN}");
	}

	private static PersonMention born(String ref, PersonRole role, String born) {
		return PersonMention.newBuilder(Events.somebody(ref, role))
			.setBirth(new BirthDate(LocalDate.parse(born), null, null, null))
			.build();
	}

}
