package org.mashhub.correlation.intake;

import java.util.List;

import org.mashhub.event.common.v1.PersonMention;

/** Of whom a contact tells: the children, or whoever is named where no child is. */
final class Contacts {

	private Contacts() {
	}

	static List<String> subjects(List<PersonMention> people) {
		List<String> children = Facts.children(people);
		return children.isEmpty() ? Facts.all(people) : children;
	}

}
