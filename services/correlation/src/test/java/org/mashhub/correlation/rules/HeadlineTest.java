package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.observation.TimePrecision;
import org.mashhub.messaging.NameUuid;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineTest {

	/** Facts that no agency's record brings, and the one that nobody knows. */
	private static final Set<FactKind> SILENT = Set.of(FactKind.ALERT_ACKNOWLEDGED, FactKind.ALERT_DECIDED,
			FactKind.FEED_DECLARED, FactKind.LINK_DECIDED, FactKind.UNKNOWN);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					INTELLIGENCE_HELD    | type=DRUGS, assessment=B                         | Police intelligence: drugs
					INTELLIGENCE_HELD    | type=DRUGS, assessment=E                         | Police intelligence: drugs, suspected to be false
					CUSTODY_CHANGED      | status=CHARGED                                   | Custody or court: charged
					CUSTODY_CHANGED      | status=WANTED                                    | Wanted by police
					CUSTODY_CHANGED      | status=NO_LONGER_WANTED                          | No longer wanted by police
					APPOINTMENT_NOT_BROUGHT | service=ANTENATAL                             | Missed appointment: antenatal
					CONTACT_RECEIVED     | source=9, concerns=NEGLECT UNKNOWN_ADULTS        | Contact from the public received: neglect, unknown adults
					CONTACT_RECEIVED     | source=3B                                        | Contact received
					CONTACT_ATTEMPTED    | method=VISIT, outcome=REFUSED                    | Attempt to reach the family by visit: refused
					REFERRAL_DECIDED     | outcome=NO_FURTHER_ACTION                        | Referral decided: no further action
					FEEDBACK_GIVEN       | reference=R1                                     | Referrer told what came of the referral
					ASSESSMENT_CHANGED   | kind=EARLY_HELP, change=RECOMMENDED              | Assessment (early help) recommended
					ASSESSMENT_CHANGED   | kind=SAFE_SLEEP, change=NOT_DONE                 | Assessment (safe sleep) not done
					MEETING_CHANGED      | change=CANCELLED, kind=CORE_GROUP                | Meeting cancelled: core group
					MEETING_CHANGED      | change=REQUEST_DECIDED, outcome=REFUSED          | Meeting request decided: refused
					STEP_DOWN_CHANGED    | change=PROPOSED                                  | Step-down to early help proposed
					ESCALATION_CHANGED   | change=RAISED, stage=2                           | Professional disagreement, stage 2, raised
					SUPERVISION_RECORDED | supervisor=TEAM_MANAGER                          | Discussed in supervision
					INVOLVEMENT_CHANGED  | change=STARTED, role=HOUSING_OFFICER             | Housing officer works with the child
					INVOLVEMENT_CHANGED  | change=ENDED, role=SOCIAL_WORKER                 | Social worker no longer works with the child
					INVOLVEMENT_CHANGED  | change=STARTED, service=PROBATION                | Supervision by probation began
					INVOLVEMENT_CHANGED  | change=BREACHED, service=PROBATION               | Terms of supervision by probation breached
					INVOLVEMENT_CHANGED  | change=REFERRED, service=ADULT_SOCIAL_CARE       | Referred to adult social care
					INVOLVEMENT_CHANGED  | change=REFUSED, service=CARER_SUPPORT            | Carer support refused
					INVOLVEMENT_CHANGED  | change=COVER_ARRANGED                            | Cover arranged for a practitioner
					PLAN_ACTION_CHANGED  | change=CONTINGENCY_STARTED                       | Action of the plan: contingency started
					HANDOVER_CHANGED     | change=PRACTITIONER_CHANGED                      | Practitioner changed
					HANDOVER_CHANGED     | change=COMPLETED, verbal=false                   | Handover in writing
					INFORMATION_REQUESTED | change=REQUESTED, of=health-visiting            | Information requested from health visiting
					INFORMATION_REQUESTED | change=NOTHING_HELD, by=gp                      | Request for information: nothing held
					INFORMATION_REQUESTED | change=ENQUIRED, of=social-care, question=SIBLING_ON_PLAN | Enquiry to social care: sibling on plan
					ASSERTION_MADE       | change=RECORDED, kind=CHARGES_DROPPED            | Assertion recorded: charges dropped
					ASSERTION_MADE       | change=REFUTED                                   | Assertion put to a source: refuted
					NEED_RECORDED        | needs=CANNOT_READ EASY_READ, ended=false         | Need recorded: cannot read, easy read
					HEALTH_FLAGGED       | category=PERINATAL_MENTAL_HEALTH                 | Health flag of an adult: perinatal mental health
					IMMUNISATION_OVERDUE | status=OVERDUE, schedule=8_WEEKS                 | Immunisation overdue: 8 weeks
					ATTENDED             | attended=true, setting=EMERGENCY                 | Attended: emergency
					ATTENDED             | attended=true, setting=EMERGENCY, leftUnseen=true | Left before being seen: emergency
					ATTENDED             | attended=false, setting=EDUCATION                | Missed or often absent: education
					DISCHARGED           | againstAdvice=true                               | Left hospital against medical advice
					DISCHARGED           | againstAdvice=false                              | Discharged from hospital
					ADULT_SEEN           | place=HOSPITAL                                   | Adult seen with the patient
					BIRTH_RECORDED       | on=2025-09-30                                    | Birth recorded
					CONCERN_RECORDED     | by=education, kind=DISCLOSURE                    | Safeguarding concern recorded: disclosure
					PREGNANCY_CHANGED    | change=BOOKED                                    | Pregnancy booked
					PREGNANCY_CHANGED    | change=ENDED                                     | Pregnancy record closed
					TENANCY_CHANGED      | change=AT_RISK, concern=ARREARS                  | Tenancy at risk: arrears
					COMPLAINT_RECEIVED   | types=NOISE VISITORS                             | Complaint about behaviour received: noise, visitors
					SAFETY_MARKED        | advice=VISIT_IN_PAIRS, ended=false               | Advice for visiting staff: visit in pairs
					""")
	void saysInPlainEnglishWhatARecordSays(FactKind kind, String attributes, String headline) {
		Map<String, String> values = new TreeMap<>();
		for (String attribute : attributes.split(", ", -1)) {
			values.put(attribute.split("=", -1)[0], attribute.split("=", -1)[1]);
		}

		assertThat(Headline.of(record(kind, values))).isEqualTo(headline);
	}

	@ParameterizedTest
	@EnumSource(FactKind.class)
	void saysSomethingOfEveryFactEvenWhenNothingMoreIsRecorded(FactKind kind) {
		String headline = Headline.of(record(kind, Map.of("seen", "SEEN_AWAKE", "grade", "3")));

		if (SILENT.contains(kind)) {
			assertThat(headline).isEqualTo("Record without facts");
		}
		else {
			assertThat(headline).isNotBlank().doesNotContain("null").isNotEqualTo("Record without facts");
		}
	}

	@ParameterizedTest
	@CsvSource({ "PATIENT, 2012-05-14, Not brought to appointment: dental",
			"CHILD, , Not brought to appointment: dental", "PATIENT, 1993-05-14, Did not attend appointment: dental",
			"MOTHER, , Did not attend appointment: dental", "PATIENT, , Missed appointment: dental" })
	void saysOfAMissedAppointmentWhoseItWas(Role role, @Nullable LocalDate born, String headline) {
		Fact missed = new Fact(FactKind.APPOINTMENT_NOT_BROUGHT, List.of("who"), Map.of("service", "DENTAL"));
		Particulars who = new Particulars(List.of("A"), List.of(), List.of(), born, null, false, Sex.UNKNOWN, List.of(),
				List.of(), List.of(), null, List.of(), List.of(), null, "A", List.of());
		Mention whose = new Mention(new MentionId(new UUID(0, 1)), "who", role, who, false, false, null);
		Mention other = new Mention(new MentionId(new UUID(0, 2)), "other", Role.MOTHER, who, false, false, null);

		assertThat(Headline.of(record(List.of(whose, other), List.of(missed)))).isEqualTo(headline);
	}

	@ParameterizedTest
	@CsvSource({ "STARTED, PRIMARY, Started at primary school", "LEFT, NURSERY, Left nursery",
			"STARTED, OTHER, Started at nursery or school", "OTHER, EDUCATION, Change at nursery or school" })
	void saysWhichSettingAPupilJoinedOrLeft(String change, String setting, String headline) {
		Fact moved = new Fact(FactKind.INVOLVEMENT_CHANGED, List.of("child"),
				Map.of("change", change, "service", setting));

		assertThat(Headline.of(record("education", List.of(), List.of(moved)))).isEqualTo(headline);
	}

	@Test
	void saysOfEachPartWhomItIsAbout() {
		Mention ava = child(1, "ava");
		Mention noah = child(2, "noah");

		assertThat(Headline.lines(record(List.of(ava, noah),
				List.of(new Fact(FactKind.VISIT_MADE, List.of("ava", "noah"), Map.of()),
						new Fact(FactKind.CHILD_SEEN, List.of("noah"), Map.of("seen", "NOT_SEEN")),
						new Fact(FactKind.CHILD_SEEN, List.of("ava"), Map.of("seen", "SEEN_AWAKE")),
						new Fact(FactKind.UNKNOWN, List.of("ava"), Map.of())))))
			.containsExactly(new Headline.Line("Home visit", List.of(ava, noah)),
					new Headline.Line("Child not seen", List.of(noah)),
					new Headline.Line("Child seen awake", List.of(ava)));
	}

	private static Mention child(int number, String ref) {
		Particulars who = new Particulars(List.of("A"), List.of(), List.of(), null, null, false, Sex.UNKNOWN, List.of(),
				List.of(), List.of(), null, List.of(), List.of(), null, "A", List.of());
		return new Mention(new MentionId(new UUID(0, number)), ref, Role.CHILD, who, false, false, null);
	}

	@Test
	void saysWhatIsSaidTwiceOnce() {
		Fact visit = new Fact(FactKind.VISIT_MADE, List.of("child"), Map.of());

		assertThat(Headline.of(record(List.of(visit, visit)))).isEqualTo("Home visit");
	}

	private static SourceRecord record(FactKind kind, Map<String, String> attributes) {
		return record(List.of(new Fact(kind, List.of("child"), attributes)));
	}

	private static SourceRecord record(List<Fact> facts) {
		return record(List.of(), facts);
	}

	private static SourceRecord record(List<Mention> people, List<Fact> facts) {
		return record("agency", people, facts);
	}

	private static SourceRecord record(String agency, List<Mention> people, List<Fact> facts) {
		Instant at = Instant.parse("2025-10-01T09:00:00Z");
		return new SourceRecord(new SourceRecordId(agency, "organisation", "system", "1"), 1, RecordState.ACTIVE, 0, 0,
				0, NameUuid.of("receipt", 1), "Test", at, TimePrecision.EXACT, at, at, false, HandlingCode.STANDARD,
				people, List.of(), facts);
	}

}
