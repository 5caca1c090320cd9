package org.mashhub.correlation.area;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.mashhub.correlation.family.Certainty;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.HeapState;

import static org.assertj.core.api.Assertions.assertThat;

/** Parents and others around a child who are children themselves. */
class YoungPeopleTest {

	private static final Particulars BABY = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars BEN = Told
		.withNhsNumber(Told.person("BEN", "HALE", "2019-04-01", Sex.MALE, Told.HOME), "9990000026");

	private static final Particulars MOTHER = Told.person("LENA", "HALE", "2008-02-02", Sex.FEMALE, Told.HOME);

	private static final Particulars FATHER = Told.person("NOEL", "FARR", "2007-12-09", Sex.MALE, Told.HOME);

	private static final Particulars BROTHER = Told.person("JAY", "HALE", "2007-11-05", Sex.MALE, Told.HOME);

	private static final Particulars MAN = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, Told.HOME);

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@Test
	void tellsOfParentsWhoAreChildrenThemselvesAndOfEachOfThemAsAChild() {
		apply(parents("V1", MOTHER, FATHER));

		apply(domesticAbuse("L1", "2025-10-01"));

		assertThat(open("A01")).extracting((alert) -> alert.content().childLabel())
			.containsExactlyInAnyOrder("Child A, 1 month", "Child L, 17 years", "Child N, 17 years");
		assertThat(aboutTheBaby().content().text())
			.contains("Police hold child-safety information about a young woman, parent of Child A")
			.contains("Police hold child-safety information about a young man, parent of Child A")
			.contains("whether any of these young people cares for Child A");
	}

	@Test
	void holdsParentsUnder18AmongTheAdultsAndForNoBrotherOrSister() {
		apply(parents("V1", MOTHER, FATHER));

		ChildView view = picture(apply(status("S1", "2025-09-20")));

		assertThat(view.adults()).extracting(YoungPeopleTest::named)
			.containsExactlyInAnyOrder("LENA HALE, young", "NOEL FARR, young");
		assertThat(view.siblings()).isEmpty();
	}

	@Test
	void holdsForNoBrotherWhomSomebodyOnlySaysToBeTheFather() {
		apply(visit(Role.FATHER, FATHER, RelationStatus.CLAIMED));

		ChildView view = picture(apply(status("S1", "2025-09-20")));

		assertThat(view.adults()).extracting(YoungPeopleTest::named).containsExactly("NOEL FARR, young");
		assertThat(view.siblings()).isEmpty();
	}

	@Test
	void asksBeforeAClosureWhatWasRecordedOfParentsUnder18() {
		apply(parents("V1", MOTHER, FATHER));
		apply(status("S1", "2025-09-20"));
		apply(domesticAbuse("L1", "2025-10-01"));

		apply(proposal());

		assertThat(open("A08")).singleElement()
			.satisfies((alert) -> assertThat(alert.content().openItems()).extracting(AlertContent.OpenItem::item)
				.contains("alert-A01", "risk-event"));
	}

	@Test
	void callsAYoungPersonOneBeforeAClosureToo() {
		apply(brother());
		apply(status("S1", "2025-09-20"));
		apply(incident("L1", "2025-10-01", BROTHER, Role.SUSPECT, "DRUGS"));
		apply(release("R1", BROTHER));

		apply(proposal());

		assertThat(described()).contains("police recorded information about a connected young person on 1 October 2025",
				"a connected young person's release from prison was recorded on 3 October 2025");
	}

	@Test
	void callsAnAdultAndAYoungPersonBothBeforeAClosure() {
		apply(brother());
		apply(status("S1", "2025-09-20"));
		apply(incident("L1", "2025-10-01", BROTHER, Role.SUSPECT, "DRUGS"));
		apply(incident("L2", "2025-10-02", MAN, Role.SUSPECT, "DRUGS"));
		apply(release("R1", BROTHER));
		apply(release("R2", MAN));

		apply(proposal());

		assertThat(described()).contains(
				"police recorded information about a connected adult or young person on 1 October 2025 and 2 October 2025",
				"a connected adult's or young person's release from prison was recorded on 3 October 2025");
	}

	@Test
	void raisesNothingOnTheBirthdayOfWhatWasToldBefore() {
		apply(parents("V1", MOTHER, FATHER));
		apply(domesticAbuse("L1", "2025-10-01"));
		tick("2025-12-08T12:00:00Z");
		AlertMemory before = aboutTheBaby();

		AreaEngine.Result birthday = tick("2025-12-09T12:00:00Z");

		assertThat(changes(birthday)).allSatisfy((change) -> {
			assertThat(change.tellAgain()).isFalse();
			assertThat(change.alert().renewedIn()).isEqualTo(1);
		});
		AlertMemory after = aboutTheBaby();
		assertThat(after.id()).isEqualTo(before.id());
		assertThat(after.renewedAt()).isEqualTo(before.renewedAt());
		assertThat(after.content().text()).contains("about a man, parent of Child A")
			.contains("whether any of these people cares for Child A");
		assertThat(open("A01")).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2008-02-02", "2011-02-02" })
	void knowsAParentHoweverYoung(String born) {
		Particulars father = Told.person("NOEL", "FARR", born, Sex.MALE, "A/elsewhere");
		apply(parents("V1", MOTHER, father));

		apply(incident("L1", "2025-10-01", father, Role.SUSPECT, "VIOLENCE"));

		assertThat(aboutTheBaby().content().text()).contains("a young man, parent of Child A")
			.contains("whether this young person cares for Child A");
	}

	@Test
	void knowsThePartnerOfAParentHoweverYoungThoughOneHomeJoinsThemToo() {
		Particulars boy = Told.person("KIT", "DOVE", "2010-02-02", Sex.MALE, Told.HOME);
		apply(parents("V1", MOTHER, FATHER));
		apply(Told.record("social-care", "S1", "2025-09-20")
			.person("mother", Role.MOTHER, MOTHER)
			.person("partner", Role.PARTNER, boy)
			.related("partner", RelationKind.PARTNER_OF, "mother", RelationStatus.RECORDED));

		apply(incident("L1", "2025-10-01", boy, Role.SUSPECT, "VIOLENCE"));

		assertThat(aboutTheBaby().content().text()).contains("a young man, partner of Child A's parent");
	}

	@Test
	void tellsOfficersAloneOfAParentUnder16WhomSomebodyOnlySaysToBeOne() {
		Particulars boy = Told.person("KIT", "DOVE", "2010-02-02", Sex.MALE, Told.HOME);
		apply(visit(Role.FATHER, boy, RelationStatus.CLAIMED));

		apply(incident("L1", "2025-10-01", boy, Role.SUSPECT, "VIOLENCE"));

		assertThat(aboutTheBaby().content().audience()).isEqualTo("MASH_ONLY");
	}

	@Test
	void takesAMoveOfAMotherOf16ForTheFamilys() {
		Particulars mother = Told.person("LENA", "HALE", "2009-02-02", Sex.FEMALE, Told.HOME);
		apply(visit(Role.MOTHER, mother, RelationStatus.RECORDED));
		apply(status("S1", "2025-09-20"));
		apply(incident("L1", "2025-09-25", mother, Role.SUSPECT, "DRUGS"));

		apply(Told.record("housing", "M1", "2025-10-02")
			.person("tenant", Role.TENANT, mother)
			.fact(FactKind.MOVED, "tenant", "on", "2025-10-02", "fromHomeKeys", Told.HOME, "toHomeKeys", "A/new-home",
					"initiatedBy", "TENANT"));

		assertThat(open("A11")).singleElement().satisfies((alert) -> {
			assertThat(alert.content().colour()).isEqualTo("AMBER");
			assertThat(alert.content().text()).contains("that the family moved on 2 October 2025")
				.contains("Police had recorded information about a young person connected to Child A");
		});
	}

	@Test
	void tellsAtOnceOfABrotherOf17AndNotOnHisBirthday() {
		apply(brother());

		apply(incident("L1", "2025-10-15", BROTHER, Role.SUSPECT, "WEAPONS"));
		AlertMemory told = aboutTheBaby();
		tick("2025-11-04T12:00:00Z");
		List<Output.AlertChanged> birthday = changes(tick("2025-11-05T12:00:00Z"));

		assertThat(told.content().colour()).isEqualTo("RED");
		assertThat(told.content().text()).contains("about a young man, sibling of Child A")
			.doesNotContain("adult")
			.doesNotContain("17");
		assertThat(birthday).singleElement().satisfies((change) -> {
			assertThat(change.alert().id()).isEqualTo(told.id());
			assertThat(change.alert().renewedAt()).isEqualTo(told.renewedAt());
			assertThat(change.tellAgain()).isFalse();
			assertThat(change.alert().content().text()).contains("about a man, adult sibling of Child A");
		});
	}

	@Test
	void keepsABrotherOf17ForABrotherToo() {
		apply(brother());

		ChildView view = picture(apply(status("S1", "2025-09-20")));

		assertThat(view.adults()).extracting(YoungPeopleTest::named).containsExactly("JAY HALE, young");
		assertThat(view.siblings()).containsExactly(view.adults().getFirst().summary().id());
	}

	@Test
	void tellsOfABrotherWhatHeDidFromHis16thBirthdayOnAlone() {
		Particulars boy = Told.person("JAY", "HALE", "2009-11-05", Sex.MALE, Told.HOME);
		apply(Told.record("social-care", "S0", "2025-09-12")
			.person("child", Role.CHILD, BABY)
			.person("brother", Role.SIBLING, boy)
			.related("brother", RelationKind.SIBLING_OF, "child", RelationStatus.RECORDED));
		apply(incident("L1", "2025-10-15", boy, Role.SUSPECT, "WEAPONS"));
		tick("2025-11-04T12:00:00Z");
		tick("2025-11-05T12:00:00Z");
		List<AlertMemory> birthday = open("A01");

		apply(incident("L2", "2025-11-06", boy, Role.SUSPECT, "DRUGS"));

		assertThat(birthday).isEmpty();
		assertThat(aboutTheBaby().content().text()).contains("a young man, sibling of Child A")
			.contains("about events on 6 November 2025.");
	}

	@Test
	void tellsOfNobodyWhoIsGrownUpWhatHeDidBeforeHeWas16() {
		Particulars man = Told.person("JAY", "HALE", "2007-01-05", Sex.MALE, Told.HOME);
		apply(incident("L1", "2022-12-15", man, Role.SUSPECT, "VIOLENCE"));
		apply(incident("L2", "2023-02-15", man, Role.SUSPECT, "VIOLENCE"));

		apply(Told.record("social-care", "S0", "2025-09-12")
			.person("child", Role.CHILD, BABY)
			.person("brother", Role.SIBLING, man)
			.related("brother", RelationKind.SIBLING_OF, "child", RelationStatus.RECORDED));

		assertThat(aboutTheBaby().content().text()).contains("about events on 15 February 2023.");
	}

	@ParameterizedTest
	@CsvSource({ "2016-05-05, 1, 0", "2008-05-05, 1, 1" })
	void knowsWhoIsNamedAsOfTheHouseholdUnder18ThoughTheRecordGivesThemNoAddress(String born, int siblings,
			int adults) {
		apply(Told.record("health-visiting", "V1", "2025-09-12")
			.person("baby", Role.CHILD, BABY)
			.person("other", Role.HOUSEHOLD_MEMBER, Told.person("KIT", "DOVE", born, Sex.MALE, null))
			.fact(FactKind.VISIT_MADE, "baby"));

		ChildView view = picture(apply(status("S1", "2025-09-20")));

		assertThat(view.siblings()).hasSize(siblings);
		assertThat(view.adults()).hasSize(adults)
			.allSatisfy((adult) -> assertThat(adult.path().certainty()).isEqualTo(Certainty.TO_BE_CHECKED));
	}

	@Test
	void knowsNobodyUnder18AsOfTheHouseholdWhomTheRecordHasElsewhere() {
		apply(Told.record("health-visiting", "V1", "2025-09-12")
			.person("baby", Role.CHILD, BABY)
			.person("other", Role.HOUSEHOLD_MEMBER, Told.person("KIT", "DOVE", "2008-05-05", Sex.MALE, "A/elsewhere"))
			.fact(FactKind.VISIT_MADE, "baby"));

		ChildView view = picture(apply(status("S1", "2025-09-20")));

		assertThat(view.siblings()).isEmpty();
		assertThat(view.adults()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "CHILD, DOMESTIC_ABUSE, false", "SIBLING, VIOLENCE, false", "VICTIM, VIOLENCE, false",
			"SUBJECT, CHILD_CONCERN, false", "SUSPECT, CHILD_CONCERN, true", "SUSPECT, DRUGS, true",
			"VICTIM, DOMESTIC_ABUSE, true" })
	void findsNoRiskInWhoWasThereAsAChild(Role role, String type, boolean counts) {
		apply(brother());

		apply(incident("L1", "2025-10-15", BROTHER, role, type));
		boolean told = !open("A01").isEmpty();
		tick("2025-11-04T12:00:00Z");
		tick("2025-11-05T12:00:00Z");

		assertThat(told).isEqualTo(counts);
		assertThat(!open("A01").isEmpty()).isEqualTo(counts);
	}

	@ParameterizedTest
	@CsvSource({ "SIBLING_OF, true", "CARER_OF, false", "PARENT_OF, false" })
	void asksOfTheBabyWhatWasAnsweredOfABrotherOf17UnlessHeBringsItUp(RelationKind kind, boolean asked) {
		apply(brother());
		apply(Told.record("social-care", "S1", "2025-09-12")
			.person("child", Role.CHILD, BABY)
			.person("brother", Role.OTHER, BROTHER)
			.related("brother", kind, "child", RelationStatus.RECORDED));
		this.engine.apply(Told.declared(this.offset++, "2025-09-13T09:00:00Z", "health-visiting", "InformationProvided",
				null, FactKind.INFORMATION_REQUESTED));
		apply(Told.record("social-care", "Q1", "2025-09-14")
			.person("child", Role.CHILD, BABY)
			.person("brother", Role.CHILD, BROTHER)
			.fact(FactKind.INFORMATION_REQUESTED, "child", "change", "REQUESTED", "request", "IR-7", "of",
					"health-visiting")
			.fact(FactKind.INFORMATION_REQUESTED, "brother", "change", "REQUESTED", "request", "IR-7", "of",
					"health-visiting"));
		apply(Told.record("health-visiting", "A1", "2025-09-16")
			.person("patient", Role.PATIENT, BROTHER)
			.fact(FactKind.INFORMATION_REQUESTED, "patient", "change", "PROVIDED", "request", "IR-7", "by",
					"health-visiting"));

		apply(proposal());

		assertThat(open("A08").stream().flatMap((alert) -> alert.content().openItems().stream()))
			.extracting(AlertContent.OpenItem::item)
			.isEqualTo(asked ? List.of("question-health-visiting") : List.of());
	}

	@Test
	void findsARiskInWhomPoliceNameInAConcernForAnotherChild() {
		apply(brother());

		apply(Told.record("police", "L1", "2025-10-15")
			.person("man", Role.SUBJECT, BROTHER)
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.RISK_INCIDENT, "man", "type", "CHILD_CONCERN"));

		assertThat(aboutTheBaby().content().text()).contains("a young man, sibling of Child A");
	}

	@Test
	void namesNobodyAsAChildBesideThoseForWhomPoliceHoldSomethingOfHim() {
		apply(brother());
		apply(Told.record("social-care", "S2", "2025-09-13")
			.person("child", Role.CHILD, BEN)
			.person("brother", Role.SIBLING, BROTHER)
			.related("brother", RelationKind.SIBLING_OF, "child", RelationStatus.RECORDED));
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));
		List<AlertMemory> together = open("A01");

		apply(incident("L2", "2025-10-15", BROTHER, Role.SUSPECT, "WEAPONS"));

		assertThat(together).singleElement()
			.satisfies((alert) -> assertThat(alert.content().childLabel())
				.isEqualTo("Child J, 17 years; Child B, 6 years; Child A, 1 month"));
		assertThat(open("A01")).extracting((alert) -> alert.content().childLabel())
			.containsExactly("Child B, 6 years; Child A, 1 month", "Child J, 17 years");
		assertThat(aboutTheBaby().content().text()).contains("about a young man, sibling of Child B (")
			.contains("whether any of these people cares for Child B and Child A");
	}

	@Test
	void findsARiskInAYoungMotherForWhoseChildPoliceAreConcerned() {
		apply(parents("V1", MOTHER, FATHER));

		apply(incident("L1", "2025-10-15", MOTHER, Role.MOTHER, "CHILD_CONCERN"));

		assertThat(aboutTheBaby().content().text()).contains("about a young woman, parent of Child A");
	}

	@Test
	void namesNobodyBesideTheSentenceOfAMoveThatIsAboutHim() {
		apply(Told.record("health-visiting", "V1", "2025-09-10")
			.person("baby", Role.CHILD, BABY)
			.person("brother", Role.SIBLING, BROTHER)
			.related("brother", RelationKind.SIBLING_OF, "baby", RelationStatus.RECORDED));
		apply(status("S1", "2025-09-12"));
		apply(Told.record("social-care", "S2", "2025-09-12")
			.person("child", Role.CHILD, BROTHER)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-09-12", "ended", "false"));
		apply(incident("L1", "2025-09-25", BROTHER, Role.SUSPECT, "DRUGS"));

		apply(Told.record("housing", "M1", "2025-10-02")
			.person("baby", Role.CHILD, BABY)
			.person("brother", Role.CHILD, BROTHER)
			.fact(FactKind.MOVED, "baby", "on", "2025-10-02")
			.fact(FactKind.MOVED, "brother", "on", "2025-10-02"));

		assertThat(open("A11")).hasSize(2)
			.noneMatch((alert) -> alert.content().childLabel().contains("Child J")
					&& alert.content().text().contains("a young person connected to Child A"));
	}

	private static Told.Draft parents(String number, Particulars mother, Particulars father) {
		return Told.record("health-visiting", number, "2025-09-12")
			.person("baby", Role.CHILD, BABY)
			.person("mother", Role.MOTHER, mother)
			.person("father", Role.FATHER, father)
			.related("mother", RelationKind.PARENT_OF, "baby", RelationStatus.RECORDED)
			.related("father", RelationKind.PARENT_OF, "baby", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "baby");
	}

	/** A health visitor names one parent of the baby. */
	private static Told.Draft visit(Role role, Particulars parent, RelationStatus status) {
		return Told.record("health-visiting", "V1", "2025-09-12")
			.person("baby", Role.CHILD, BABY)
			.person("parent", role, parent)
			.related("parent", RelationKind.PARENT_OF, "baby", status)
			.fact(FactKind.VISIT_MADE, "baby");
	}

	private static Told.Draft brother() {
		return Told.record("social-care", "S0", "2025-09-12")
			.person("child", Role.CHILD, BABY)
			.person("brother", Role.SIBLING, BROTHER)
			.related("brother", RelationKind.SIBLING_OF, "child", RelationStatus.RECORDED);
	}

	private static Told.Draft proposal() {
		return Told.record("social-care", "P1", "2025-10-20")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.CLOSURE_PROPOSED, "child", "reason", "RC8");
	}

	private static Told.Draft status(String number, String day) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", day, "ended", "false");
	}

	private static Told.Draft incident(String number, String day, Particulars who, Role role, String type) {
		return Told.record("police", number, day)
			.person("man", role, who)
			.fact(FactKind.RISK_INCIDENT, "man", "type", type);
	}

	private static Told.Draft release(String number, Particulars who) {
		return Told.record("probation", number, "2025-10-03")
			.person("who", Role.OFFENDER, who)
			.fact(FactKind.CUSTODY_CHANGED, "who", "status", "RELEASED");
	}

	/** What a proposal to close is asked. */
	private List<String> described() {
		return open("A08").stream()
			.flatMap((alert) -> alert.content().openItems().stream())
			.map(AlertContent.OpenItem::description)
			.toList();
	}

	private static Told.Draft domesticAbuse(String number, String day) {
		return Told.record("police", number, day)
			.person("he", Role.SUSPECT, FATHER)
			.person("she", Role.VICTIM, MOTHER)
			.fact(FactKind.RISK_INCIDENT, "he", "type", "DOMESTIC_ABUSE", "childrenPresent", "true")
			.fact(FactKind.RISK_INCIDENT, "she", "type", "DOMESTIC_ABUSE", "childrenPresent", "true");
	}

	private static String named(ConnectedAdult adult) {
		return adult.summary().displayName() + (adult.young() ? ", young" : "");
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		return this.engine.apply(draft.logged(this.offset++));
	}

	private AreaEngine.Result tick(String at) {
		return this.engine.apply(Told.tick(this.offset++, at));
	}

	private AlertMemory aboutTheBaby() {
		List<AlertMemory> alerts = open("A01").stream()
			.filter((alert) -> alert.content().childLabel().contains("Child A"))
			.toList();
		assertThat(alerts).hasSize(1);
		return alerts.getFirst();
	}

	private List<AlertMemory> open(String rule) {
		List<AlertMemory> open = new ArrayList<>();
		this.state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN && alert.rule().equals(rule)) {
				open.add(alert);
			}
		});
		open.sort(Comparator.comparing((alert) -> alert.content().childLabel()));
		return open;
	}

	private static ChildView picture(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.PictureChanged.class::isInstance)
			.map((output) -> ((Output.PictureChanged) output).view())
			.filter((view) -> view.child().displayName().equals("AVA HALE"))
			.findFirst()
			.orElseThrow();
	}

	private static List<Output.AlertChanged> changes(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map((output) -> (Output.AlertChanged) output)
			.toList();
	}

}
