package org.mashhub.adapter.kit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;

/**
 * A child and those around it, related as the agency says: a parent's partner to the
 * mother, where she is named, else to the first parent who is.
 */
public final class ChildsCircle {

	private final People people = new People();

	private final @Nullable String child;

	private final List<Statement> partners = new ArrayList<>();

	private @Nullable String parent;

	/**
	 * Begins with the child.
	 * @param field path of the child in the notice
	 * @param agencyId the agency's own number for the child; null when it has none
	 * @param child the child; null when the notice leaves it out
	 * @param source what the record says of itself
	 */
	public ChildsCircle(String field, @Nullable String agencyId, @Nullable Mention child, SourceRecord source) {
		this.people.requireUnlessWithdrawn(field, child != null, source);
		this.child = (child != null) ? this.people.add(field, agencyId, child) : null;
	}

	/**
	 * Adds somebody.
	 * @param field path of the person in the notice
	 * @param agencyId the agency's own number for the person; null when it has none
	 * @param person the person
	 * @param statement how the person stands to the child
	 * @param livesWithChild whether the person is said to live with the child
	 */
	public void add(String field, @Nullable String agencyId, Mention person, Statement statement,
			boolean livesWithChild) {
		String ref = this.people.add(field, agencyId, person);
		RelationshipKind kind = statement.relation().kind().orElse(livesWithChild ? RelationshipKind.LIVES_WITH : null);
		if (this.child != null && kind != null) {
			relate(ref, kind, this.child, statement);
		}
		if (statement.relation() == RelationToChild.PARENTS_PARTNER) {
			this.partners.add(statement.of(ref));
		}
		if (statement.relation() == RelationToChild.MOTHER
				|| (this.parent == null && kind == RelationshipKind.PARENT_OF)) {
			this.parent = ref;
		}
	}

	/**
	 * Everybody, with everything that was stated.
	 * @return the people
	 */
	public People people() {
		if (this.parent != null) {
			for (Statement partner : this.partners) {
				relate(partner.ref(), RelationshipKind.PARTNER_OF, this.parent, partner);
			}
			this.partners.clear();
		}
		return this.people;
	}

	private void relate(String from, RelationshipKind kind, String to, Statement statement) {
		this.people.relate(from, kind, to, statement.status(), statement.startedOn(), statement.endedOn());
	}

	/**
	 * What an agency states of somebody and the child.
	 *
	 * @param ref ref of the person, empty until it has one
	 * @param relation how the person stands to the child
	 * @param status how far the agency stands behind it; null for recorded
	 * @param startedOn first day; null when not known
	 * @param endedOn last day; null when it has not ended
	 */
	public record Statement(String ref, RelationToChild relation, @Nullable RelationshipStatus status,
			@Nullable LocalDate startedOn, @Nullable LocalDate endedOn) {

		public Statement(RelationToChild relation, @Nullable RelationshipStatus status, @Nullable LocalDate startedOn,
				@Nullable LocalDate endedOn) {
			this("", relation, status, startedOn, endedOn);
		}

		private Statement of(String person) {
			return new Statement(person, this.relation, this.status, this.startedOn, this.endedOn);
		}

	}

}
