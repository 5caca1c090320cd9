package org.mashhub.console.readmodel;

import java.io.Serial;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Somebody asks for what comes after a place that no list gave out. */
class UnknownPlaceException extends ResponseStatusException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnknownPlaceException(Throwable cause) {
		super(HttpStatus.BAD_REQUEST, "\"after\" is no place that this list has given out: begin without it.", cause);
	}

}
