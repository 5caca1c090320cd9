package org.mashhub.notification.delivery;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is posted: HMAC-SHA256 over the second of sending, a full stop and the body,
 * so that the receiver knows who sent it and that it is not an old one again.
 */
final class Signature {

	static final String HEADER = "Mash-Signature";

	private Signature() {
	}

	static String of(String secret, Instant at, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
			return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("every JDK has HmacSHA256", ex);
		}
	}

}
