package org.mashhub.adapter.gp;

import java.util.List;
import java.util.Optional;

import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** What a resource may refer to beside what it contains itself. */
interface References {

	/** A resource that stands alone. */
	References NONE = new References() {

		@Override
		public Optional<Resource> find(String reference) {
			return Optional.empty();
		}

		@Override
		public List<RelatedPerson> relatedPersons() {
			return List.of();
		}

	};

	/**
	 * Finds a resource.
	 * @param reference a reference that is not to something contained
	 * @return the resource; empty when it is not there, or not there alone
	 */
	Optional<Resource> find(String reference);

	/**
	 * Everybody who is said to be related to a patient.
	 * @return related persons beside those that a resource contains
	 */
	List<RelatedPerson> relatedPersons();

	/**
	 * Finds what a reference stands for, contained or not.
	 * @param <T> type of resource
	 * @param reference the reference
	 * @param type type of resource
	 * @return the resource; empty when there is none of that type
	 */
	default <T extends Resource> Optional<T> find(Reference reference, Class<T> type) {
		if (type.isInstance(reference.getResource())) {
			return Optional.of(type.cast(reference.getResource()));
		}
		String text = reference.getReference();
		return (text == null || text.startsWith("#")) ? Optional.empty()
				: find(text).filter(type::isInstance).map(type::cast);
	}

}
