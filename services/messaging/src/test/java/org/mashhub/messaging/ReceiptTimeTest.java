package org.mashhub.messaging;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiptTimeTest {

	/** The example of RFC 9562, appendix A.6. */
	@Test
	void readsTheTimeOfAnIdOfVersionSeven() {
		assertThat(ReceiptTime.of(UUID.fromString("017f22e2-79b0-7cc3-98c4-dc0c0c07398f")))
			.contains(Instant.parse("2022-02-22T19:22:22Z"));
	}

	@Test
	void aNameHasNoTime() {
		assertThat(ReceiptTime.of(NameUuid.of("tick", "demo-borough"))).isEmpty();
	}

}
