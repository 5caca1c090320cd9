package org.mashhub.adapter.kit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A text as 64 bits of its SHA-256: enough to tell the records of one file apart, and
 * nothing of them can be read in it.
 */
public final class TextHash {

	private TextHash() {
	}

	/**
	 * Hashes a text.
	 * @param text any text
	 * @return its hash
	 */
	public static long of(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(hash).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
