package org.mashhub.adapter.socialcare;

/** What a contact is about. */
enum Concern {

	NEGLECT, PHYSICAL, EMOTIONAL, SEXUAL, HOME_CONDITIONS, SUBSTANCES, UNKNOWN_ADULTS, DOMESTIC_ABUSE, OTHER

}
