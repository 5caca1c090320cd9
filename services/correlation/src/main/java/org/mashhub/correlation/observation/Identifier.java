package org.mashhub.correlation.observation;

/**
 * A number that somebody gave a person, in standard form.
 *
 * @param scheme for example NHS_NUMBER or PNC_ID
 * @param value standard form; local numbers carry their organisation
 * @param valid whether the check digit or the form holds
 */
public record Identifier(String scheme, String value, boolean valid) {

	/** Scheme of NHS numbers. */
	public static final String NHS_NUMBER = "NHS_NUMBER";

	/** Scheme of Police National Computer ids. */
	public static final String PNC_ID = "PNC_ID";

	/**
	 * Scheme under which those are known who were where something happened and whom the
	 * record does not name: by the keys of the home.
	 */
	public static final String PLACE = "PLACE";

	public Identifier {
		scheme = Canonical.of(scheme);
		value = Canonical.of(value);
	}

}
