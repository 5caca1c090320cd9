package org.mashhub.adapter.hospital;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.ChildsCircle;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;

/**
 * Whom a record is about: one person, by the field that names them, and what they are.
 * Their ref is the name of the field, whatever numbers a later version adds.
 *
 * @param field name of the field
 * @param role what the person is in the event
 * @param relations what others may be to them
 */
record Circle(String field, PersonRole role, Set<RelationToPatient> relations) {

	static final Circle PATIENT = new Circle("patient", PersonRole.PATIENT, EnumSet.allOf(RelationToPatient.class));

	static final Circle CHILD = new Circle("child", PersonRole.CHILD, EnumSet.complementOf(
			EnumSet.of(RelationToPatient.PARTNER, RelationToPatient.FATHER_OF_BABY, RelationToPatient.CHILD)));

	static final Circle NEWBORN = new Circle("child", PersonRole.CHILD, RelationToPatient.OF_NEWBORN);

	static final Circle MOTHER = new Circle("mother", PersonRole.MOTHER, RelationToPatient.OF_EXPECTANT_MOTHER);

	/**
	 * The person and those around.
	 * @param patient the person; null when the record leaves them out
	 * @param othersField name of the field with the others
	 * @param others those around
	 * @param source what the record says of itself
	 * @return everybody, related as the hospital says
	 * @throws NoticeRefusedException when somebody cannot be what the record says
	 */
	People people(@Nullable Patient patient, String othersField, List<Person> others, SourceRecord source) {
		return people(begin(patient, source), patient, othersField, others);
	}

	/**
	 * A newborn with its mother, who has a field of her own, and those around.
	 * @param child the child; null when the record leaves it out
	 * @param mother the mother; null when the record leaves her out
	 * @param family everybody else
	 * @param source what the record says of itself
	 * @return everybody, related as the hospital says
	 * @throws NoticeRefusedException when somebody cannot be what the record says
	 */
	People withMother(@Nullable Patient child, @Nullable Patient mother, List<Person> family, SourceRecord source) {
		ChildsCircle circle = begin(child, source);
		if (mother != null) {
			circle.add("mother", "mother", mother.mention(PersonRole.MOTHER),
					new ChildsCircle.Statement(RelationToChild.MOTHER, null, null, null), false);
		}
		People people = people(circle, child, "family", family);
		people.requireUnlessWithdrawn("mother", mother != null, source);
		return people;
	}

	private People people(ChildsCircle circle, @Nullable Patient patient, String othersField, List<Person> others) {
		requireAllowed(othersField, others);
		for (int i = 0; i < others.size(); i++) {
			String at = othersField + "[" + i + "]";
			Person person = others.get(i);
			person.relation()
				.toChild()
				.ifPresent((relation) -> circle.add(at, person.id(), person.mention(patient),
						new ChildsCircle.Statement(relation, person.relationStatus(), null, null),
						Given.is(person.livesWithPatient())));
		}
		People people = circle.people();
		for (int i = 0; i < others.size(); i++) {
			Person person = others.get(i);
			if (person.relation().toChild().isEmpty()) {
				addOfAdult(people, othersField + "[" + i + "]", person, patient);
			}
		}
		return people;
	}

	private ChildsCircle begin(@Nullable Patient patient, SourceRecord source) {
		Mention mention = (patient != null) ? patient.mention(this.role) : null;
		return new ChildsCircle(this.field, this.field, mention, source);
	}

	private void addOfAdult(People people, String at, Person person, @Nullable Patient patient) {
		String ref = people.add(at, person.id(), person.mention(patient));
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

	private void requireAllowed(String othersField, List<Person> others) {
		List<FieldProblem> problems = new ArrayList<>();
		for (int i = 0; i < others.size(); i++) {
			if (!this.relations.contains(others.get(i).relation())) {
				problems.add(new FieldProblem(othersField + "[" + i + "].relationToPatient",
						"cannot be how somebody stands to the " + this.field, "Send one of: "
								+ this.relations.stream().map(Enum::name).collect(Collectors.joining(", ")) + "."));
			}
		}
		if (!problems.isEmpty()) {
			throw new NoticeRefusedException(problems);
		}
	}

}
