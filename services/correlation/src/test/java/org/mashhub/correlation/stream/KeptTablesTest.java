package org.mashhub.correlation.stream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.FeedId;
import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.observation.TimePrecision;
import org.mashhub.correlation.state.FeedMemory;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.NoticeMemory;
import org.mashhub.correlation.state.ReviewMemory;
import org.mashhub.correlation.state.Standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a restart, or a standby, reads back from the changelog: a link or an alert that
 * did not come back would be missing to a family.
 */
class KeptTablesTest {

	private static final Instant AT = Instant.parse("2025-10-01T09:00:00Z");

	private static final MentionId MENTION = new MentionId(new UUID(0, 1));

	private final StateCodec codec = new StateCodec();

	private final KeptTables kept = new KeptTables();

	@Test
	void bringsBackARecordWhoseNumberHoldsSlashesAndLetsItGo() {
		SourceRecord record = record(new SourceRecordId("police", "E1/2", "RMS", "2025/10/01-7"));
		restore(StateKey.RECORDS, record.id(), record);
		restore(StateKey.RECORDS, "police/E1/2/RMS/other",
				record(new SourceRecordId("police", "E1/2", "RMS", "other")));

		assertThat(this.kept.records().get(record.id())).isEqualTo(record);

		remove(StateKey.RECORDS, record.id());

		assertThat(this.kept.records().get(record.id())).isNull();
		assertThat(this.kept.records().size()).isEqualTo(1);
	}

	@Test
	void bringsBackALinkAsItWasLastAndLetsItGo() {
		Link first = link(new PersonId(new UUID(0, 2)));
		Link moved = link(new PersonId(new UUID(0, 3)));
		restore(StateKey.LINKS, MENTION, first);
		restore(StateKey.LINKS, MENTION, moved);

		assertThat(this.kept.links().get(MENTION)).isEqualTo(moved);

		remove(StateKey.LINKS, MENTION);

		assertThat(this.kept.links().get(MENTION)).isNull();
	}

	@Test
	void bringsBackQuestionsNoticesPicturesAndValues() {
		UUID id = new UUID(0, 4);
		ReviewMemory review = new ReviewMemory(id, new PersonId(new UUID(0, 2)), new PersonId(new UUID(0, 3)), MENTION,
				new MentionId(new UUID(0, 5)), 13.5, 7, true);
		NoticeMemory notice = new NoticeMemory(id, MENTION, new SourceRecordId("social-care", "O1", "LCS", "S1"),
				"Y99001", "CHILD_IN_NEED", false, LocalDate.of(2025, 10, 1), Standing.TO_BE_CHECKED);
		LinkAnswer answer = LinkAnswer.of(MENTION, new MentionId(new UUID(0, 5)), LinkAnswer.Verdict.SAME);
		restore(StateKey.REVIEWS, id, review);
		restore(StateKey.ANSWERS, answer.id(), answer);
		restore(StateKey.NOTICES, id, notice);
		restore(StateKey.PICTURES, MENTION, 42L);
		restore(StateKey.VALUES, "clock", 43L);

		assertThat(this.kept.reviews().get(id)).isEqualTo(review);
		assertThat(this.kept.answers().get(answer.id())).isEqualTo(answer);
		assertThat(this.kept.notices().get(id)).isEqualTo(notice);
		assertThat(this.kept.pictures().get(MENTION)).isEqualTo(42L);
		assertThat(this.kept.values().get("clock")).isEqualTo(43L);
	}

	@Test
	void bringsBackAFeedWhoseOrganisationHoldsASlashAndLetsItGo() {
		FeedMemory silent = FeedMemory.of(new FeedId("police", "E1/2", "IncidentLogged"))
			.declared(List.of(FactKind.RISK_INCIDENT), 24, AT);
		FeedMemory heard = FeedMemory.of(new FeedId("gp", "Y99001", "PatientRegistered")).heard(AT);
		restore(StateKey.FEEDS, silent.id(), silent);
		restore(StateKey.FEEDS, heard.id(), heard);

		assertThat(this.kept.feeds().get(silent.id())).isEqualTo(silent);
		assertThat(this.kept.feeds().get(heard.id())).isEqualTo(heard);

		remove(StateKey.FEEDS, silent.id());

		assertThat(this.kept.feeds().get(silent.id())).isNull();
		assertThat(this.kept.feeds().size()).isEqualTo(1);
	}

	@Test
	void refusesATableOfAnotherBuild() {
		assertThatIllegalStateException().isThrownBy(() -> restore('z', "key", 1L))
			.withMessageContaining("does not know");
	}

	private void restore(char table, Object key, Object value) {
		this.kept.restore(StateKey.of(StateKey.prefix("east", table) + key), this.codec.encode(value), this.codec);
	}

	private void remove(char table, Object key) {
		this.kept.restore(StateKey.of(StateKey.prefix("east", table) + key), null, this.codec);
	}

	private static Link link(PersonId person) {
		return new Link(MENTION, new SourceRecordId("gp", "Y99001", "EMIS", "1"), new Link.Founding(7, 0), person,
				List.of());
	}

	private static SourceRecord record(SourceRecordId id) {
		return new SourceRecord(id, 1, RecordState.ACTIVE, 7, 7, 7, new UUID(0, 9), "IncidentLogged", AT,
				TimePrecision.EXACT, AT, AT, false, HandlingCode.STANDARD, List.of(), List.of(), List.of());
	}

}
