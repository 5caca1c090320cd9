package org.mashhub.adapter.kit;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a record, taken from the access token, never from the record. A controller
 * method that has a parameter of this type gets it.
 *
 * @param agency kind of agency, the token's claim {@code agency}
 * @param organisation code of the organisation, the token's claim {@code organisation}
 * @param areaHint fictional area from the header {@code Mash-Area}; null when there is
 * none
 * @param historic true when the header {@code Mash-Historic} says that the record is part
 * of a load of history
 */
public record Sender(String agency, String organisation, @Nullable String areaHint, boolean historic) {

	/**
	 * Refuses a record that speaks for another organisation.
	 * @param field the field that names an organisation
	 * @param organisationNamed the organisation named there; null when none is
	 * @throws ForeignOrganisationException when it is not the sender's own
	 */
	public void mustBe(String field, @Nullable String organisationNamed) {
		if (organisationNamed != null && !organisationNamed.equals(this.organisation)) {
			throw new ForeignOrganisationException(field);
		}
	}

}
