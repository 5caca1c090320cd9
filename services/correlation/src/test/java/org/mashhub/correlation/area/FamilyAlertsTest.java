package org.mashhub.correlation.area;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.HeapState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** One alert for the children of one family, and what becomes of it. */
class FamilyAlertsTest {

	private static final Particulars AVA = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars BEN = Told
		.withNhsNumber(Told.person("BEN", "HALE", "2019-04-01", Sex.MALE, Told.HOME), "9990000026");

	private static final Particulars ABEL = Told
		.withNhsNumber(Told.person("ABEL", "HALE", "2014-04-01", Sex.MALE, Told.HOME), "9990000034");

	private static final Particulars MOTHER = Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, Told.HOME);

	private static final Particulars BIRTH_MOTHER = Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, null);

	private static final Particulars ZED = Told
		.withNhsNumber(Told.person("ZED", "FINCH", "2020-04-01", Sex.MALE, Told.HOME), "9990000042");

	private static final Particulars MOTHER_OF_ZED = Told.person("TARA", "FINCH", "1997-11-30", Sex.FEMALE, null);

	private static final Particulars MAN = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, Told.HOME);

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@Test
	void namesAllBrothersAndSistersInOneAlertAndTellsThoseOfOneInitialApart() {
		apply(family("F1", AVA));
		apply(family("F2", BEN));
		apply(family("F3", ABEL));

		List<Output.AlertChanged> changes = changes(apply(incident("L1", "2025-10-01")));

		assertThat(changes).singleElement().satisfies((change) -> {
			assertThat(change.children()).extracting(Output.NamedChild::label)
				.containsExactly("Child A, 11 years", "Child B, 6 years", "Child A, 1 month");
			assertThat(change.alert().content().childLabel())
				.isEqualTo("Child A, 11 years; Child B, 6 years; Child A, 1 month");
			assertThat(change.alert().content().text())
				.contains("a man recorded at Child A (born 2014), Child B and Child A (born 2025)'s address")
				.endsWith("This does not say that anyone harmed Child A (born 2014), Child B or Child A (born 2025).");
			assertThat(change.alert().content().connections()).singleElement()
				.extracting(AlertContent.Connection::relation)
				.isEqualTo("recorded at Child A (born 2014), Child B and Child A (born 2025)'s address");
		});
		assertThat(open(AVA)).isEqualTo(open(BEN)).isEqualTo(open(ABEL)).hasSize(1);
	}

	@Test
	void childrenOfTwoFamiliesInOneFosterHomeAreNoBrotherAndSister() {
		apply(inCare("C1", AVA, BIRTH_MOTHER));
		apply(inCare("C2", ZED, MOTHER_OF_ZED));

		assertThat(changes(apply(incidentOf("L1", MOTHER_OF_ZED)))).singleElement().satisfies((change) -> {
			assertThat(change.children()).extracting(Output.NamedChild::label).containsExactly("Child Z, 5 years");
			assertThat(change.alert().content().text()).contains("parent of Child Z").doesNotContain("Child A");
		});
		assertThat(open(AVA)).isEmpty();

		// The authority looks after neither any more: that makes them no nearer.
		apply(childInNeed("S1", AVA));
		apply(childInNeed("S2", ZED));

		assertThat(open(AVA)).isEmpty();
		assertThat(open(ZED)).hasSize(1);
	}

	@Test
	void brotherAndSisterInOneFosterHomeAreOneFamily() {
		apply(inCare("C1", AVA, BIRTH_MOTHER));
		apply(inCare("C2", BEN, BIRTH_MOTHER));

		assertThat(changes(apply(incidentOf("L1", BIRTH_MOTHER)))).singleElement()
			.satisfies((change) -> assertThat(change.children()).extracting(Output.NamedChild::label)
				.containsExactlyInAnyOrder("Child A, 1 month", "Child B, 6 years"));
	}

	@Test
	void childrenWhoseMothersFledToOneSecretHomeAreNoBrotherAndSister() {
		apply(atHome("F1", AVA, BIRTH_MOTHER, true));
		apply(atHome("F2", ZED, MOTHER_OF_ZED, true));

		assertThat(changes(apply(incidentOf("L1", MOTHER_OF_ZED)))).singleElement()
			.satisfies((change) -> assertThat(change.children()).hasSize(1));
	}

	/** Who leads for one of two cousins need not know of the other. */
	@Test
	void childrenOfTwoMothersInOneHomeAreTwoFamilies() {
		apply(atHome("F1", AVA, BIRTH_MOTHER, false));
		apply(atHome("F2", ZED, MOTHER_OF_ZED, false));
		apply(lead("S1", "2025-09-20", AVA, "Priya Nair"));

		assertThat(changes(apply(incidentOf("L1", MOTHER_OF_ZED)))).hasSize(2).allSatisfy((change) -> {
			assertThat(change.children()).hasSize(1);
			assertThat(change.lead() != null)
				.isEqualTo(change.children().getFirst().label().equals("Child A, 1 month"));
		});
	}

	@Test
	void childrenOfTwoFamiliesWhoOnceSharedAHomeAreToldOfApart() {
		apply(atHome("F1", AVA, BIRTH_MOTHER, false));
		apply(atHome("F2", ZED, MOTHER_OF_ZED, false));
		apply(moved("M1", ZED, MOTHER_OF_ZED));
		apply(lead("S1", "2025-09-27", AVA, "Priya Nair"));

		assertThat(changes(apply(incidentOf("L1", MOTHER_OF_ZED)))).isNotEmpty()
			.allSatisfy((change) -> assertThat(change.children()).hasSize(1))
			.anySatisfy((change) -> {
				assertThat(change.children()).extracting(Output.NamedChild::label).containsExactly("Child Z, 5 years");
				assertThat(change.lead()).isNull();
			});
	}

	@Test
	void whoIsKnownToAnotherFamilyInARefugeIsNotAroundTheChild() {
		apply(atHome("F1", AVA, MOTHER, true));
		apply(atHome("F2", ZED, Told.person("TARA", "FINCH", "1997-11-30", Sex.FEMALE, Told.HOME), true));
		apply(Told.record("police", "P1", "2025-09-20")
			.person("mother", Role.VICTIM, MOTHER_OF_ZED)
			.person("man", Role.SUSPECT, Told.person("CARL", "FINCH", "1990-01-01", Sex.MALE, null))
			.related("man", RelationKind.PARTNER_OF, "mother", RelationStatus.RECORDED));

		assertThat(changes(apply(incidentOf("L1", Told.person("CARL", "FINCH", "1990-01-01", Sex.MALE, null)))))
			.singleElement()
			.satisfies((change) -> assertThat(change.children()).extracting(Output.NamedChild::label)
				.containsExactly("Child Z, 5 years"));
		assertThat(open(AVA)).isEmpty();
	}

	@Test
	void siblingsOfWhomNoParentIsKnownStayOneFamilyWhenOneIsLookedAfter() {
		apply(Told.record("education", "E1", "2025-09-10")
			.person("child", Role.CHILD, BEN)
			.fact(FactKind.CHILD_SEEN, "child"));
		apply(inCare("C1", AVA, BIRTH_MOTHER));

		assertThat(changes(apply(incident("L1", "2025-10-01")))).singleElement()
			.satisfies((change) -> assertThat(change.children()).hasSize(2));
	}

	@Test
	void whoseParentsArePartnersAreOneFamilyInASecretHomeToo() {
		apply(atHome("F1", AVA, BIRTH_MOTHER, true));
		apply(atHome("F2", ZED, MOTHER_OF_ZED, true));
		apply(Told.record("social-care", "F3", "2025-09-13")
			.person("one", Role.MOTHER, BIRTH_MOTHER)
			.person("other", Role.PARTNER, MOTHER_OF_ZED)
			.related("one", RelationKind.PARTNER_OF, "other", RelationStatus.RECORDED));

		assertThat(changes(apply(incidentOf("L1", MOTHER_OF_ZED)))).singleElement()
			.satisfies((change) -> assertThat(change.children()).hasSize(2));
	}

	@Test
	void tellsTwinsOfOneInitialApart() {
		apply(family("F1", AVA));
		apply(Told.record("health-visiting", "F2", "2025-09-12")
			.person("child", Role.CHILD, Told.person("ANN", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME)));

		assertThat(changes(apply(incident("L1", "2025-10-01")))).singleElement()
			.satisfies((change) -> assertThat(change.alert().content().text())
				.contains("who looks after Child A (1 of 2) and Child A (2 of 2)?"));
	}

	@Test
	void saysOfWhomItSpeaksWhereItDoesNotHoldOfAll() {
		apply(family("F1", AVA));
		apply(family("F2", BEN));
		apply(lead("S1", "2025-09-20", BEN, "Priya Nair"));

		assertThat(changes(apply(incident("L1", "2025-10-01")))).singleElement().satisfies((change) -> {
			assertThat(change.alert().content().notKnown()).containsExactly(
					"whether this adult cares for Child B and Child A", "whether the GP was asked",
					"Child A: no lead professional is recorded");
			assertThat(change.lead()).isNotNull().extracting((lead) -> lead.name()).isEqualTo("Priya Nair");
		});
	}

	@Test
	void saysOnceOfAnAdultWhatIsHeldThoughHeIsKnownToTheChildrenInDifferentWays() {
		apply(family("F1", AVA));
		apply(Told.record("social-care", "F2", "2025-09-12")
			.person("child", Role.CHILD, BEN)
			.person("man", Role.FATHER, MAN)
			.related("man", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-09-12", "ended", "false"));

		assertThat(changes(apply(incident("L1", "2025-10-01")))).singleElement()
			.satisfies((change) -> assertThat(change.alert().content().statements()).containsExactly(
					"Police hold child-safety information about a man, parent of Child B (children's social care, since "
							+ "12 September 2025; recorded) and recorded at Child A's address (police and children's social care, since "
							+ "12 September 2025; recorded), about events on 1 October 2025."));
	}

	@Test
	void tellsTwoMenApartOfWhomTheSameIsHeld() {
		apply(family("F1", AVA));

		assertThat(changes(apply(incident("L1", "2025-10-01")
			.person("brother", Role.SUSPECT, Told.person("KEITH", "POOLE", "1990-08-09", Sex.MALE, Told.HOME))
			.fact(FactKind.RISK_INCIDENT, "brother", "type", "DRUGS")))).singleElement()
			.satisfies((change) -> assertThat(change.alert().content().statements()).hasSize(2));
	}

	@Test
	void isAsUrgentAsForTheChildForWhomItIsMostUrgent() {
		apply(family("F1", BEN));
		apply(incident("L1", "2025-10-01"));
		AlertMemory amber = alerts(apply(incident("L2", "2025-10-02"))).getFirst();

		AlertMemory red = alerts(apply(family("F2", AVA))).getFirst();

		assertThat(amber.content().colour()).isEqualTo("AMBER");
		assertThat(red.id()).isEqualTo(amber.id());
		assertThat(red.content().colour()).isEqualTo("RED");
		assertThat(red.children()).hasSize(2);
	}

	@Test
	void renewsAnAcknowledgedAlertForAChildWhomItDidNotNameAndRevisesOneThatNobodyHasSeen() {
		apply(family("F1", AVA));
		AlertMemory raised = alerts(apply(incident("L1", "2025-10-01"))).getFirst();
		AlertMemory withBen = alerts(apply(family("F2", BEN))).getFirst();
		this.engine.apply(Told.acknowledged(next(), raised.id(), "DUTY_DESK"));
		AlertMemory withAbel = alerts(apply(family("F3", ABEL))).getFirst();

		assertThat(withBen.id()).isEqualTo(raised.id());
		assertThat(withBen.dueAt()).isEqualTo(raised.dueAt());
		assertThat(withBen.renewedIn()).isEqualTo(1);
		assertThat(withAbel.acknowledgedBy()).isEmpty();
		assertThat(withAbel.renewedIn()).isEqualTo(withAbel.revision());
	}

	@Test
	void goesOnWithoutAChildWhoseRecordWasWithdrawnAndTellsSo() {
		apply(family("F1", AVA));
		Told.Draft brother = family("F2", BEN);
		apply(brother);
		AlertMemory both = alerts(apply(incident("L1", "2025-10-01"))).getFirst();

		List<Output.AlertChanged> changes = changes(this.engine.apply(brother.retracted(next(), 2)));

		assertThat(changes).singleElement().satisfies((change) -> {
			assertThat(change.alert().id()).isEqualTo(both.id());
			assertThat(change.alert().phase()).isEqualTo(Phase.OPEN);
			assertThat(change.children()).extracting(Output.NamedChild::label).containsExactly("Child A, 1 month");
			assertThat(change.left()).extracting(Output.FormerChild::label, Output.FormerChild::because)
				.containsExactly(tuple("Child B, 6 years", "the records about the child were withdrawn"));
			assertThat(change.tellAgain()).isTrue();
			assertThat(change.alert().content().text()).doesNotContain("Child B");
		});
	}

	@Test
	void saysTheSameAfterAChildCameAndWentAsIfItHadNeverCome() {
		apply(family("F1", AVA));
		apply(incident("L1", "2025-10-01"));
		AlertContent before = open(AVA).getFirst().content();
		Told.Draft brother = family("F2", BEN);
		apply(brother);

		this.engine.apply(brother.retracted(next(), 2));

		assertThat(open(AVA)).singleElement().extracting(AlertMemory::content).isEqualTo(before);
	}

	@Test
	void raisesOneForEachLeadAndJoinsThemWhenOneLeadsForAll() {
		apply(family("F1", AVA));
		apply(family("F2", BEN));
		apply(lead("S1", "2025-09-20", AVA, "Priya Nair"));
		apply(lead("S2", "2025-09-20", BEN, "Tom Reed"));
		List<AlertMemory> two = alerts(apply(incident("L1", "2025-10-01")));

		List<Output.AlertChanged> joined = changes(apply(lead("S3", "2025-10-02", BEN, "Priya Nair")));

		assertThat(two).hasSize(2).allSatisfy((alert) -> assertThat(alert.children()).hasSize(1));
		assertThat(joined).hasSize(2);
		assertThat(joined).filteredOn((change) -> change.alert().phase() == Phase.LAPSED)
			.singleElement()
			.satisfies((change) -> {
				assertThat(change.alert().closedBecause()).isEqualTo("joined with another alert");
				assertThat(change.alert().settled()).isTrue();
			});
		assertThat(joined).filteredOn((change) -> change.alert().phase() == Phase.OPEN)
			.singleElement()
			.satisfies((change) -> {
				assertThat(change.children()).hasSize(2);
				assertThat(change.alert().renewedIn()).isEqualTo(1);
			});
	}

	@Test
	void raisesAnotherForAChildWhoseLeadIsNoLongerTheSame() {
		apply(family("F1", AVA));
		apply(family("F2", BEN));
		AlertMemory both = alerts(apply(incident("L1", "2025-10-01"))).getFirst();
		apply(lead("S1", "2025-10-02", AVA, "Priya Nair"));

		List<Output.AlertChanged> parted = changes(apply(lead("S2", "2025-10-03", BEN, "Tom Reed")));

		assertThat(parted).filteredOn((change) -> change.alert().id().equals(both.id())).last().satisfies((change) -> {
			assertThat(change.children()).hasSize(1);
			assertThat(change.left()).singleElement()
				.extracting(Output.FormerChild::because)
				.isEqualTo("another alert speaks of this child now");
			assertThat(change.tellAgain()).isFalse();
		});
		assertThat(parted).filteredOn((change) -> !change.alert().id().equals(both.id()))
			.singleElement()
			.satisfies((change) -> assertThat(change.alert().revision()).isEqualTo(1));
	}

	@Test
	void neverRaisesAgainForAnyOfThemWhatAnOfficerEnded() {
		apply(family("F1", AVA));
		apply(family("F2", BEN));
		UUID both = alerts(apply(incident("L1", "2025-10-01"))).getFirst().id();
		this.engine.apply(Told.ended(next(), both, "ALREADY_ACTED_ON"));

		List<AlertMemory> same = alerts(apply(family("F3", AVA)));
		List<AlertMemory> news = alerts(apply(incident("L2", "2025-10-05")));

		assertThat(same).isEmpty();
		assertThat(news).singleElement().satisfies((alert) -> {
			assertThat(alert.id()).isNotEqualTo(both);
			assertThat(alert.children()).hasSize(2);
		});
	}

	@Test
	void raisesWhatWasEndedForOneForABrotherWhoComesLater() {
		apply(family("F1", AVA));
		UUID ended = alerts(apply(incident("L1", "2025-10-01"))).getFirst().id();
		this.engine.apply(Told.ended(next(), ended, "ALREADY_ACTED_ON"));

		assertThat(alerts(apply(family("F2", BEN)))).singleElement().satisfies((alert) -> {
			assertThat(alert.id()).isNotEqualTo(ended);
			assertThat(alert.content().childLabel()).isEqualTo("Child B, 6 years");
		});
	}

	@Test
	void closesWhatIsToBePreventedOnceAChildHasDiedAndRaisesNothingNew() {
		apply(family("F1", AVA));
		AlertMemory raised = alerts(apply(incident("L1", "2025-10-09"))).getFirst();
		Told.Draft death = death("ambulance", "D1", AVA, "identityVerified", "true", "confirmedBy", "Paramedic");

		List<AlertMemory> closed = alerts(apply(death));
		List<AlertMemory> after = alerts(apply(incident("L2", "2025-10-12")));
		List<AlertMemory> notDead = alerts(this.engine.apply(death.retracted(next(), 2)));

		assertThat(closed).singleElement().satisfies((alert) -> {
			assertThat(alert.phase()).isEqualTo(Phase.LAPSED);
			assertThat(alert.settled()).isTrue();
			assertThat(alert.closedBecause())
				.isEqualTo("the ambulance service recorded that the child died on 10 October 2025");
		});
		assertThat(after).isEmpty();
		assertThat(notDead).singleElement().satisfies((alert) -> {
			assertThat(alert.id()).isEqualTo(raised.id());
			assertThat(alert.phase()).isEqualTo(Phase.OPEN);
			assertThat(alert.settled()).isFalse();
		});
	}

	@Test
	void waitsForAPersonToConfirmADeathThatTwoOrganisationsRecorded() {
		apply(family("F1", AVA));
		apply(incident("L1", "2025-10-09"));

		assertThat(alerts(apply(death("ambulance", "D1", AVA, "identityVerified", "false")))).isEmpty();
		assertThat(alerts(apply(death("ambulance", "D2", AVA, "identityVerified", "false")))).isEmpty();
		assertThat(alerts(apply(death("hospital", "D3", AVA, "identityVerified", "false")))).isEmpty();
		assertThat(alerts(apply(
				death("hospital", "D3", AVA, "identityVerified", "false", "confirmedBy", "Consultant").version(2))))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.phase()).isEqualTo(Phase.LAPSED));
	}

	@ParameterizedTest
	@CsvSource({ "identityVerified, true", "confirmedBy, Consultant" })
	void closesNothingOnOneSignOfADeath(String sign, String value) {
		apply(family("F1", AVA));
		apply(incident("L1", "2025-10-09"));

		assertThat(alerts(apply(death("hospital", "D1", AVA, sign, value)))).isEmpty();
	}

	@Test
	void goesOnForABrotherOfAChildWhoHasDied() {
		apply(family("F1", AVA));
		apply(family("F2", BEN));
		UUID both = alerts(apply(incident("L1", "2025-10-09"))).getFirst().id();

		List<Output.AlertChanged> died = changes(
				apply(death("hospital", "D1", AVA, "identityVerified", "true", "confirmedBy", "Consultant")));
		List<Output.AlertChanged> after = changes(apply(incident("L2", "2025-10-12")));

		assertThat(died).last().satisfies((change) -> {
			assertThat(change.alert().id()).isEqualTo(both);
			assertThat(change.alert().phase()).isEqualTo(Phase.OPEN);
			assertThat(change.children()).extracting(Output.NamedChild::label).containsExactly("Child B, 6 years");
			assertThat(change.left()).singleElement().satisfies((left) -> {
				assertThat(left.because()).isEqualTo("the hospital recorded that the child died on 10 October 2025");
				assertThat(left.settled()).isTrue();
			});
			assertThat(change.tellAgain()).isFalse();
		});
		assertThat(after).last().satisfies((change) -> assertThat(change.children()).hasSize(1));
	}

	@Test
	void settlesWhatRestsOnAManWhoHasDiedAndRaisesNothingNewOfHim() {
		apply(family("F1", AVA));
		AlertMemory raised = alerts(apply(incident("L1", "2025-10-09"))).getFirst();
		Told.Draft death = death("hospital", "D1", MAN, "identityVerified", "true", "confirmedBy", "Consultant");

		AreaEngine.Result died = apply(death);
		List<AlertMemory> after = alerts(apply(intelligence("L2", "2025-10-12")));
		List<AlertMemory> earlier = alerts(apply(incident("L3", "2025-10-02")));
		List<AlertMemory> notDead = alerts(this.engine.apply(death.retracted(next(), 2)));

		assertThat(alerts(died)).singleElement().satisfies((alert) -> {
			assertThat(alert.phase()).isEqualTo(Phase.LAPSED);
			assertThat(alert.settled()).isTrue();
			assertThat(alert.closedBecause()).isEqualTo("the hospital recorded that the adult died on 10 October 2025");
		});
		assertThat(after).isEmpty();
		assertThat(earlier).isEmpty();
		assertThat(notDead).filteredOn((alert) -> alert.phase() == Phase.OPEN).hasSize(1);
		assertThat(raised.phase()).isEqualTo(Phase.OPEN);
	}

	@Test
	void goesOnAboutWhatWasDoneToAMotherWhoHasDied() {
		Particulars mother = Told.person("LENA", "HALE", "1995-02-02", Sex.FEMALE, Told.HOME);
		apply(family("F1", AVA));
		apply(Told.record("police", "V1", "2025-10-09")
			.person("victim", Role.VICTIM, mother)
			.fact(FactKind.RISK_INCIDENT, "victim", "type", "DOMESTIC_ABUSE"));
		int before = open(AVA).size();

		apply(death("hospital", "V2", mother, "identityVerified", "true", "confirmedBy", "Consultant"));

		assertThat(open(AVA)).isNotEmpty().hasSize(before).allMatch((alert) -> alert.rule().equals("A01"));
	}

	@Test
	void stillShowsWhoHasDiedAmongTheAdults() {
		apply(family("F1", AVA));
		apply(incident("L1", "2025-10-09"));
		apply(death("hospital", "D1", MAN, "identityVerified", "true", "confirmedBy", "Consultant"));

		assertThat(apply(lead("S1", "2025-10-20", AVA, "Priya Nair")).outputs())
			.filteredOn(Output.PictureChanged.class::isInstance)
			.last()
			.satisfies((output) -> assertThat(((Output.PictureChanged) output).view().adults()).hasSize(2));
	}

	@Test
	void goesOnForAnotherManOfTheHomeWhenOneHasDied() {
		apply(family("F1", BEN));
		apply(incident("L1", "2025-10-09"));
		UUID both = alerts(apply(Told.record("police", "L2", "2025-10-09")
			.person("man", Role.SUSPECT, Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, Told.HOME))
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS"))).getFirst().id();

		assertThat(
				changes(apply(death("hospital", "D1", MAN, "identityVerified", "true", "confirmedBy", "Consultant"))))
			.singleElement()
			.satisfies((change) -> {
				assertThat(change.alert().id()).isEqualTo(both);
				assertThat(change.alert().phase()).isEqualTo(Phase.OPEN);
				assertThat(change.tellAgain()).isFalse();
				assertThat(change.alert().content().connections()).hasSize(1);
				assertThat(change.alert().content().text()).contains("whether this adult cares for Child B");
			});
	}

	@ParameterizedTest
	@CsvSource({ "identityVerified, true", "confirmedBy, Consultant" })
	void goesOnAboutAManOfWhoseDeathThereIsOneSignOnly(String sign, String value) {
		apply(family("F1", AVA));
		apply(incident("L1", "2025-10-09"));

		List<AlertMemory> signed = alerts(apply(death("hospital", "D1", MAN, sign, value)));
		List<AlertMemory> after = alerts(apply(intelligence("L2", "2025-10-12")));

		assertThat(signed).allSatisfy((alert) -> assertThat(alert.phase()).isEqualTo(Phase.OPEN));
		assertThat(after).last().satisfies((alert) -> {
			assertThat(alert.phase()).isEqualTo(Phase.OPEN);
			assertThat(alert.content().text()).contains("on 9 October 2025 and 12 October 2025");
		});
	}

	@Test
	void saysThatARecordWasWithdrawnThoughTheManOfWhomItSpokeHasDied() {
		apply(family("F1", AVA));
		Told.Draft incident = incident("L1", "2025-10-09");
		apply(incident);
		UUID other = alerts(apply(Told.record("police", "L2", "2025-10-09")
			.person("man", Role.SUSPECT, Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, Told.HOME))
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS"))).getFirst().id();
		apply(death("hospital", "D1", MAN, "identityVerified", "true", "confirmedBy", "Consultant"));

		assertThat(alerts(this.engine.apply(Told.record("police", "L2", "2025-10-09").retracted(next(), 2))))
			.singleElement()
			.satisfies((alert) -> {
				assertThat(alert.id()).isEqualTo(other);
				assertThat(alert.closedBecause()).isEqualTo("it rested on a record that the agency has withdrawn");
				assertThat(alert.settled()).isFalse();
			});
	}

	private static Told.Draft intelligence(String number, String day) {
		return Told.record("police", number, day)
			.person("man", Role.SUBJECT, MAN)
			.fact(FactKind.INTELLIGENCE_HELD, "man", "type", "WEAPONS", "assessment", "A", "handling", "P",
					"liveOperation", "false", "released", "false");
	}

	private static Told.Draft family(String number, Particulars child) {
		return Told.record("health-visiting", number, "2025-09-12")
			.person("child", Role.CHILD, child)
			.person("mother", Role.MOTHER, MOTHER)
			.related("mother", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "child");
	}

	private static Told.Draft inCare(String number, Particulars child, Particulars mother) {
		return Told.record("social-care", number, "2025-09-12")
			.person("child", Role.CHILD, child)
			.person("mother", Role.MOTHER, mother)
			.related("mother", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "LOOKED_AFTER", "on", "2025-09-12", "ended", "false");
	}

	private static Told.Draft childInNeed(String number, Particulars child) {
		return Told.record("social-care", number, "2025-10-05")
			.person("child", Role.CHILD, child)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "LOOKED_AFTER", "on", "2025-10-05", "ended", "true")
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-10-05", "ended", "false");
	}

	private static Told.Draft atHome(String number, Particulars child, Particulars mother, boolean secret) {
		Told.Draft visit = Told.record("health-visiting", number, "2025-09-12")
			.person("child", Role.CHILD, child)
			.person("mother", Role.MOTHER, mother)
			.related("mother", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "child");
		return secret ? visit.protecting() : visit;
	}

	/** Both now live elsewhere, says who has told of their home. */
	private static Told.Draft moved(String number, Particulars child, Particulars mother) {
		return Told.record("health-visiting", number, "2025-09-25")
			.person("child", Role.CHILD, at(child, "9-elsewhere"))
			.person("mother", Role.MOTHER, at(mother, "9-elsewhere"))
			.fact(FactKind.MOVED, "child", "on", "2025-09-25", "fromHomeKeys", Told.HOME)
			.fact(FactKind.MOVED, "mother", "on", "2025-09-25", "fromHomeKeys", Told.HOME);
	}

	private static Particulars at(Particulars who, String home) {
		return new Particulars(who.givenNames(), who.familyNames(), who.aliases(), who.birthDate(), who.birthYear(),
				who.grown(), who.sex(), who.identifiers(), List.of(home), List.of(), null, who.phones(), who.emails(),
				who.gpPractice(), who.displayName(), who.companions());
	}

	private static Told.Draft incidentOf(String number, Particulars suspect) {
		return Told.record("police", number, "2025-10-01")
			.person("suspect", Role.SUSPECT, suspect)
			.fact(FactKind.RISK_INCIDENT, "suspect", "type", "DRUGS");
	}

	private static Told.Draft incident(String number, String day) {
		return Told.record("police", number, day)
			.person("man", Role.SUSPECT, MAN)
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS");
	}

	private static Told.Draft lead(String number, String day, Particulars child, String name) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, child)
			.fact(FactKind.LEAD_ASSIGNED, "child", "name", name, "on", day);
	}

	private static Told.Draft death(String agency, String number, Particulars child, String... how) {
		List<String> attributes = new ArrayList<>(List.of(how));
		attributes.addAll(List.of("on", "2025-10-10"));
		return Told.record(agency, number, "2025-10-10")
			.person("child", Role.PATIENT, child)
			.fact(FactKind.DIED, "child", attributes.toArray(String[]::new));
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		return this.engine.apply(draft.logged(next()));
	}

	private long next() {
		return this.offset++;
	}

	/** Open alerts that name a child. */
	private List<AlertMemory> open(Particulars child) {
		List<AlertMemory> open = new ArrayList<>();
		this.state.alerts().forEach((id, alert) -> {
			boolean named = alert.children().stream().anyMatch((each) -> {
				var mention = this.state.mentions().get(each.mention());
				return mention != null && mention.particulars().displayName().equals(child.displayName());
			});
			if (named && alert.phase() == Phase.OPEN) {
				open.add(alert);
			}
		});
		return open;
	}

	private static List<AlertMemory> alerts(AreaEngine.Result result) {
		return changes(result).stream().map(Output.AlertChanged::alert).toList();
	}

	private static List<Output.AlertChanged> changes(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map((output) -> (Output.AlertChanged) output)
			.toList();
	}

}
