package org.mashhub.adapter.kit;

/** The sender asks for a record by an id under which nothing of its own is kept. */
class NoSuchRecordException extends RuntimeException {

}
