package org.mashhub.population.people;

/** Why somebody began to live somewhere. */
public enum Why {

	/** Lived there when the story begins. */
	FOUNDED,
	/** Was born to somebody who lived there. */
	BORN,
	/** Came to the area. */
	ARRIVED,
	/** Came back to the area. */
	RETURNED,
	/** The whole household moved. */
	MOVED,
	/** Moved in with a partner, alone or with children. */
	WITH_PARTNER,
	/** Moved out after a separation, alone or with children. */
	SEPARATED,
	/** Fled with children to a refuge. */
	FLED,
	/** Left the parents' home. */
	LEFT_HOME,
	/** Moved in with relatives. */
	TO_RELATIVES,
	/** Moved in as a lodger. */
	LODGER,
	/** Was taken in by foster carers. */
	FOSTERED,
	/** Moved to a care home. */
	CARE_HOME,
	/** Went to prison. */
	PRISON,
	/** Came out of prison. */
	RELEASED

}
