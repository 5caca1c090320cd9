package org.mashhub.adapter.kit;

/** A record names an organisation that its sender's token does not stand for. */
class ForeignOrganisationException extends RuntimeException {

	private final String field;

	ForeignOrganisationException(String field) {
		super("a record names another organisation than its sender's");
		this.field = field;
	}

	String field() {
		return this.field;
	}

}
