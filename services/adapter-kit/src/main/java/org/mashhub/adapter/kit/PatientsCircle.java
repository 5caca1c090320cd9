package org.mashhub.adapter.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;

/**
 * Whom a record is about: one person, who may be a child or an adult, by the field that
 * names them, and what they are. Their ref is the name of the field, whatever numbers a
 * later version adds.
 *
 * @param field name of the field
 * @param role what the person is in the event
 * @param relations what others may be to them
 * @param stranger what somebody is in the event who neither lives with them nor is of the
 * family
 */
public record PatientsCircle(String field, PersonRole role, Set<RelationToPatient> relations, PersonRole stranger) {

	public PatientsCircle {
		relations = Set.copyOf(relations);
	}

	/**
	 * The person and those around.
	 * @param patient the person; null when the record leaves them out
	 * @param othersField name of the field with the others
	 * @param others those around
	 * @param source what the record says of itself
	 * @return everybody, related as the agency says
	 * @throws NoticeRefusedException when somebody cannot be what the record says
	 */
	public People people(@Nullable Subject patient, String othersField, List<PersonAround> others,
			SourceRecord source) {
		return people(begin(patient, source), patient, othersField, others);
	}

	/**
	 * A newborn with its mother, who has a field of her own, and those around.
	 * @param child the child; null when the record leaves it out
	 * @param mother the mother; null when the record leaves her out
	 * @param family everybody else
	 * @param source what the record says of itself
	 * @return everybody, related as the agency says
	 * @throws NoticeRefusedException when somebody cannot be what the record says
	 */
	public People withMother(@Nullable Subject child, @Nullable Subject mother, List<PersonAround> family,
			SourceRecord source) {
		ChildsCircle circle = begin(child, source);
		if (mother != null) {
			circle.add("mother", "mother", mother.mention(PersonRole.MOTHER),
					new ChildsCircle.Statement(RelationToChild.MOTHER, null, null, null), false);
		}
		People people = people(circle, child, "family", family);
		people.requireUnlessWithdrawn("mother", mother != null, source);
		return people;
	}

	private People people(ChildsCircle circle, @Nullable Subject patient, String othersField,
			List<PersonAround> others) {
		requireAllowed(othersField, others);
		for (int i = 0; i < others.size(); i++) {
			String at = othersField + "[" + i + "]";
			PersonAround person = others.get(i);
			person.relation()
				.toChild()
				.ifPresent((relation) -> circle.add(at, person.id(), person.mention(patient, this.stranger),
						new ChildsCircle.Statement(relation, person.relationStatus(), null, null),
						Given.is(person.livesWithPatient())));
		}
		People people = circle.people();
		for (int i = 0; i < others.size(); i++) {
			PersonAround person = others.get(i);
			if (person.relation().toChild().isEmpty()) {
				addOfAdult(people, othersField + "[" + i + "]", person, patient);
			}
		}
		return people;
	}

	private ChildsCircle begin(@Nullable Subject patient, SourceRecord source) {
		Mention mention = (patient != null) ? patient.mention(this.role) : null;
		return new ChildsCircle(this.field, this.field, mention, source);
	}

	private void addOfAdult(People people, String at, PersonAround person, @Nullable Subject patient) {
		String ref = people.add(at, person.id(), person.mention(patient, this.stranger));
		if (patient == null) {
			return;
		}
		if (person.relation() == RelationToPatient.CHILD) {
			people.relate(this.field, RelationshipKind.PARENT_OF, ref, person.relationStatus());
		}
		else {
			people.relate(ref, (person.relation() == RelationToPatient.PARTNER) ? RelationshipKind.PARTNER_OF
					: RelationshipKind.ASSOCIATE_OF, this.field, person.relationStatus());
		}
	}

	private void requireAllowed(String othersField, List<PersonAround> others) {
		List<FieldProblem> problems = new ArrayList<>();
		for (int i = 0; i < others.size(); i++) {
			if (!this.relations.contains(others.get(i).relation())) {
				problems.add(new FieldProblem(othersField + "[" + i + "].relationToPatient",
						"cannot be how somebody stands to the " + this.field,
						"Send one of: "
								+ this.relations.stream().sorted().map(Enum::name).collect(Collectors.joining(", "))
								+ "."));
			}
		}
		if (!problems.isEmpty()) {
			throw new NoticeRefusedException(problems);
		}
	}

	/** The person whom a record is about, as its notice has them. */
	public interface Subject {

		/**
		 * The person as the event carries them.
		 * @param role what the person is in the event
		 * @return the mention
		 */
		Mention mention(PersonRole role);

		/**
		 * Where the person lives.
		 * @return null when the record does not say
		 */
		@Nullable PostalAddress address();

		/**
		 * Whether the address may never be shown or sent.
		 * @return null when the record does not say
		 */
		@Nullable Boolean addressProtected();

	}

}
