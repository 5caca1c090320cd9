package org.mashhub.messaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Name-based UUIDs, version 5 (RFC 9562 section 5.5): the same names always give the same
 * id, so that ids are a function of what they stand for.
 */
public final class NameUuid {

	/** Namespace of all ids that the hub derives. */
	private static final UUID NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

	/** To look for it among the providers of the JDK costs more than a digest. */
	private static final MessageDigest UNUSED = sha1();

	private NameUuid() {
	}

	/**
	 * The id of something named by a kind and parts.
	 * @param kind what kind of thing, for example {@code person}
	 * @param parts what distinguishes it, in a fixed order
	 * @return UUID of version 5
	 */
	public static UUID of(String kind, Object... parts) {
		MessageDigest sha1 = fresh();
		sha1.update(ByteBuffer.allocate(16)
			.putLong(NAMESPACE.getMostSignificantBits())
			.putLong(NAMESPACE.getLeastSignificantBits())
			.array());
		sha1.update(("https://mashhub.org/id/" + kind).getBytes(StandardCharsets.UTF_8));
		for (Object part : parts) {
			byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
			sha1.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
			sha1.update(bytes);
		}
		ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
		long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
		long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
		return new UUID(high, low);
	}

	private static MessageDigest fresh() {
		try {
			return (MessageDigest) UNUSED.clone();
		}
		catch (CloneNotSupportedException ex) {
			return sha1();
		}
	}

	private static MessageDigest sha1() {
		try {
			return MessageDigest.getInstance("SHA-1");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every JDK has SHA-1", ex);
		}
	}

}
