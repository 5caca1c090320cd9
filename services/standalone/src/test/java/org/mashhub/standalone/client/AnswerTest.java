package org.mashhub.standalone.client;

import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the adapters answer, each in its own form. */
class AnswerTest {

	private static final UUID ONE = UUID.fromString("01a20763-60f9-75d5-af66-6411bcdddad1");

	private static final UUID TWO = UUID.fromString("01a20763-60f9-75d5-af66-6411bcdddad2");

	@ParameterizedTest
	@ValueSource(strings = { """
			{"records":2,"receipts":[{"receiptId":"%s","eventId":"e"},{"receiptId":"%s","eventId":"f"}]}""", """
			{"type":"batch-response","accepted":2,"refused":0,"entry":[{"status":202,"receiptId":"%s"},
			{"status":200},{"status":202,"receiptId":"%s"}]}""",
			"MSH|^~\\&|MASH-HUB||A|B|20251104213000||ACK^A11^ACK|1|P|2.4\rMSA|AA|C1|Receipt %s %s\r" })
	void hasAReceiptForEachRecordInItsOrder(String body) {
		Answer answer = answer(200, body.formatted(ONE, TWO));

		assertThat(answer.receipts()).containsExactly(ONE, TWO);
		assertThat(answer.isWhole()).isTrue();
	}

	@Test
	void hasTheReceiptOfARecordAlone() {
		assertThat(answer(202, "{\"receiptId\":\"" + ONE + "\"}").receipts()).containsExactly(ONE);
	}

	@Test
	void isNotWholeWhenAnEntryOfABundleWasRefused() {
		Answer answer = answer(200, """
				{"accepted":1,"refused":1,"entry":[{"status":202,"receiptId":"%s"},{"status":422,
				"problem":{"errors":[{"field":"start","problem":"is missing","remedy":"Send it."}]}}]}"""
			.formatted(ONE));

		assertThat(answer.isGood()).isTrue();
		assertThat(answer.isWhole()).isFalse();
		assertThat(answer.problem()).isEqualTo("status 200; start is missing. Send it");
	}

	@Test
	void saysInWordsWhatIsWrongWithAMessage() {
		Answer answer = answer(422, "MSH|^~\\&|MASH-HUB\rMSA|AE|C1|PID-3 is wrong. Send it.\r"
				+ "ERR|PID^1^3^102|PID^1^3|102|E||||PID-3 is wrong. Send A\\F\\B.\r");

		assertThat(answer.receipts()).isEmpty();
		assertThat(answer.isWhole()).isFalse();
		assertThat(answer.problem()).isEqualTo("status 422; PID-3 is wrong. Send A|B");
	}

	@Test
	void saysOfProblemsInFieldsNothingButThem() {
		Answer answer = answer(422,
				"""
						{"title":"The record cannot be right","remedy":"Correct the fields.","rejectionId":"%s",
						"errors":[{"field":"a","problem":"is odd","remedy":"Mend it."},{"field":"b","problem":"too","remedy":"So."}]}"""
					.formatted(ONE));

		assertThat(answer.problem()).isEqualTo("status 422; a is odd. Mend it; b too. So");
		assertThat(answer.isKept()).isTrue();
	}

	@Test
	void saysWhatIsWrongWithTheWholeWhereNoFieldIs() {
		Answer answer = answer(415, "{\"title\":\"Another media type\",\"remedy\":\"Send JSON.\"}");

		assertThat(answer.problem()).isEqualTo("status 415, Another media type, Send JSON");
		assertThat(answer.isKept()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "Kept for 30 days as 7, true", "'', false" })
	void knowsWhetherAMessageIsKept(String seventh, boolean kept) {
		assertThat(
				answer(422, "MSH|^~\\&|MASH-HUB\rMSA|AE|C1\rERR|PID^1|PID^1|102|E|||" + seventh + "|PID-3 is wrong.\r")
					.isKept())
			.isEqualTo(kept);
	}

	private static Answer answer(int status, String body) {
		return new Answer(status, body, Optional.empty(), Optional.empty());
	}

}
