package org.mashhub.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignatureTest {

	private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

	@Test
	void isHmacSha256OverTimeAndBody() {
		assertThat(Signature.of("secret", AT, bytes("{}")))
			.isEqualTo("t=1700000000,v1=b8569b78799ff9e3cbff0fc2d63a33a2b57f3282abd07c37ae5e8e7d79a5f163");
	}

	@Test
	void changesWithSecretTimeAndBody() {
		String signature = Signature.of("secret", AT, bytes("{}"));

		assertThat(Signature.of("other", AT, bytes("{}"))).isNotEqualTo(signature);
		assertThat(Signature.of("secret", AT.plusSeconds(1), bytes("{}"))).isNotEqualTo(signature);
		assertThat(Signature.of("secret", AT, bytes("[]"))).isNotEqualTo(signature);
	}

	@Test
	void waitsLongerAfterEachFailureUpToALimit() {
		Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), RandomGenerator.getDefault());

		assertThat(backoff.after(1)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
		assertThat(backoff.after(4)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
		assertThat(backoff.after(1000)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
	}

	@Test
	void triesAgainWhereThatCanHelp() {
		assertThat(WebhookCourier.judge(204)).isInstanceOf(Result.Delivered.class);
		assertThat(WebhookCourier.judge(503)).isInstanceOf(Result.NotNow.class);
		assertThat(WebhookCourier.judge(408)).isInstanceOf(Result.NotNow.class);
		assertThat(WebhookCourier.judge(429)).isInstanceOf(Result.NotNow.class);
		assertThat(WebhookCourier.judge(410)).isInstanceOf(Result.Refused.class);
		assertThat(WebhookCourier.judge(302)).isInstanceOf(Result.Refused.class);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
