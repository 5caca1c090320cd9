package org.mashhub.adapter.kit;

/**
 * The broker or the schema registry did not take an event in time. The sender still has
 * the record and sends it again; the same record twice has no second effect.
 */
public class LogUnavailableException extends RuntimeException {

	public LogUnavailableException(Throwable cause) {
		super("the event was not acknowledged", cause);
	}

}
