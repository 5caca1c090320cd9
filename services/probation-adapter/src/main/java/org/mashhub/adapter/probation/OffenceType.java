package org.mashhub.adapter.probation;

/** Types of offence, in the words of police incidents. */
enum OffenceType {

	DOMESTIC_ABUSE, VIOLENCE, SEXUAL_OFFENCE, DRUGS, WEAPONS, CHILD_CONCERN, MISSING_PERSON, ANTISOCIAL_BEHAVIOUR,
	PROPERTY_DAMAGE, CONCERN_FOR_SAFETY, OTHER

}
