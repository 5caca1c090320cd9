package org.mashhub.correlation.area;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.ReviewMemory;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers that more than one person has, by whose mistake ever. */
class SharedNumbersTest {

	private static final String NUMBER = "9990000018";

	private static final Particulars BABY = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), NUMBER);

	/** Somebody wrote her number in the baby's record, or the baby's in hers. */
	private static final Particulars MOTHER = Told
		.withNhsNumber(Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, Told.HOME), NUMBER);

	private static final Particulars MAN = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, Told.HOME);

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@Test
	void holdsNeitherForDeadOfTwoWhoHaveTheNumberUnderWhichADeathIsToldAndAsks() {
		Told.Draft visit = Told.record("health-visiting", "V1", "2025-09-12")
			.person("baby", Role.CHILD, BABY)
			.person("mother", Role.MOTHER, MOTHER)
			.related("mother", RelationKind.PARENT_OF, "baby", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "baby");
		Told.Draft death = Told.record("gp", "D1", "2025-10-10")
			.person("patient", Role.PATIENT, Told.withNhsNumber(Told.person("", "", null, Sex.UNKNOWN, null), NUMBER))
			.fact(FactKind.DIED, "patient", "identityVerified", "true", "confirmedBy", "GP", "on", "2025-10-10");
		apply(visit);
		apply(Told.record("police", "L1", "2025-10-01")
			.person("man", Role.SUSPECT, MAN)
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS"));
		apply(Told.record("police", "L2", "2025-10-02")
			.person("mother", Role.SUSPECT, MOTHER)
			.fact(FactKind.RISK_INCIDENT, "mother", "type", "DRUGS"));

		this.engine.apply(Told.tick(this.offset++, "2025-10-10T08:00:00Z"));
		AreaEngine.Result told = apply(death);

		assertThat(Set.of(personOf(visit.mention("baby")), personOf(visit.mention("mother")),
				personOf(death.mention("patient"))))
			.as("three persons")
			.hasSize(3);
		assertThat(told.outputs()).noneMatch(Output.AlertChanged.class::isInstance);
		assertThat(openAlerts()).singleElement().asString().contains("a man", "a woman, parent of Child A");
		assertThat(asked(personOf(death.mention("patient")))).contains(personOf(visit.mention("baby")),
				personOf(visit.mention("mother")));
	}

	/**
	 * In the standard form a hospital's number is its trust's, whichever system has it.
	 */
	@ParameterizedTest
	@CsvSource({ "DAWN, LOWE, 1961-02-14, FEMALE", "DAWN, LOWE, 1990-05-04, FEMALE", "OMAR, REYES, 2019-11-30, MALE" })
	void makesNobodyOneOfTwoPatientsWhomTwoSystemsOfATrustNumberAlike(String given, String family, String born,
			Sex sex) {
		Told.Draft index = Told.record("hospital", "PAS-1", "2025-09-12")
			.person("patient", Role.PATIENT,
					numbered(Told.person("ELLA", "NOVAK", "1990-05-04", Sex.FEMALE, "A/home-of-hers")))
			.fact(FactKind.ATTENDED, "patient", "attended", "true");
		Told.Draft emergency = Told.record("hospital", "ED-1", "2025-09-13")
			.person("patient", Role.PATIENT, numbered(Told.person(given, family, born, sex, "A/home-of-another")))
			.fact(FactKind.ATTENDED, "patient", "attended", "true");

		apply(index);
		apply(emergency);

		assertThat(personOf(index.mention("patient"))).isNotEqualTo(personOf(emergency.mention("patient")));
	}

	private static Particulars numbered(Particulars who) {
		return new Particulars(who.givenNames(), who.familyNames(), who.aliases(), who.birthDate(), who.birthYear(),
				who.grown(), who.sex(), List.of(new Identifier("LOCAL", "Y99H1/00123456", true)), who.homeKeys(),
				who.addressWords(), who.postcode(), who.phones(), who.emails(), null, who.displayName(), List.of());
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		return this.engine.apply(draft.logged(this.offset++));
	}

	private PersonId personOf(MentionId mention) {
		return Objects.requireNonNull(this.state.links().get(mention)).person();
	}

	private List<String> openAlerts() {
		List<String> open = new ArrayList<>();
		this.state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN) {
				open.add(alert.content().text());
			}
		});
		return open;
	}

	/** With whom officers are asked whether somebody is one. */
	private Set<PersonId> asked(PersonId person) {
		Set<PersonId> others = new HashSet<>();
		this.state.reviews().forEach((id, review) -> {
			if (review.open()) {
				add(review, person, others);
			}
		});
		return others;
	}

	private static void add(ReviewMemory review, PersonId person, Set<PersonId> others) {
		if (review.one().equals(person)) {
			others.add(review.other());
		}
		else if (review.other().equals(person)) {
			others.add(review.one());
		}
	}

}
