package org.mashhub.correlation.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.intake.Routes;
import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.FeedMemory;
import org.mashhub.correlation.state.NamedChild;

import static org.assertj.core.api.Assertions.assertThat;

class StateCodecTest {

	private static final Instant AT = Instant.parse("2025-10-01T09:00:00Z");

	private final StateCodec codec = new StateCodec();

	@Test
	void writesHalfACharacterAsWell() {
		NamedChild half = new NamedChild(new MentionId(new UUID(0, 4)), "Child \ud83d, 2 years");

		assertThat(this.codec.decode(this.codec.encode(half), NamedChild.class).label()).startsWith("Child ")
			.endsWith(", 2 years");
	}

	@Test
	void givesAnAlertBackAsItWas() {
		SourceRecordId record = new SourceRecordId("police", "E1", "RMS", "L1");
		PersonId adult = new PersonId(new UUID(0, 1));
		AlertContent content = new AlertContent("Rule", List.of("1.2"), "AMBER", "LEAD_AND_MASH", "Child A",
				List.of("Police hold something."),
				List.of(new AlertContent.Connection(adult, "Daz P", "lives there", "CERTAIN",
						List.of(new AlertContent.Step("LIVES_AT", adult, "at the address", List.of(record))))),
				List.of(), List.of("whether"), List.of(new AlertContent.OpenItem("newborn", "a newborn", null)),
				"Ask first.", null, "It does not say more.", "All of it.",
				List.of(new AlertContent.Evidence(new UUID(0, 2), record, AT, AT.plusMillis(1), "An incident",
						HandlingCode.STANDARD)),
				null, List.of(new AlertContent.Adult(List.of(new MentionId(new UUID(0, 5))), true)));
		List<NamedChild> named = List.of(new NamedChild(new MentionId(new UUID(0, 4)), "Child A, 2 years"));
		AlertMemory raised = new AlertMemory(new UUID(0, 3), "A01", named, Phase.OPEN, 1, 1, AT, AT,
				AT.plusSeconds(3600), false, false, null, List.of(), null, -1, null, false, content);
		AlertMemory alert = raised.acknowledged("DUTY_DESK")
			.renewed(named, content, AT.plusSeconds(60), AT.plusSeconds(7200), false)
			.taken("me")
			.ended("me", "ALREADY_ACTED_ON", 7);

		assertThat(this.codec.decode(this.codec.encode(alert), AlertMemory.class)).isEqualTo(alert);
		assertThat(alert.revision()).isEqualTo(5);
		assertThat(alert.renewedIn()).isEqualTo(3);
		assertThat(alert.renewedAt()).isEqualTo(AT.plusSeconds(60));
	}

	@Test
	void givesAFeedBackAsItWas() {
		FeedMemory silent = FeedMemory.of(new FeedId("police", "E1", "IncidentLogged"))
			.declared(List.of(FactKind.CONCERN_RECORDED, FactKind.RISK_INCIDENT), 24, AT);
		FeedMemory heard = FeedMemory.of(silent.id()).heard(AT.plusMillis(1));

		assertThat(this.codec.decode(this.codec.encode(silent), FeedMemory.class)).isEqualTo(silent);
		assertThat(this.codec.decode(this.codec.encode(heard), FeedMemory.class)).isEqualTo(heard);
	}

	@Test
	void givesWhatIsKnownOfABirthBackAsItWas() {
		Particulars who = new Particulars(List.of("UNBORN"), List.of("OKORO"), List.of(), null, null, false,
				Sex.UNKNOWN, List.of(), List.of(), List.of(), null, List.of(), List.of(), null, "", List.of());
		Birth unborn = new Birth(LocalDate.of(2025, 6, 1), List.of("N/9990000018"), null, null,
				List.of(LocalDate.of(2025, 6, 20)));
		Birth alone = new Birth(null, List.of(), 34, false, List.of());

		for (Particulars kept : List.of(who, who.with(unborn), who.with(alone))) {
			assertThat(this.codec.decode(this.codec.encode(kept), Particulars.class)).isEqualTo(kept);
		}
	}

	@Test
	void givesARouteBackAsItWas() {
		Routes.Sent sent = new Routes.Sent(7, List.of("east", "west"));

		assertThat(this.codec.decode(this.codec.encode(sent), Routes.Sent.class)).isEqualTo(sent);
	}

}
