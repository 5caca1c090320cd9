package org.mashhub.correlation.observation;

/**
 * A feed: one kind of event of one organisation.
 *
 * @param agency kind of agency, for example police
 * @param organisation code of the organisation
 * @param eventType name of the contract
 */
public record FeedId(String agency, String organisation, String eventType) implements Comparable<FeedId> {

	@Override
	public int compareTo(FeedId other) {
		return toString().compareTo(other.toString());
	}

	@Override
	public String toString() {
		return this.agency + "/" + this.organisation + "/" + this.eventType;
	}

}
