package org.mashhub.console.ledger;

/**
 * What a feed is: one kind of event of one organisation.
 *
 * @param agency kind of agency
 * @param organisation the organisation's code
 * @param eventType name of the contract
 */
public record FeedName(String agency, String organisation, String eventType) implements Comparable<FeedName> {

	/** The organisation of a record that cannot be read. */
	public static final String UNKNOWN = "unknown";

	public FeedName {
		agency = storable(agency);
		organisation = storable(organisation);
		eventType = storable(eventType);
	}

	@Override
	public int compareTo(FeedName other) {
		int byAgency = this.agency.compareTo(other.agency);
		int byOrganisation = this.organisation.compareTo(other.organisation);
		return (byAgency != 0) ? byAgency
				: (byOrganisation != 0) ? byOrganisation : this.eventType.compareTo(other.eventType);
	}

	/** PostgreSQL knows no text with this character, and no code has it. */
	private static String storable(String code) {
		return code.replace('\u0000', '?');
	}
}
