package org.mashhub.correlation.area;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.picture.LeadProfessional;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Indexes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was recorded ahead comes about on its day, though nobody records anything on it.
 */
class DaysAheadTest {

	private static final Particulars CHILD = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars MAN = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, Told.HOME);

	private static final Particulars BROTHER = Told.person("KIT", "MOOR", "2009-11-05", Sex.MALE, "A/other-home");

	private final HeapState state = new HeapState();

	private AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@BeforeEach
	void holdsAnAlertThatAnotherLeadWasTold() {
		apply(Told.record("social-care", "S1", "2025-09-15")
			.person("child", Role.CHILD, CHILD)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-09-15", "ended", "false"));
		apply(lead("L1", "Priya Nair", "2025-09-16", null));
		apply(Told.record("police", "P1", "2025-10-01")
			.person("man", Role.SUSPECT, MAN)
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS"));
		tick("2025-10-03T17:00:00Z");
	}

	@Test
	void tellsTheNewLeadOnTheFirstDayOfWhatIsOpen() {
		AreaEngine.Result recorded = apply(appointed(1, "2025-10-10"));
		AreaEngine.Result before = tick("2025-10-09T22:59:59Z");
		AreaEngine.Result onTheDay = tick("2025-10-09T23:00:00Z");
		AreaEngine.Result after = tick("2025-10-10T12:00:00Z");

		assertThat(told(recorded)).isEmpty();
		assertThat(told(before)).isEmpty();
		assertThat(told(onTheDay)).containsExactly("A01 Tom Okafor");
		assertThat(shown(onTheDay)).containsExactly("Tom Okafor");
		assertThat(onTheDay.outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(told(after)).isEmpty();
		assertThat(shown(after)).isEmpty();
	}

	@Test
	void tellsTheNewLeadAlsoWhereTheClockLeapsOrTheStateWasReadAgain() {
		apply(appointed(1, "2025-10-10"));
		HeapState rebuilt = new HeapState(this.state.records(), this.state.links(), this.state.alerts(),
				this.state.reviews(), this.state.answers(), this.state.notices(), this.state.answeredItems(),
				this.state.pictures(), this.state.feeds(), this.state.values());
		new Indexes(rebuilt, Told.settings().model()::blockingKeys).rebuild();
		this.engine = new AreaEngine(Told.AREA, Told.settings(), rebuilt);

		assertThat(told(tick("2025-12-24T09:00:00Z"))).containsExactly("A01 Tom Okafor");
	}

	@Test
	void tellsOnTheDayThatIsRecordedLast() {
		apply(appointed(1, "2025-10-10"));
		apply(appointed(2, "2025-10-20"));

		assertThat(told(tick("2025-10-10T09:00:00Z"))).isEmpty();
		assertThat(told(tick("2025-10-20T09:00:00Z"))).containsExactly("A01 Tom Okafor");
	}

	@Test
	void saysThatNobodyLeadsFromTheDayAfterTheLast() {
		apply(lead("L1", "Priya Nair", "2025-09-16", "2025-10-12").version(2));

		assertThat(shown(tick("2025-10-12T09:00:00Z"))).isEmpty();
		assertThat(shown(tick("2025-10-13T09:00:00Z"))).containsExactly("nobody");
	}

	@Test
	void saysThatSomebodyLedByMistakeWhoseRecordIsWithdrawn() {
		AreaEngine.Result accepted = apply(accepted());

		AreaEngine.Result withdrawn = this.engine.apply(accepted().retracted(this.offset++, 2));

		assertThat(leads(accepted)).containsExactly("Tom Okafor, before not by mistake");
		assertThat(leads(withdrawn)).containsExactly("Priya Nair, before by mistake");
	}

	@Test
	void saysOfNobodyThatHeLedByMistakeWhoHasHandedOver() {
		assertThat(leads(apply(lead("L2", "Tom Okafor", "2025-10-04", null))))
			.containsExactly("Tom Okafor, before not by mistake");
		assertThat(leads(apply(lead("L3", "Priya Nair", "2025-10-05", null))))
			.containsExactly("Priya Nair, before not by mistake");
	}

	@Test
	void saysOfNobodyThatHeLedByMistakeOverWhomAHandoverWasWritten() {
		apply(lead("L2", "Tom Okafor", "2025-10-04", null));

		assertThat(leads(apply(lead("L2", "Mina Shah", "2025-10-05", null).version(2))))
			.containsExactly("Mina Shah, before not by mistake");
	}

	@Test
	void tellsTheNewPracticeOnTheFirstDayOfTheRegistration() {
		apply(Told.record("gp", "G1", "2025-10-05")
			.ofTheDay("2025-10-04T10:00:00Z")
			.person("patient", Role.PATIENT, CHILD)
			.fact(FactKind.REGISTRATION_CHANGED, "patient", "newPractice", "Y00002", "on", "2025-10-05"));

		assertThat(tick("2025-10-04T17:00:00Z").outputs()).noneMatch(Output.StatusTold.class::isInstance);
		assertThat(tick("2025-10-05T09:00:00Z").outputs()).filteredOn(Output.StatusTold.class::isInstance)
			.singleElement()
			.satisfies((output) -> assertThat(((Output.StatusTold) output).practice()).isEqualTo("Y00002"));
	}

	@Test
	void movesNobodyBeforeTheDayOfAMoveThatIsToldAhead() {
		Particulars there = Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, "A/new-home");
		AreaEngine.Result ahead = apply(Told.record("housing", "M1", "2025-10-04")
			.person("child", Role.CHILD, there)
			.fact(FactKind.MOVED, "child", "on", "2025-10-20", "fromHomeKeys", Told.HOME));
		AreaEngine.Result stranger = apply(Told.record("police", "P2", "2025-10-06")
			.person("who", Role.SUSPECT, Told.person("VICTOR", "STEELE", "1988-05-05", Sex.MALE, "A/new-home"))
			.fact(FactKind.RISK_INCIDENT, "who", "type", "DRUGS"));
		AreaEngine.Result before = tick("2025-10-19T12:00:00Z");
		AreaEngine.Result onTheDay = tick("2025-10-20T09:00:00Z");

		assertThat(texts(ahead, "A11")).isEmpty();
		assertThat(texts(stranger, "A01")).isEmpty();
		assertThat(texts(before, "A11")).isEmpty();
		assertThat(texts(onTheDay, "A11")).singleElement().asString().contains("the family moved on 20 October 2025");
		assertThat(texts(onTheDay, "A01")).singleElement()
			.asString()
			.contains("a man once recorded at one address with Child A")
			.contains("a man recorded at Child A's address (police, since 20 October 2025");
	}

	@Test
	void hasATenantLeaveOnTheDayOfAnEndThatIsToldAhead() {
		apply(Told.record("housing", "T1", "2025-09-20")
			.person("man", Role.TENANT, MAN)
			.fact(FactKind.TENANCY_CHANGED, "man", "change", "STARTED", "tenancy", "T-1", "on", "2025-09-20",
					"homeKeys", Told.HOME));
		AreaEngine.Result ahead = apply(Told.record("housing", "T2", "2025-10-04")
			.person("man", Role.TENANT, MAN)
			.fact(FactKind.TENANCY_CHANGED, "man", "change", "ENDED", "tenancy", "T-1", "on", "2025-10-20", "homeKeys",
					Told.HOME));

		assertThat(texts(ahead, "A01")).allMatch((text) -> !text.contains("once recorded"));
		assertThat(texts(tick("2025-10-19T12:00:00Z"), "A01")).isEmpty();
		assertThat(texts(tick("2025-10-21T09:00:00Z"), "A01")).singleElement()
			.asString()
			.contains("a man once recorded at one address with Child A");
	}

	@Test
	void knowsAtOnceOfAHomeThatARecordOfTomorrowNames() {
		apply(Told.record("housing", "H1", "2025-10-07")
			.ofTheDay("2025-10-06T23:59:00Z")
			.person("child", Role.CHILD, Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, "A/new-home"))
			.fact(FactKind.COMPLAINT_RECEIVED, "child"));

		assertThat(texts(apply(Told.record("police", "P2", "2025-10-07")
			.person("who", Role.SUSPECT, Told.person("VICTOR", "STEELE", "1988-05-05", Sex.MALE, "A/new-home"))
			.fact(FactKind.RISK_INCIDENT, "who", "type", "DRUGS")), "A01")).singleElement()
			.asString()
			.contains("a man recorded at Child A's address");
	}

	@Test
	void letsNobodyComeOfAgeOnADefaultDateWhereAnotherRecordHasTheDay() {
		Particulars known = Told.withNhsNumber(Told.person("ZOE", "HALE", "2007-12-20", Sex.FEMALE, "A/other-home"),
				"9990000026");
		Particulars written = Told.withNhsNumber(Told.person("ZOE", "HALE", "2007-01-01", Sex.FEMALE, "A/other-home"),
				"9990000026");
		apply(Told.record("police", "P2", "2024-12-01").person("child", Role.CHILD, written));
		apply(Told.record("police", "P3", "2024-12-02").person("child", Role.CHILD, written));
		apply(Told.record("social-care", "S2", "2025-10-04")
			.person("child", Role.CHILD, known)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-10-04", "ended", "false"));

		assertThat(tick("2025-12-19T12:00:00Z").outputs()).noneMatch(Output.PictureWithdrawn.class::isInstance);
		assertThat(tick("2025-12-20T12:00:00Z").outputs()).anyMatch(Output.PictureWithdrawn.class::isInstance);
	}

	@Test
	void countsWhatWasToldAheadThoughNoTickCameForLong() {
		AreaEngine fresh = new AreaEngine(Told.AREA, Told.settings(), new HeapState());
		fresh.apply(Told.record("social-care", "S1", "2025-09-15")
			.person("child", Role.CHILD, CHILD)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-09-15", "ended", "false")
			.logged(0));
		fresh.apply(Told.record("housing", "M1", "2025-10-04")
			.person("child", Role.CHILD, Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, "A/new-home"))
			.fact(FactKind.MOVED, "child", "on", "2025-10-20", "fromHomeKeys", Told.HOME)
			.logged(1));

		assertThat(texts(fresh.apply(Told.tick(2, "2025-12-24T09:00:00Z")), "A11")).singleElement()
			.asString()
			.contains("the family moved on 20 October 2025");
	}

	@Test
	void endsWhatIsSaidOfAChildOnTheDayOnWhichItComesOfAge() {
		Particulars nearly = Told.person("ZOE", "HALE", "2007-11-05", Sex.FEMALE, "A/other-home");
		apply(Told.record("social-care", "S2", "2025-10-04")
			.person("child", Role.CHILD, nearly)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-10-04", "ended", "false"));
		apply(Told.record("police", "P2", "2025-10-06")
			.person("man", Role.SUSPECT, Told.person("LIAM", "BIRD", "1990-01-01", Sex.MALE, "A/other-home"))
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS"));

		List<Output> before = tick("2025-11-04T23:59:59Z").outputs();
		List<Output> birthday = tick("2025-11-05T00:00:00Z").outputs();

		assertThat(before).noneMatch(Output.PictureWithdrawn.class::isInstance);
		assertThat(birthday).filteredOn(Output.PictureWithdrawn.class::isInstance).hasSize(1);
		assertThat(birthday).filteredOn(Output.AlertChanged.class::isInstance)
			.singleElement()
			.satisfies((output) -> assertThat(((Output.AlertChanged) output).alert().closedBecause())
				.isEqualTo("the child has come of age"));
	}

	@Test
	void looksAtTheChildrenAroundWhoeverComesOfAge() {
		Particulars brother = Told.person("JAY", "HALE", "2007-11-05", Sex.MALE, Told.HOME);
		apply(Told.record("social-care", "S2", "2025-10-04")
			.person("child", Role.CHILD, CHILD)
			.person("brother", Role.SIBLING, brother)
			.related("brother", RelationKind.SIBLING_OF, "child", RelationStatus.RECORDED));
		apply(Told.record("police", "P2", "2025-10-06")
			.person("brother", Role.SUSPECT, brother)
			.fact(FactKind.RISK_INCIDENT, "brother", "type", "DRUGS"));
		tick("2025-11-04T23:59:59Z");

		assertThat(tick("2025-11-05T00:00:00Z").outputs()).filteredOn(Output.AlertChanged.class::isInstance)
			.anySatisfy((output) -> assertThat(((Output.AlertChanged) output).alert().content().text())
				.contains("a man, adult sibling of Child A")
				.contains("about events on 6 October 2025"));
	}

	@Test
	void keepsADayThatFailsForOneFamilyFromNobodyElse() {
		apply(appointed(1, "2025-11-05"));
		apply(brotherOfWhomNobodyCanReadWhenHeWasWanted());

		AreaEngine.Result onTheDay = tick("2025-11-05T09:00:00Z");
		AreaEngine.Result after = tick("2025-11-05T10:00:00Z");

		assertThat(told(onTheDay)).containsExactly("A01 Tom Okafor");
		assertThat(onTheDay.outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(onTheDay.failures()).singleElement().isInstanceOf(DateTimeParseException.class);
		assertThat(after.outputs()).isEmpty();
		assertThat(after.failures()).isEmpty();
	}

	@Test
	void leavesWhatAFailedDayBroughtOfItsFamilyAsItWas() {
		apply(brotherOfWhomNobodyCanReadWhenHeWasWanted());
		List<String> before = pictures();

		tick("2025-11-05T09:00:00Z");
		List<String> after = pictures();
		apply(wanted("2025-10-05").version(2));
		AreaEngine.Result mended = apply(Told.record("police", "P2", "2025-11-06")
			.person("who", Role.SUSPECT, BROTHER)
			.fact(FactKind.RISK_INCIDENT, "who", "type", "DRUGS"));

		assertThat(after).containsExactlyElementsOf(before);
		assertThat(texts(mended, "A01")).singleElement().asString().contains("a young man, sibling of Child Z");
	}

	@ParameterizedTest
	@CsvSource({ "CHILD, 2027-01-01", "PATIENT, 2026-01-01" })
	void goesByTheYearWhereNobodyKnowsTheDayOfBirth(Role role, LocalDate grownUpFrom) {
		Particulars nearly = Told.bornIn(2008, Told.person("ZOE", "HALE", null, Sex.FEMALE, "A/other-home"));
		apply(Told.record("social-care", "S2", "2025-10-04")
			.person("child", role, nearly)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-10-04", "ended", "false"));

		assertThat(tick(grownUpFrom.minusDays(1) + "T12:00:00Z").outputs())
			.noneMatch(Output.PictureWithdrawn.class::isInstance);
		assertThat(tick(grownUpFrom + "T12:00:00Z").outputs()).anyMatch(Output.PictureWithdrawn.class::isInstance);
	}

	@ParameterizedTest
	@CsvSource({ "2008-02-29, 2026-03-01", "2008-02-28, 2026-02-28", "2008-03-01, 2026-03-01" })
	void comesOfAgeOnTheFirstOfMarchWhoWasBornOnALeapDay(LocalDate born, LocalDate grownUpFrom) {
		assertThat(Particulars.comesOfAge(born)).isEqualTo(grownUpFrom);
	}

	/** Whoever accepts a step-down leads from then on. */
	private static Told.Draft accepted() {
		return Told.record("early-help", "A1", "2025-10-04")
			.person("child", Role.CHILD, CHILD)
			.fact(FactKind.STEP_DOWN_CHANGED, "child", "change", "ACCEPTED", "stepDown", "9", "lead", "Tom Okafor",
					"on", "2025-10-04")
			.fact(FactKind.LEAD_ASSIGNED, "child", "name", "Tom Okafor", "on", "2025-10-04");
	}

	private static List<String> leads(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map((output) -> (Output.AlertChanged) output)
			.map((changed) -> name(changed.lead()) + ", before " + (changed.leadInError() ? "" : "not ") + "by mistake")
			.toList();
	}

	private List<String> pictures() {
		List<String> shown = new ArrayList<>();
		this.state.pictures().forEach((mention, fingerprint) -> shown.add(mention + " " + fingerprint));
		return shown;
	}

	/**
	 * He comes to 16 on 5 November, and is looked at by the rules from then on; in
	 * another family than the one that is told of.
	 */
	private Told.Draft brotherOfWhomNobodyCanReadWhenHeWasWanted() {
		apply(Told.record("social-care", "S2", "2025-10-04")
			.person("child", Role.CHILD, Told.person("ZOE", "MOOR", "2020-05-05", Sex.FEMALE, null))
			.person("brother", Role.CHILD, BROTHER)
			.related("brother", RelationKind.SIBLING_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-10-04", "ended", "false"));
		return wanted("no date at all");
	}

	private static Told.Draft wanted(String on) {
		return Told.record("police", "W1", "2025-10-06")
			.person("who", Role.SUSPECT, BROTHER)
			.fact(FactKind.CUSTODY_CHANGED, "who", "status", "NO_LONGER_WANTED", "on", on);
	}

	private static Told.Draft appointed(int version, String on) {
		return lead("L2", "Tom Okafor", on, null).ofTheDay("2025-10-03T18:00:00Z").version(version);
	}

	private static Told.Draft lead(String number, String name, String on, @Nullable String endedOn) {
		Told.Draft draft = Told
			.recordAt("social-care", number,
					LocalDate.parse(on).atStartOfDay(Told.settings().workingTime().zone()).toInstant())
			.person("child", Role.CHILD, CHILD);
		return (endedOn != null)
				? draft.fact(FactKind.LEAD_ASSIGNED, "child", "name", name, "on", on, "endedOn", endedOn)
				: draft.fact(FactKind.LEAD_ASSIGNED, "child", "name", name, "on", on);
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		return this.engine.apply(draft.logged(this.offset++));
	}

	private AreaEngine.Result tick(String at) {
		return this.engine.apply(Told.tick(this.offset++, at));
	}

	/** Whom something of an alert is told that they had not heard. */
	private static List<String> told(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map((output) -> (Output.AlertChanged) output)
			.map((changed) -> changed.alert().rule() + " " + name(changed.lead()))
			.filter((line) -> !line.endsWith("Priya Nair"))
			.toList();
	}

	private static List<String> texts(AreaEngine.Result result, String rule) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map((output) -> ((Output.AlertChanged) output).alert())
			.filter((alert) -> alert.rule().equals(rule))
			.map((alert) -> alert.content().text())
			.toList();
	}

	private static List<String> shown(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.PictureChanged.class::isInstance)
			.map((output) -> name(((Output.PictureChanged) output).view().lead()))
			.toList();
	}

	private static String name(@Nullable LeadProfessional lead) {
		return (lead != null) ? lead.name() : "nobody";
	}

}
