package org.mashhub.adapter.ambulance;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.ChildsCircle;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;

/** A patient, or somebody who has died, and those around, related as the crew says. */
final class Circle {

	private Circle() {
	}

	/**
	 * Everybody whom a record names.
	 * @param field field that names the patient, which is the patient's ref too
	 * @param patient the patient; null when the record leaves them out
	 * @param othersField field that names the others
	 * @param others those around
	 * @param source what the record says of itself
	 * @return the people
	 */
	static People of(String field, @Nullable Patient patient, String othersField, List<Person> others,
			SourceRecord source) {
		ChildsCircle circle = new ChildsCircle(field, field,
				(patient != null) ? patient.mention(PersonRole.PATIENT) : null, source);
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
				String ref = people.add(othersField + "[" + i + "]", person.id(), person.mention(patient));
				if (patient != null && person.relation() == RelationToPatient.CHILD) {
					people.relate(field, RelationshipKind.PARENT_OF, ref, person.relationStatus());
				}
				else if (patient != null) {
					people.relate(ref, RelationshipKind.PARTNER_OF, field, person.relationStatus());
				}
			}
		}
		return people;
	}

}
