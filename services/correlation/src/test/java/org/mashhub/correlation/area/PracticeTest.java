package org.mashhub.correlation.area;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Which practice is told of a child's statuses, and of which of them. */
class PracticeTest {

	private static final String FIRST = "Y00001";

	private static final String SECOND = "Y00002";

	private static final String THIRD = "Y00003";

	/** Records that give the number name the first practice. */
	private static final Particulars CHILD = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2020-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars WITHOUT_PRACTICE = Told.person("AVA", "HALE", "2020-09-01", Sex.FEMALE, Told.HOME);

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), new HeapState());

	private long offset;

	@Test
	void isThePracticeThatTheChildJoinedLastOnTheDayThoughAnEarlierChangeKnowsItsHour() {
		apply(signalled("N1", "2025-10-01T09:00:00Z", SECOND));
		apply(registered("G1", "2025-10-01", null, THIRD));

		assertThat(told(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"))).extracting(Output.StatusTold::practice)
			.containsExactly(THIRD);
	}

	@ParameterizedTest
	@CsvSource({ "P/RACHEL/1991-08-09, 0", "P/AMY/1995-05-06, 1" })
	void isNotThatOfAnotherChildOfOneNameAndBirthdayWhoHasAnotherMother(String mother, int told) {
		apply(Told.record("gp", "G1", "2025-10-01")
			.person("patient", Role.PATIENT, oliver("A/one", FIRST, "P/AMY/1995-05-06")));

		assertThat(told(status("S1", "2025-10-02T09:00:00Z", "CHILD_PROTECTION_PLAN", oliver("A/other", null, mother))))
			.hasSize(told);
	}

	private static Particulars oliver(String home, @Nullable String practice, String mother) {
		return new Particulars(List.of("OLIVER"), List.of("SMITH"), List.of(), LocalDate.of(2023, 5, 14), 2023, false,
				Sex.MALE, List.of(), List.of(home), List.of(), null, List.of(), List.of(), practice, "Oliver Smith",
				List.of())
			.with(new Birth(null, List.of(mother), null, null, List.of()));
	}

	@Test
	void isNotThePracticeThatTheChildLeftOnTheDayThoughItsRecordIsSentAgain() {
		apply(registered("G1", "2025-10-01", FIRST, SECOND));
		apply(registered("G2", "2025-10-01", SECOND, THIRD));
		List<Output.StatusTold> told = told(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));

		List<Output.StatusTold> sentAgain = told(registered("G1", "2025-10-01", FIRST, SECOND).version(2));

		assertThat(told).extracting(Output.StatusTold::practice).containsExactly(THIRD);
		assertThat(sentAgain).isEmpty();
	}

	@Test
	void staysTheNewPracticeWhenTheFormerEndsItsRegistrationAfterwards() {
		apply(registered("G2", "2025-10-01", null, SECOND));
		apply(registered("G1", "2025-10-01", FIRST, null));
		apply(registered("G0", "2025-10-03", FIRST, null));

		assertThat(told(status("S1", "2025-10-03T14:00:00Z", "CHILD_IN_NEED"))).extracting(Output.StatusTold::practice)
			.containsExactly(SECOND);
	}

	@Test
	void isThePracticeThatALaterRecordNamesOnceTheChildHasLeftAnother() {
		apply(registered("G1", "2025-10-01", FIRST, null));
		apply(naming("H1", "2025-10-01T09:00:00Z", SECOND));
		assertThat(told(status("S1", "2025-10-03T14:00:00Z", "CHILD_IN_NEED"))).isEmpty();

		apply(naming("H2", "2025-10-04T09:00:00Z", FIRST));
		assertThat(told(status("S2", "2025-10-05T14:00:00Z", "CHILD_PROTECTION_PLAN"))).isEmpty();

		assertThat(told(naming("H3", "2025-10-06T09:00:00Z", SECOND))).extracting(Output.StatusTold::practice)
			.containsOnly(SECOND);
	}

	@Test
	void staysTheNewPracticeWhenOneThatNoChangeHadNamedTakesTheChildOffItsListWithinWeeks() {
		apply(signalled("N1", "2025-10-01T09:00:00Z", SECOND));
		apply(registered("G1", "2025-10-04", THIRD, null));

		assertThat(told(status("S1", "2025-10-05T14:00:00Z", "CHILD_IN_NEED"))).extracting(Output.StatusTold::practice)
			.containsExactly(SECOND);
	}

	@Test
	void isNotAskedToCheckWhatARecordForTheMashAloneSaysAsWell() {
		List<Output.StatusTold> told = told(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));
		List<Output.StatusTold> saidAsWell = told(
				status("S2", "2025-10-01T15:00:00Z", "CHILD_IN_NEED").forTheMashOnly());

		assertThat(told).hasSize(1);
		assertThat(saidAsWell).isEmpty();
	}

	@Test
	void isToldWhatARecordForTheMashAloneHasSaidBefore() {
		apply(status("S2", "2025-10-01T13:00:00Z", "CHILD_IN_NEED").forTheMashOnly());

		assertThat(told(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"))).extracting(Output.StatusTold::standing)
			.containsExactly(Standing.STANDS);
	}

	@Test
	void isToAskAndNotToldOfAnErrorWhenTheRecordSaysSomethingElseForTheMashAlone() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));

		assertThat(told(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN").version(2).forTheMashOnly()))
			.extracting(Output.StatusTold::status, Output.StatusTold::standing)
			.containsExactly(tuple("CHILD_IN_NEED", Standing.TO_BE_CHECKED));
	}

	@Test
	void isNotToldOfAnErrorWhenTheDayOfAStatusIsPutRightThatItIsToCheck() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));
		List<Output.StatusTold> toCheck = told(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly());

		assertThat(toCheck).extracting(Output.StatusTold::standing).containsExactly(Standing.TO_BE_CHECKED);
		assertThat(told(status("S1", "2025-10-02T14:00:00Z", "CHILD_IN_NEED").version(2))).isEmpty();
	}

	@Test
	void isToldOfAnErrorWhenTheRecordSaysSomethingElseToEverybody() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));

		assertThat(told(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN").version(2)))
			.extracting(Output.StatusTold::status, Output.StatusTold::standing)
			.containsExactlyInAnyOrder(tuple("CHILD_IN_NEED", Standing.IN_ERROR),
					tuple("CHILD_PROTECTION_PLAN", Standing.STANDS));
	}

	@Test
	void isNoPracticeWhileTheChildHasLeftOneAndJoinedNone() {
		apply(registered("G1", "2025-10-01", FIRST, null));
		List<Output.StatusTold> between = told(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));
		List<Output.StatusTold> joined = told(registered("G2", "2025-10-01", FIRST, SECOND));

		assertThat(between).isEmpty();
		assertThat(joined).extracting(Output.StatusTold::practice).containsExactly(SECOND);
	}

	@Test
	void staysTheNewPracticeWhenOneThatNoChangeHadNamedTakesTheChildOffItsListMonthsLater() {
		apply(signalled("N1", "2025-09-01T09:00:00Z", SECOND));
		apply(registered("G1", "2025-11-20", THIRD, null));

		assertThat(told(status("S1", "2025-11-20T14:00:00Z", "CHILD_IN_NEED"))).extracting(Output.StatusTold::practice)
			.containsExactly(SECOND);
	}

	@Test
	void isNoPracticeOnceTheChildLeavesItsOwnHoweverLong() {
		apply(registered("G1", "2025-09-01", FIRST, SECOND));
		apply(registered("G2", "2025-11-20", SECOND, null));

		assertThat(told(status("S1", "2025-11-20T14:00:00Z", "CHILD_IN_NEED"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2025-09-29, true", "2025-09-30, false" })
	void isLeftByAnEndThatNamesNoneWhenItIsTooLateForTheFormerOne(String on, boolean stays) {
		apply(registered("G1", "2025-09-01", FIRST, SECOND));
		apply(registered("G2", on, null, null));

		assertThat(told(status("S1", on + "T14:00:00Z", "CHILD_IN_NEED"))).extracting(Output.StatusTold::practice)
			.isEqualTo(stays ? List.of(SECOND) : List.of());
	}

	@Test
	void isTheNewPracticeFromTheFirstDayOfTheRegistrationOn() {
		apply(registered("G1", "2025-10-02", FIRST, SECOND).ofTheDay("2025-10-01T10:00:00Z"));

		assertThat(told(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"))).extracting(Output.StatusTold::practice)
			.containsExactly(FIRST);
		assertThat(told(status("S2", "2025-10-02T14:00:00Z", "CHILD_PROTECTION_PLAN")))
			.extracting(Output.StatusTold::practice)
			.containsExactly(SECOND);
	}

	@Test
	void isNoPracticeBeforeTheFirstDayOfTheOnlyRegistrationThatIsKnown() {
		apply(registered("G1", "2025-10-02", null, FIRST).ofTheDay("2025-10-01T10:00:00Z"));

		List<Output.StatusTold> before = told(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED", WITHOUT_PRACTICE));
		List<Output.StatusTold> onTheDay = told(this.engine.apply(Told.tick(this.offset++, "2025-10-02T07:00:00Z")));

		assertThat(before).isEmpty();
		assertThat(onTheDay).extracting(Output.StatusTold::practice).containsExactly(FIRST);
	}

	@Test
	void isNotToldThatAPlanEndsWithNoFurtherActionAfterAnEnquiry() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN"));
		apply(status("S2", "2025-10-03T14:00:00Z", "SECTION_47"));

		assertThat(told(status("S3", "2025-10-06T14:00:00Z", "NO_FURTHER_ACTION")))
			.noneMatch((told) -> told.status().equals("CHILD_PROTECTION_PLAN"));
		assertThat(told(ended("S4", "2025-10-08T14:00:00Z", "CHILD_PROTECTION_PLAN")))
			.extracting(Output.StatusTold::status, Output.StatusTold::ended)
			.containsExactly(tuple("CHILD_PROTECTION_PLAN", true));
	}

	@Test
	void isNotToldThatAChildIsLookedAfterNoLongerBecauseItHasAPlanBesides() {
		apply(status("S1", "2025-10-01T14:00:00Z", "LOOKED_AFTER"));

		assertThat(told(status("S2", "2025-10-03T14:00:00Z", "CHILD_PROTECTION_PLAN"))).singleElement()
			.satisfies((notice) -> assertThat(notice.ends()).isEmpty());
		assertThat(told(ended("S3", "2025-10-08T14:00:00Z", "LOOKED_AFTER")))
			.extracting(Output.StatusTold::status, Output.StatusTold::ended)
			.containsExactly(tuple("LOOKED_AFTER", true));
	}

	@Test
	void isToAskWhenWhatEndsAStatusIsForTheMashAlone() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));

		List<Output.StatusTold> replaced = told(
				status("S2", "2025-10-08T14:00:00Z", "CHILD_PROTECTION_PLAN").forTheMashOnly());
		List<Output.StatusTold> later = told(status("S3", "2025-10-20T14:00:00Z", "LOOKED_AFTER").forTheMashOnly());

		assertThat(replaced).singleElement().satisfies((notice) -> {
			assertThat(notice.standing()).isEqualTo(Standing.TO_BE_CHECKED);
			assertThat(notice.practice()).isEqualTo(FIRST);
			assertThat(notice.status()).isEqualTo("CHILD_IN_NEED");
			assertThat(notice.ended()).isFalse();
			assertThat(notice.effectiveOn()).isEqualTo(LocalDate.parse("2025-10-01"));
			assertThat(notice.phone()).isNull();
			assertThat(notice.urgent()).isTrue();
		});
		assertThat(later).isEmpty();
	}

	@Test
	void isToldNeitherThatNorWhenAStatusEndedWhereThatIsForTheMashAlone() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));
		apply(registered("G1", "2025-10-05", FIRST, SECOND));

		List<Output.StatusTold> ended = told(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly());
		List<Output.StatusTold> joinedNow = told(registered("G2", "2025-10-09", SECOND, THIRD));

		assertThat(ended).extracting(Output.StatusTold::practice, Output.StatusTold::ended, Output.StatusTold::standing)
			.containsExactly(tuple(SECOND, false, Standing.TO_BE_CHECKED));
		assertThat(joinedNow).isEmpty();
	}

	@Test
	void isNotAskedToCheckWhatAClosureThatEverybodyMayReadHasToldAlready() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));
		apply(Told.recordAt("social-care", "C1", Instant.parse("2025-10-20T14:00:00Z"))
			.person("child", Role.CHILD, CHILD)
			.fact(FactKind.CASE_CLOSED, "child", "on", "2025-10-20", "reason", "RC8"));

		assertThat(told(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly())).isEmpty();
	}

	@Test
	void isToldAgainOnceWhatEndedTheStatusIsTakenBack() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));
		Told.Draft ended = ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly();
		apply(ended);

		assertThat(told(this.engine.apply(ended.retracted(this.offset++, 2))))
			.extracting(Output.StatusTold::practice, Output.StatusTold::standing)
			.containsExactly(tuple(FIRST, Standing.STANDS));
	}

	@Test
	void isToldOfTheErrorWhenWhatItWasToCheckIsTakenBack() {
		Told.Draft begun = status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED");
		apply(begun);
		apply(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly());

		List<Output.StatusTold> takenBack = told(this.engine.apply(begun.retracted(this.offset++, 2)));
		List<Output.StatusTold> later = told(status("S3", "2025-10-20T14:00:00Z", "LOOKED_AFTER").forTheMashOnly());

		assertThat(takenBack)
			.extracting(Output.StatusTold::practice, Output.StatusTold::status, Output.StatusTold::standing)
			.containsExactly(tuple(FIRST, "CHILD_IN_NEED", Standing.IN_ERROR));
		assertThat(later).isEmpty();
	}

	@Test
	void isToldOfTheErrorWhenWhatItWasToCheckSaysSomethingElseToEverybody() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));
		apply(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly());

		assertThat(told(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN").version(2)))
			.extracting(Output.StatusTold::status, Output.StatusTold::standing)
			.containsExactlyInAnyOrder(tuple("CHILD_IN_NEED", Standing.IN_ERROR),
					tuple("CHILD_PROTECTION_PLAN", Standing.STANDS));
	}

	@Test
	void isToldOfTheErrorOnceWhenNobodySpeaksOfTheChildAnyMore() {
		Told.Draft begun = status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED");
		apply(begun);
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN").version(2).forTheMashOnly());

		List<Output.StatusTold> gone = told(this.engine.apply(begun.retracted(this.offset++, 3)));
		List<Output.StatusTold> again = told(this.engine.apply(begun.retracted(this.offset++, 4)));

		assertThat(gone).extracting(Output.StatusTold::status, Output.StatusTold::standing)
			.containsExactly(tuple("CHILD_IN_NEED", Standing.IN_ERROR));
		assertThat(again).isEmpty();
	}

	@Test
	void isStillToldOfTheErrorWhenWhatItWasToldIsRememberedUnderAnotherRecordOfTheChild() {
		Told.Draft first = signalled("N1", "2025-09-01T09:00:00Z", FIRST);
		apply(first);
		Told.Draft begun = status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED");
		apply(begun);
		apply(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly());

		List<Output.StatusTold> moved = told(this.engine.apply(first.retracted(this.offset++, 2)));
		List<Output.StatusTold> takenBack = told(this.engine.apply(begun.retracted(this.offset++, 2)));

		assertThat(moved).isEmpty();
		assertThat(takenBack).extracting(Output.StatusTold::standing).containsExactly(Standing.IN_ERROR);
	}

	@Test
	void isNotAskedToCheckWhatItWasToldIsAnError() {
		Told.Draft begun = status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED");
		apply(begun);
		apply(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly());
		this.engine.apply(begun.retracted(this.offset++, 2));

		assertThat(told(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED").version(3))).isEmpty();
	}

	@Test
	void isToldTheEndOnceEverybodyMayReadIt() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));
		apply(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly());

		assertThat(told(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").version(2)))
			.extracting(Output.StatusTold::ended, Output.StatusTold::standing)
			.containsExactly(tuple(true, Standing.STANDS));
	}

	@Test
	void keepsWhatItWasToldWhenThatIsMarkedForTheMashAloneAfterwardsAndIsToAskWhenItEnds() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED"));

		List<Output.StatusTold> marked = told(
				status("S1", "2025-10-01T14:00:00Z", "CHILD_IN_NEED").version(2).forTheMashOnly());
		List<Output.StatusTold> ended = told(ended("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED").forTheMashOnly());

		assertThat(marked).isEmpty();
		assertThat(ended).extracting(Output.StatusTold::standing).containsExactly(Standing.TO_BE_CHECKED);
	}

	@Test
	void isToldWhatEndsByTheNextStatusAndByTheClosure() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN"));

		List<Output.StatusTold> stepped = told(status("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED"));
		List<Output.StatusTold> closed = told(closure("C1", "2025-10-20T14:00:00Z"));

		assertThat(stepped).extracting(Output.StatusTold::status, Output.StatusTold::ends)
			.containsExactly(tuple("CHILD_IN_NEED", List.of("CHILD_PROTECTION_PLAN")));
		assertThat(closed).extracting(Output.StatusTold::status, Output.StatusTold::ends)
			.containsExactly(tuple("CLOSED", List.of("CHILD_IN_NEED")));
	}

	@Test
	void isToldOfBothEndsWhereAnEnquiryWentOnBesideThePlan() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN"));
		List<Output.StatusTold> enquiry = told(status("S2", "2025-10-08T14:00:00Z", "SECTION_47"));

		assertThat(enquiry).extracting(Output.StatusTold::ends).containsExactly(List.of());
		assertThat(told(closure("C1", "2025-10-20T14:00:00Z"))).extracting(Output.StatusTold::ends)
			.containsExactly(List.of("SECTION_47", "CHILD_PROTECTION_PLAN"));
	}

	@Test
	void isNotToldTheEndOfWhatItWasNeverTold() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN"));
		apply(status("S2", "2025-10-08T14:00:00Z", "CHILD_IN_NEED"));

		assertThat(told(registered("G1", "2025-10-10", FIRST, SECOND)))
			.extracting(Output.StatusTold::practice, Output.StatusTold::status, Output.StatusTold::ends)
			.containsExactly(tuple(SECOND, "CHILD_IN_NEED", List.of()));
	}

	@Test
	void isNotToldAnEndTwice() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN"));
		List<Output.StatusTold> ended = told(ended("S2", "2025-10-08T10:00:00Z", "CHILD_PROTECTION_PLAN"));

		assertThat(ended).extracting(Output.StatusTold::ended).containsExactly(true);
		assertThat(told(status("S3", "2025-10-08T14:00:00Z", "CHILD_IN_NEED"))).extracting(Output.StatusTold::ends)
			.containsExactly(List.of());
	}

	@Test
	void isToldTheEndThatNoFurtherActionBrings() {
		apply(status("S1", "2025-10-01T14:00:00Z", "CHILD_PROTECTION_PLAN"));

		assertThat(told(status("S2", "2025-10-08T14:00:00Z", "NO_FURTHER_ACTION")))
			.extracting(Output.StatusTold::status, Output.StatusTold::ended)
			.containsExactly(tuple("CHILD_PROTECTION_PLAN", true));
	}

	private static Told.Draft closure(String number, String at) {
		return Told.recordAt("social-care", number, Instant.parse(at))
			.person("child", Role.CHILD, CHILD)
			.fact(FactKind.CASE_CLOSED, "child", "on", at.substring(0, 10), "reason", "RC8");
	}

	private static Told.Draft ended(String number, String at, String status) {
		return Told.recordAt("social-care", number, Instant.parse(at))
			.person("child", Role.CHILD, CHILD)
			.fact(FactKind.STATUS_CHANGED, "child", "status", status, "on", at.substring(0, 10), "ended", "true");
	}

	private static Told.Draft registered(String number, String on, @Nullable String left, @Nullable String joined) {
		return registration(Told
			.recordAt("gp", number, LocalDate.parse(on).atStartOfDay(Told.settings().workingTime().zone()).toInstant())
			.ofTheDay(on + "T10:00:00Z"), on, left, joined);
	}

	private static Told.Draft signalled(String number, String at, String joined) {
		return registration(Told.recordAt("gp", number, Instant.parse(at)), at.substring(0, 10), null, joined);
	}

	/** Another agency's record names a practice. */
	private static Told.Draft naming(String number, String at, String practice) {
		Particulars who = new Particulars(CHILD.givenNames(), CHILD.familyNames(), CHILD.aliases(), CHILD.birthDate(),
				CHILD.birthYear(), CHILD.grown(), CHILD.sex(), CHILD.identifiers(), CHILD.homeKeys(),
				CHILD.addressWords(), CHILD.postcode(), CHILD.phones(), CHILD.emails(), practice, CHILD.displayName(),
				CHILD.companions());
		return Told.recordAt("hospital", number, Instant.parse(at))
			.person("patient", Role.PATIENT, who)
			.fact(FactKind.VISIT_MADE, "patient");
	}

	private static Told.Draft registration(Told.Draft draft, String on, @Nullable String left,
			@Nullable String joined) {
		draft.person("patient", Role.PATIENT, CHILD);
		if (left != null && joined != null) {
			return draft.fact(FactKind.REGISTRATION_CHANGED, "patient", "previousPractice", left, "newPractice", joined,
					"on", on);
		}
		if (joined != null) {
			return draft.fact(FactKind.REGISTRATION_CHANGED, "patient", "newPractice", joined, "on", on);
		}
		return (left != null) ? draft.fact(FactKind.REGISTRATION_CHANGED, "patient", "previousPractice", left, "on", on)
				: draft.fact(FactKind.REGISTRATION_CHANGED, "patient", "on", on);
	}

	private static Told.Draft status(String number, String at, String status) {
		return status(number, at, status, CHILD);
	}

	private static Told.Draft status(String number, String at, String status, Particulars who) {
		return Told.recordAt("social-care", number, Instant.parse(at))
			.person("child", Role.CHILD, who)
			.fact(FactKind.STATUS_CHANGED, "child", "status", status, "on", at.substring(0, 10), "ended", "false");
	}

	private void apply(Told.Draft draft) {
		this.engine.apply(draft.logged(this.offset++));
	}

	private List<Output.StatusTold> told(Told.Draft draft) {
		return told(this.engine.apply(draft.logged(this.offset++)));
	}

	private static List<Output.StatusTold> told(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.StatusTold.class::isInstance)
			.map((output) -> (Output.StatusTold) output)
			.toList();
	}

}
