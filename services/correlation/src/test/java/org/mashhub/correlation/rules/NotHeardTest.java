package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.FeedHealth;
import org.mashhub.correlation.picture.PersonSummary;
import org.mashhub.correlation.state.FeedMemory;

import static org.assertj.core.api.Assertions.assertThat;

class NotHeardTest {

	private static final Instant DECLARED = Instant.parse("2026-02-01T08:00:00Z");

	private static final Instant HEARD = Instant.parse("2026-03-03T03:10:00Z");

	private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

	private static final List<Need> POLICE = List.of(Need.of(FactKind.RISK_INCIDENT, "police"),
			Need.of(FactKind.CUSTODY_CHANGED, "police"));

	private static final Need ANSWERS = Need.ofAbsence(FactKind.INFORMATION_REQUESTED, "gp");

	@Test
	void saysSinceWhenNothingCameOfAnAgency() {
		FeedMemory incidents = feed("police", "p", "IncidentLogged", 48, FactKind.RISK_INCIDENT).heard(HEARD);
		FeedMemory custody = feed("police", "p", "CustodyStatusChanged", 48, FactKind.CUSTODY_CHANGED);

		assertThat(NotHeard.lines(POLICE, child("Y1", incidents, custody)))
			.containsExactly("police: no data since 3 March 2026");
	}

	@Test
	void saysTheHourWhereADayWouldSayTooLittle() {
		assertThat(NotHeard.lines(POLICE,
				child("Y1", feed("police", "p", "IncidentLogged", 6, FactKind.RISK_INCIDENT).heard(HEARD))))
			.containsExactly("police: no data since 03:10 on 3 March 2026");
	}

	@Test
	void namesWhatIsMissingWhereTheRestComes() {
		FeedMemory incidents = feed("police", "p", "IncidentLogged", 48, FactKind.RISK_INCIDENT,
				FactKind.CONCERN_RECORDED)
			.heard(HEARD);
		FeedMemory notified = feed("police", "p", "DomesticAbuseNotified", 48, FactKind.RISK_INCIDENT)
			.heard(HEARD.plusSeconds(90));
		FeedMemory custody = feed("police", "p", "CustodyStatusChanged", 48, FactKind.CUSTODY_CHANGED).heard(NOW);

		assertThat(NotHeard.lines(POLICE, child("Y1", incidents, custody)))
			.containsExactly("police: no data of the kind incident logged since 3 March 2026");
		assertThat(NotHeard.lines(POLICE, child("Y1", incidents, notified, custody))).containsExactly(
				"police: no data of the kinds domestic abuse notified and incident logged since 3 March 2026");
	}

	@Test
	void looksAtFeedsThatComeIrregularlyToo() {
		FeedMemory incidents = feed("police", "p", "IncidentLogged", 48, FactKind.RISK_INCIDENT).heard(HEARD);
		FeedMemory wanted = feed("police", "p", "WantedPersonCirculated", null, FactKind.CUSTODY_CHANGED);

		assertThat(NotHeard.lines(POLICE, child("Y1", incidents, wanted)))
			.containsExactly("police: no data since 3 March 2026");
		assertThat(NotHeard.lines(POLICE, child("Y1", incidents, wanted.heard(NOW))))
			.containsExactly("police: no data of the kind incident logged since 3 March 2026");
	}

	@Test
	void callsNobodyWithoutDataWhoHasAnswered() {
		FeedMemory incidents = feed("police", "p", "IncidentLogged", 48, FactKind.RISK_INCIDENT).heard(HEARD);
		FeedMemory answers = feed("police", "p", "InformationProvided", null, FactKind.INFORMATION_REQUESTED)
			.heard(NOW);

		assertThat(NotHeard.lines(POLICE, child("Y1", incidents, answers)))
			.containsExactly("police: no data of the kind incident logged since 3 March 2026");
	}

	@Test
	void namesTheOrganisationWhereThereAreSeveral() {
		FeedMemory one = feed("police", "one", "IncidentLogged", 48, FactKind.RISK_INCIDENT).heard(NOW);
		FeedMemory other = feed("police", "other", "IncidentLogged", 48, FactKind.RISK_INCIDENT);

		assertThat(NotHeard.lines(POLICE, child("Y1", one, other)))
			.containsExactly("police (other): no data since the feed was declared, 1 February 2026");
	}

	@Test
	void isQuietAboutFeedsThatNoNeedNamesAndAboutAnAbsenceThatNobodyConcludesFrom() {
		assertThat(NotHeard.lines(POLICE, child("Y1", feed("housing", "h", "HouseholdMoved", 1, FactKind.MOVED))))
			.isEmpty();
	}

	@Test
	void saysWhoDoesNotPublishWhatARuleWouldMiss() {
		FeedMemory ofAnotherPractice = feed("gp", "Y2", "InformationProvided", null, FactKind.INFORMATION_REQUESTED);

		assertThat(NotHeard.lines(List.of(ANSWERS), child("Y1", ofAnotherPractice)))
			.containsExactly("the GP practice does not publish answers to requests");
		assertThat(NotHeard.lines(List.of(ANSWERS), child("Y2", ofAnotherPractice))).isEmpty();
		assertThat(NotHeard.lines(List.of(ANSWERS), child(null, ofAnotherPractice)))
			.containsExactly("with which GP practice the child is registered");
	}

	@Test
	void meetsANeedOnlyWhereItIsDeclaredAndAlive() {
		FeedMemory silent = feed("gp", "Y1", "InformationProvided", 48, FactKind.INFORMATION_REQUESTED);

		assertThat(ANSWERS.met(child("Y1"))).isFalse();
		assertThat(ANSWERS.met(child("Y1", silent))).isFalse();
		assertThat(ANSWERS.met(child(null, silent.heard(NOW)))).isFalse();
		assertThat(ANSWERS.met(child("Y1", silent.heard(NOW)))).isTrue();
	}

	private static FeedMemory feed(String agency, String organisation, String eventType, @Nullable Integer hours,
			FactKind... kinds) {
		return FeedMemory.of(new FeedId(agency, organisation, eventType)).declared(List.of(kinds), hours, DECLARED);
	}

	private static ChildView child(@Nullable String practice, FeedMemory... feeds) {
		MentionId founding = new MentionId(new UUID(0, 2));
		return new ChildView(
				new PersonSummary(new PersonId(new UUID(0, 1)), founding, "Ava H", null, null, Sex.UNKNOWN, true,
						practice, null, false),
				NOW, ZoneId.of("Europe/London"), List.of(), List.of(), List.of(), List.of(), List.of(),
				founding.value(), List.of(), null, practice, null, List.of(), List.of(), Map.of(),
				new FeedHealth(List.of(feeds), NOW));
	}

}
