package org.mashhub.notification.recipient;

/**
 * How a recipient stands to the child: this, never the person, decides what they may
 * know.
 */
public enum RecipientRole {

	/** The allocated lead professional. */
	LEAD_PROFESSIONAL,
	/** The duty desk of the area's MASH. */
	DUTY_DESK,
	/** The child's GP practice. */
	GP_PRACTICE

}
