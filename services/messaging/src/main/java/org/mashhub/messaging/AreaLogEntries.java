package org.mashhub.messaging;

import java.nio.ByteBuffer;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * How many entries of the area log one record has led to, written beside each of them: a
 * record of two areas is two entries, and whoever reconciles the log must know when it
 * has seen all.
 */
public final class AreaLogEntries {

	private static final String HEADER = "entries";

	private AreaLogEntries() {
	}

	/**
	 * Says how many there are.
	 * @param entries how many
	 * @return headers of one of the entries
	 */
	public static Headers of(int entries) {
		return new RecordHeaders().add(HEADER, ByteBuffer.allocate(Integer.BYTES).putInt(entries).array());
	}

	/**
	 * Reads how many there are.
	 * @param headers headers of an entry
	 * @return how many; one where nothing is said
	 */
	public static int in(Headers headers) {
		Header header = headers.lastHeader(HEADER);
		return (header != null && header.value() != null && header.value().length == Integer.BYTES)
				? Math.max(1, ByteBuffer.wrap(header.value()).getInt()) : 1;
	}

}
