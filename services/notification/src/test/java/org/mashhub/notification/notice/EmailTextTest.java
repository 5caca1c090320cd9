package org.mashhub.notification.notice;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.mashhub.hub.v1.Colour;

import static org.assertj.core.api.Assertions.assertThat;

class EmailTextTest {

	private static final URI LINK = URI.create("http://127.0.0.1:8803/notices/1");

	private static final Instant DUE = Instant.parse("2026-03-03T18:30:00Z");

	@Test
	void saysWhatKindAndByWhen() {
		EmailText text = text(new Headline.Alerts(Colour.RED, DUE, false, 1, 0));

		assertThat(text.subject()).isEqualTo("MASH Hub: RED item for you, act by 18:30 on 3 March");
		assertThat(text.body()).contains("1 question about one family", LINK.toString(), "the desk on 01632 960 100");
	}

	@Test
	void saysThatSomethingIsOverdue() {
		assertThat(text(new Headline.Alerts(Colour.AMBER, DUE, true, 2, 1)).subject())
			.isEqualTo("MASH Hub: AMBER item for you is overdue since 18:30 on 3 March");
	}

	@Test
	void saysThatSomethingNoLongerStands() {
		assertThat(text(new Headline.Withdrawn(Notice.Kind.ALERT, 1)).subject())
			.isEqualTo("MASH Hub: 1 item sent to you no longer stands");
		assertThat(text(new Headline.Withdrawn(Notice.Kind.ALERT, 1)).body())
			.startsWith("Something that the MASH Hub told you of");
	}

	@Test
	void tellsThePracticeWhetherThereIsSomethingToDo() {
		assertThat(text(new Headline.Statuses(true, 2, 0)).subject())
			.isEqualTo("MASH Hub: for action: 2 changes of status for your practice");
		assertThat(text(new Headline.Statuses(false, 1, 0)).subject())
			.isEqualTo("MASH Hub: for information: 1 change of status for your practice");
	}

	@Test
	void bundlesTheMostUrgentAndTheEarliest() {
		Headline headline = Sealer.headline(Notice.Kind.ALERT,
				List.of(subject(Colour.GREEN, DUE.minusSeconds(60), false), subject(Colour.RED, DUE, false),
						subject(Colour.RED, DUE, true)));

		assertThat(headline).isEqualTo(new Headline.Alerts(Colour.RED, DUE.minusSeconds(60), false, 2, 1));
	}

	private static Subject subject(Colour colour, Instant dueAt, boolean withdrawn) {
		return new Subject(UUID.randomUUID(), UUID.randomUUID(), 1, null, colour, dueAt, false, true, withdrawn,
				"content", List.of());
	}

	private static EmailText text(Headline headline) {
		return EmailText.of(headline, LINK, "the desk on 01632 960 100", ZoneId.of("Europe/London"));
	}

}
