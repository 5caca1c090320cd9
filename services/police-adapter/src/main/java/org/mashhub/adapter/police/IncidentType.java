package org.mashhub.adapter.police;

/** What an incident, an offence or a piece of intelligence is about. */
enum IncidentType {

	DOMESTIC_ABUSE, VIOLENCE, SEXUAL_OFFENCE, DRUGS, WEAPONS, CHILD_CONCERN, MISSING_PERSON, ANTISOCIAL_BEHAVIOUR,
	PROPERTY_DAMAGE, CONCERN_FOR_SAFETY, OTHER

}
