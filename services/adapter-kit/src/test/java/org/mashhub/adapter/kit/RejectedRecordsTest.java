package org.mashhub.adapter.kit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.hub.v1.RecordRejected;

import static org.assertj.core.api.Assertions.assertThat;

class RejectedRecordsTest {

	private static final Instant FIRST = Instant.parse("2026-03-03T09:00:00Z");

	private static final Sender SENDER = new Sender("police", "WMP", null, false);

	private final RecordedEvents log = new RecordedEvents();

	private final RejectedRecords records = new RejectedRecords(this.log);

	@Test
	void listsTheNewestAndSaysWhereTheListGoesOn() {
		List<UUID> refused = refuse(0, RejectedRecords.MOST + 500);

		RejectedRecords.Part newest = this.records.open(SENDER, null);
		RejectedRecords.Part before = this.records.open(SENDER, newest.more());

		assertThat(ids(newest)).isEqualTo(refused.subList(500, refused.size()));
		assertThat(newest.more()).isEqualTo(refused.get(500));
		assertThat(ids(before)).isEqualTo(refused.subList(0, 500));
		assertThat(before.more()).isNull();
	}

	/** What is mended is known at the end of the log only. */
	@Test
	void listsWhatIsOldWhereAllThatCameLaterIsMended() {
		List<UUID> refused = refuse(0, RejectedRecords.MOST + 500);
		refused.subList(2, refused.size()).forEach(this::mend);

		RejectedRecords.Part open = this.records.open(SENDER, null);

		assertThat(ids(open)).isEqualTo(refused.subList(0, 2));
		assertThat(open.more()).isNull();
		assertThat(this.records.find(SENDER, refused.get(2))).isEmpty();
	}

	@Test
	void holdsNothingOfWhatWasSentWhileItLists() {
		List<UUID> refused = refuse(0, 2);

		assertThat(this.records.open(SENDER, null).records()).hasSize(2).allSatisfy((record) -> {
			assertThat(record.getBody().remaining()).isZero();
			assertThat(record.getErrors()).hasSize(RejectedRecords.MOST_ERRORS);
			assertThat(record.getReason()).isEqualTo("invalid");
		});
		RecordRejected whole = this.records.find(SENDER, refused.getFirst()).orElseThrow();
		assertThat(StandardCharsets.UTF_8.decode(whole.getBody()).toString()).isEqualTo("record 0");
		assertThat(whole.getErrors()).hasSize(RejectedRecords.MOST_ERRORS + 5);
	}

	@Test
	void readsOfOneRecordNoOtherThanThatOne() {
		List<UUID> refused = refuse(0, 3);
		List<String> read = new ArrayList<>();
		RejectedRecords watched = new RejectedRecords(new KeptRecords() {
			@Override
			public <T extends SpecificRecord> void read(Class<T> type, String keyPrefix, Reader<T> reader) {
				RejectedRecordsTest.this.log.read(type, keyPrefix, (key, record) -> {
					read.add(key);
					reader.take(key, record);
				});
			}
		});

		assertThat(watched.find(SENDER, refused.get(1))).isPresent();

		assertThat(read).containsExactly("police/WMP/" + refused.get(1));
	}

	private List<UUID> refuse(int from, int to) {
		List<UUID> ids = new ArrayList<>();
		Refusal refusal = new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "The record is refused", "",
				Collections.nCopies(RejectedRecords.MOST_ERRORS + 5, new FieldProblem("a", "is wrong", "Mend it.")));
		for (int number = from; number < to; number++) {
			Rejections rejections = new Rejections(this.log,
					Clock.fixed(FIRST.plus(Duration.ofSeconds(number)), ZoneOffset.UTC));
			byte[] body = ("record " + number).getBytes(StandardCharsets.UTF_8);
			ids.add(rejections.keep(SENDER, "/police/custody", null, body, null, refusal).join().orElseThrow());
		}
		return ids;
	}

	private void mend(UUID id) {
		RecordRejected refused = this.records.find(SENDER, id).orElseThrow();
		new Rejections(this.log, Clock.fixed(FIRST.plus(Duration.ofDays(1)), ZoneOffset.UTC))
			.resolve(SENDER, refused, UUID.randomUUID())
			.join();
	}

	private static List<UUID> ids(RejectedRecords.Part part) {
		return part.records().stream().map(RecordRejected::getRejectionId).toList();
	}

}
