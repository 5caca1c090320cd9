package org.mashhub.correlation.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.state.FeedMemory;

import static org.assertj.core.api.Assertions.assertThat;

class FeedHealthTest {

	private static final Instant DECLARED = Instant.parse("2026-03-01T08:00:00Z");

	private static final Instant HEARD = Instant.parse("2026-03-03T03:10:00Z");

	@Test
	void hearsNothingOfWhatNobodyHasDeclared() {
		FeedMemory heardOnly = FeedMemory.of(id("one")).heard(HEARD);
		FeedMemory over = declared("one", 24).ended();

		assertThat(at(HEARD, heardOnly, over).hearing(FactKind.RISK_INCIDENT, "police", null))
			.isEqualTo(new Hearing.NotPublished());
		assertThat(at(HEARD, declared("one", 24)).hearing(FactKind.MOVED, "police", null))
			.isEqualTo(new Hearing.NotPublished());
		assertThat(at(HEARD, declared("one", 24)).hearing(FactKind.RISK_INCIDENT, "probation", null))
			.isEqualTo(new Hearing.NotPublished());
	}

	@Test
	void isAliveUntilTheLongestNormalSilenceHasPassedAndSilentFromThenOn() {
		FeedMemory feed = declared("one", 24).heard(HEARD);

		assertThat(at(HEARD.plus(Duration.ofHours(24)), feed).hearing(FactKind.RISK_INCIDENT, "police", null))
			.isEqualTo(new Hearing.Alive());
		assertThat(at(HEARD.plus(Duration.ofHours(24)).plusMillis(1), feed).hearing(FactKind.RISK_INCIDENT, "police",
				null))
			.isEqualTo(new Hearing.Silent(List.of(feed)));
	}

	@Test
	void countsTheTimeFromTheDeclarationWhereNothingCameSince() {
		FeedMemory before = FeedMemory.of(id("one"))
			.heard(DECLARED.minus(Duration.ofDays(9)))
			.declared(List.of(FactKind.RISK_INCIDENT), 24, DECLARED);

		assertThat(at(DECLARED.plus(Duration.ofHours(24)), before).hearing(FactKind.RISK_INCIDENT, "police", null))
			.isEqualTo(new Hearing.Alive());
	}

	@Test
	void isNeverSilentWhereAFeedComesIrregularly() {
		assertThat(at(DECLARED.plus(Duration.ofDays(900)), declared("one", null)).hearing(FactKind.RISK_INCIDENT,
				"police", null))
			.isEqualTo(new Hearing.Alive());
	}

	@Test
	void asksOneOrganisationOrAllOfTheArea() {
		FeedMemory alive = declared("one", 24).heard(HEARD);
		FeedMemory silent = declared("two", 24);
		FeedHealth health = at(HEARD, alive, silent);

		assertThat(health.hearing(FactKind.RISK_INCIDENT, "police", "one")).isEqualTo(new Hearing.Alive());
		assertThat(health.hearing(FactKind.RISK_INCIDENT, "police", "three")).isEqualTo(new Hearing.NotPublished());
		assertThat(health.hearing(FactKind.RISK_INCIDENT, "police", null))
			.isEqualTo(new Hearing.Silent(List.of(silent)));
	}

	@Test
	void remembersOneRecordAMinute() {
		FeedMemory heard = declared("one", 24).heard(HEARD);

		assertThat(heard.heard(HEARD.plusSeconds(59))).isSameAs(heard);
		assertThat(heard.heard(HEARD.plusSeconds(60)).heardAt()).isEqualTo(HEARD.plusSeconds(60));
	}

	@Test
	void startsAnewWhenSomethingElseIsDeclared() {
		FeedMemory feed = declared("one", 24);

		assertThat(feed.declared(List.of(FactKind.RISK_INCIDENT), 24, HEARD)).isSameAs(feed);
		assertThat(feed.declared(List.of(FactKind.RISK_INCIDENT), 48, HEARD).declaration())
			.isEqualTo(new FeedMemory.Declaration(List.of(FactKind.RISK_INCIDENT), 48, HEARD));
	}

	private static FeedHealth at(Instant now, FeedMemory... feeds) {
		return new FeedHealth(List.of(feeds), now);
	}

	private static FeedMemory declared(String organisation, @Nullable Integer hours) {
		return FeedMemory.of(id(organisation)).declared(List.of(FactKind.RISK_INCIDENT), hours, DECLARED);
	}

	private static FeedId id(String organisation) {
		return new FeedId("police", organisation, "IncidentLogged");
	}

}
