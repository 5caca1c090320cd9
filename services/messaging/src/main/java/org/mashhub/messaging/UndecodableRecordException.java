package org.mashhub.messaging;

import org.apache.kafka.common.errors.SerializationException;

/**
 * Bytes that no retry can turn into a record. The message names schema ids and types,
 * never content.
 */
public class UndecodableRecordException extends SerializationException {

	public UndecodableRecordException(String message) {
		super(message);
	}

	public UndecodableRecordException(String message, Throwable cause) {
		super(message, cause);
	}

}
