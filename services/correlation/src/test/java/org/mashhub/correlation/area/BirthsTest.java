package org.mashhub.correlation.area;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.HeapState;

import static org.assertj.core.api.Assertions.assertThat;

/** Who a child was before it was born, and who it is when no number says so. */
class BirthsTest {

	private static final String NGOZI = "P/NGOZI/1997-04-22";

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@Test
	void anUnbornChildOnAPlanIsTheChildWhoIsBorn() {
		MentionId referred = tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		MentionId planned = tell("R2", "2025-06-20", unborn("2025-06-20"));
		MentionId born = tell("B1", "2025-10-18", baby("BABY", "2025-10-18", "9990000018"));
		MentionId registered = tell("G1", "2025-10-25",
				Told.withNhsNumber(person("BLESSING", "2025-10-18"), "9990000018"));

		assertThat(persons()).containsExactly(Set.of(referred, planned, born, registered));
		assertThat(questions()).isZero();
	}

	@Test
	void itIsSoHoweverLateTheRecordsOfBeforeTheBirthCome() {
		MentionId born = tell("B1", "2025-10-18", baby("BABY", "2025-10-18", "9990000018"));
		MentionId planned = tell("R2", "2025-06-20", unborn("2025-06-20"));
		MentionId referred = tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));

		assertThat(persons()).containsExactly(Set.of(referred, planned, born));
	}

	@Test
	void whereTheMotherIsNotSureOfficersAreAsked() {
		tell("R1", "2025-06-01", unborn("2025-06-01"));
		tell("B1", "2025-10-18", person("BABY", "2025-10-18").beside(List.of("NGOZI/OKORO")));

		assertThat(persons()).hasSize(2);
		assertThat(questions()).isOne();
	}

	@Test
	void ofTwinsOfficersAreAskedAboutEach() {
		tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		tell("B1", "2025-10-18", baby("BABY", "2025-10-18", "9990000018"));
		tell("B2", "2025-10-18", baby("BABY", "2025-10-18", "9990000026"));

		assertThat(persons()).hasSize(3);
		assertThat(questions()).isEqualTo(2);
	}

	@Test
	void ofTwinsWithoutANumberNeitherIsTheUnbornChild() {
		MentionId unborn = tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		tell("B1", "2025-10-18", baby("ELLA", "2025-10-18", null));
		tell("B2", "2025-10-18", baby("TESS", "2025-10-18", null));

		assertThat(persons()).contains(Set.of(unborn)).hasSize(3);
	}

	@Test
	void aTwinOfWhomTheOtherIsNotKnownYetIsAQuestion() {
		tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		tell("B1", "2025-10-18", of(null, true, baby("BABY", "2025-10-18", "9990000018")));

		assertThat(persons()).hasSize(2);
		assertThat(questions()).isOne();
	}

	@Test
	void whichTwinItIsTheAgencysNumberSays() {
		MentionId unborn = tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		MentionId ella = tell("B1", "2025-10-18", baby("ELLA", "2025-10-18", "9990000018"));
		MentionId tess = tell("B2", "2025-10-18", baby("TESS", "2025-10-18", "9990000026"));
		MentionId named = tell("R3", "2025-11-01", numbered("E1/7", baby("TESS", "2025-10-18", null)));

		assertThat(persons()).containsExactlyInAnyOrder(Set.of(ella), Set.of(unborn, tess, named));
	}

	@Test
	void twoUnbornChildrenOfOneMotherAreNotBothTheFirstWhoIsBorn() {
		MentionId one = tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		MentionId other = tell("R2", "2025-06-01",
				numbered("E1/8", person("UNBORN", null)).with(birth("2025-06-01", NGOZI)));
		MentionId born = tell("B1", "2025-10-18", baby("ELLA", "2025-10-18", "9990000018"));

		assertThat(persons()).containsExactlyInAnyOrder(Set.of(one), Set.of(other), Set.of(born));
	}

	@Test
	void aChildBornBeforeOrTooLateIsAnotherAndNobodyIsAsked() {
		tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		tell("B1", "2024-10-01", baby("ADA", "2024-10-01", null));
		tell("B2", "2026-03-29", baby("OBI", "2026-03-29", null));

		assertThat(persons()).hasSize(3);
		assertThat(questions()).isZero();
	}

	@Test
	void theNextPregnancyIsAnotherChild() {
		MentionId unborn = tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		MentionId born = tell("B1", "2025-10-18", baby("ELLA", "2025-10-18", "9990000018"));
		MentionId next = tell("R2", "2026-06-01",
				numbered("E1/9", person("UNBORN", null)).with(birth("2026-06-01", NGOZI)));
		MentionId second = tell("B2", "2026-09-18", baby("TESS", "2026-09-18", "9990000026"));

		assertThat(persons()).containsExactlyInAnyOrder(Set.of(unborn, born), Set.of(next, second));
		assertThat(questions()).isZero();
	}

	@Test
	void aPregnancyThatEndedStaysApartFromTheChildOfTheNext() {
		Told.Draft ended = Told.record("hospital", "P1", "2025-06-20").person("p", Role.MOTHER, ngozi("2025-06-20"));
		MentionId unborn = tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		MentionId born = tell("B1", "2026-03-20", baby("ELLA", "2026-03-20", "9990000018"));
		assertThat(persons()).containsExactly(Set.of(unborn, born));

		this.engine.apply(ended.logged(this.offset++));

		assertThat(persons()).contains(Set.of(unborn), Set.of(born));
		assertThat(questions()).isZero();

		this.engine.apply(ended.retracted(this.offset++, 2));

		assertThat(persons()).containsExactly(Set.of(unborn, born));
	}

	@Test
	void whatWasAskedOfAnUnbornChildIsAskedNoLongerOnceThePregnancyEnded() {
		Told.Draft ended = Told.record("hospital", "P1", "2025-06-20").person("p", Role.MOTHER, ngozi("2025-06-20"));
		tell("R1", "2025-06-01", unborn("2025-06-01", NGOZI));
		tell("B1", "2026-03-20", person("BABY", "2026-03-20").beside(List.of("NGOZI/OKORO")));
		assertThat(questions()).isOne();

		this.engine.apply(ended.logged(this.offset++));
		assertThat(questions()).isZero();

		this.engine.apply(ended.retracted(this.offset++, 2));
		assertThat(questions()).isOne();
	}

	@Test
	void whoIsRecordedAsBornAloneHasNoTwinToBeTakenFor() {
		MentionId born = tell("B1", "2025-10-18", of(null, false, baby("BABY", "2025-10-18", null)));
		MentionId visited = tell("V1", "2025-10-28", baby("BLESSING", "2025-10-18", null));

		assertThat(persons()).containsExactly(Set.of(born, visited));
		assertThat(questions()).isZero();
	}

	@Test
	void twoBirthsOfOneChildEachAreOneBirth() {
		MentionId born = tell("B1", "2025-10-18", of(null, false, baby("BABY", "2025-10-18", null)));
		MentionId again = tell("B2", "2025-10-18", of(null, false, baby("BABY", "2025-10-18", null)));

		assertThat(persons()).containsExactly(Set.of(born, again));
	}

	@Test
	void twoBabiesOfOneNameWhoseMothersAreTwoStayTwo() {
		tell("B1", "2025-10-18", of(null, false, called("PEMBERTHY", "A/one"), "P/JADE/1998-03-03"));
		tell("B2", "2025-10-18", of(null, false, called("PEMBERTHY", "A/two"), "P/CHLOE/1999-04-04"));

		assertThat(persons()).hasSize(2);
	}

	@Test
	void wherePerhapsThereIsATwinItStaysAQuestion() {
		tell("B1", "2025-10-18", baby("BABY", "2025-10-18", null));
		tell("V1", "2025-10-28", baby("BLESSING", "2025-10-18", null));
		assertThat(persons()).hasSize(2);
		assertThat(questions()).isOne();

		tell("B1", "2025-10-18", of(null, true, baby("BABY", "2025-10-18", null)));
		assertThat(persons()).hasSize(2);
	}

	private MentionId tell(String number, String day, Particulars who) {
		Told.Draft draft = Told.record(number.startsWith("R") ? "social-care" : "hospital", number, day)
			.version(this.offset + 1)
			.person("p", Role.CHILD, who);
		this.engine.apply(draft.logged(this.offset++));
		return draft.mention("p");
	}

	private static Particulars unborn(String on, String... mothers) {
		Particulars who = numbered("E1/7", person("UNBORN", null)).with(birth(on, mothers));
		return (mothers.length > 0) ? who.beside(List.of("NGOZI/OKORO")) : who;
	}

	private static Birth birth(String on, String... mothers) {
		return new Birth(LocalDate.parse(on), List.of(mothers), null, null, List.of());
	}

	/** With her mother, and without a home: a hospital often knows none. */
	private static Particulars baby(String given, String born, @Nullable String number) {
		Particulars who = Told.person(given, "OKORO", born, Sex.FEMALE, null);
		return of(null, null, (number != null) ? Told.withNhsNumber(who, number) : who).beside(List.of("NGOZI/OKORO"));
	}

	private static Particulars of(@Nullable Integer weeks, @Nullable Boolean multiple, Particulars who) {
		return of(weeks, multiple, who, NGOZI);
	}

	private static Particulars of(@Nullable Integer weeks, @Nullable Boolean multiple, Particulars who, String mother) {
		return who.with(new Birth(null, List.of(mother), weeks, multiple, List.of()));
	}

	private static Particulars called(String family, String home) {
		return Told.person("BABY", family, "2025-10-18", Sex.FEMALE, home);
	}

	private static Particulars person(String given, @Nullable String born) {
		return Told.person(given, "OKORO", born, (born != null) ? Sex.FEMALE : Sex.UNKNOWN, Told.HOME);
	}

	private static Particulars numbered(String number, Particulars who) {
		return who.withIdentifiers(List.of(new Identifier("LA_CHILD_ID", number, true)));
	}

	private static Particulars ngozi(String ended) {
		return Told.person("NGOZI", "OKORO", "1997-04-22", Sex.FEMALE, Told.HOME)
			.with(new Birth(null, List.of(NGOZI), null, null, List.of(LocalDate.parse(ended))));
	}

	private Set<Set<MentionId>> persons() {
		Set<Set<MentionId>> persons = new HashSet<>();
		this.state.persons().forEach((person, mentions) -> persons.add(new TreeSet<>(mentions)));
		return persons;
	}

	private int questions() {
		Set<Object> open = new HashSet<>();
		this.state.reviews().forEach((id, review) -> {
			if (review.open()) {
				open.add(id);
			}
		});
		return open.size();
	}

}
