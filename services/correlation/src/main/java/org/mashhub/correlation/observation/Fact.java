package org.mashhub.correlation.observation;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a record says of one or more of its people.
 *
 * @param kind what kind of thing
 * @param subjects refs of the people it is said of
 * @param attributes values by documented key
 */
public record Fact(FactKind kind, List<String> subjects, Map<String, String> attributes) {

	/** Key under which every fact of a record says what the family knows of it. */
	public static final String FAMILY_INFORMED = "familyInformed";

	/** Value of whoever records it where it is not safe that the family learns of it. */
	public static final String NOT_SAFE_TO_INFORM = "NOT_SAFE_TO_INFORM";

	public Fact {
		subjects = Canonical.listOf(subjects);
		attributes = Canonical.mapOf(attributes);
	}

	/**
	 * One value.
	 * @param key documented key
	 * @return the value, null when it is not recorded
	 */
	public @Nullable String value(String key) {
		return this.attributes.get(key);
	}

	/**
	 * Whether a value is recorded and equals.
	 * @param key documented key
	 * @param expected the value
	 * @return true when it does
	 */
	public boolean is(String key, String expected) {
		return expected.equals(this.attributes.get(key));
	}

}
