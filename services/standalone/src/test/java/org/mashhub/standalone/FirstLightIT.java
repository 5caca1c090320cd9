package org.mashhub.standalone;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mashhub.standalone.infrastructure.Mailbox;
import org.mashhub.standalone.scenario.Replay;
import org.mashhub.standalone.scenario.Scenario;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The story of first light, from what agencies send to who is told. */
@ExtendWith(HubExtension.class)
class FirstLightIT {

	@Test
	void tellsOfOneChildAndOfNoDecoy(RunningHub hub) {
		Replay.Outcome outcome = hub.replay("first-light", new SilentTeller());

		assertThat(outcome.told()).extracting((told) -> told.alert().path("rule").asString())
			.contains("A01", "A08", "A11");
		assertThat(outcome.told()).extracting((told) -> told.alert().path("childId").asString())
			.as("one child only")
			.containsOnly(outcome.told().getFirst().alert().path("childId").asString());
		assertThat(outcome.told()).extracting((told) -> told.alert().path("text").asString())
			.as("no address and no name of an adult in an alert")
			.noneMatch((text) -> text.contains("Doyle") || text.contains("Quarry") || text.contains("Canal")
					|| text.contains("Bellfield"));
	}

	@Test
	void mailsCarryNoPersonalDetail(RunningHub hub) {
		hub.replay("first-light", new SilentTeller());

		List<Mailbox.Mail> mails = hub.mail();

		Set<String> recipients = mails.stream().flatMap((mail) -> mail.to().stream()).collect(Collectors.toSet());
		assertThat(recipients).contains("imani.clarke@council.example");
		assertThat(mails).extracting((mail) -> mail.subject() + mail.body())
			.noneMatch((text) -> text.contains("Ivy") || text.contains("Hallam") || text.contains("Doyle"));
	}

	/** Says nothing. */
	private static final class SilentTeller implements Replay.Teller {

		@Override
		public void begins(Scenario scenario, String area) {
		}

		@Override
		public void happened(Scenario.Step step) {
		}

		@Override
		public void alerted(JsonNode shown) {
		}

		@Override
		public void ends(Replay.Outcome outcome) {
		}

	}

}
