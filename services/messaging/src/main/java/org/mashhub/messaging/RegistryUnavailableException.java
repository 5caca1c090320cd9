package org.mashhub.messaging;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The schema registry did not answer. The record itself is not at fault: wait and try
 * again, never dead-letter.
 */
public class RegistryUnavailableException extends RetriableException {

	public RegistryUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

	public RegistryUnavailableException(String message) {
		super(message);
	}

}
