package org.mashhub.correlation.observation;

/**
 * Number of a record at the agency that keeps it.
 *
 * @param agency kind of agency, for example police
 * @param organisation code of the organisation
 * @param system the organisation's system
 * @param record number in that system
 */
public record SourceRecordId(String agency, String organisation, String system,
		String record) implements Comparable<SourceRecordId> {

	public SourceRecordId {
		agency = Canonical.of(agency);
		organisation = Canonical.of(organisation);
		system = Canonical.of(system);
	}

	@Override
	public int compareTo(SourceRecordId other) {
		if (this.agency.equals(other.agency) && this.organisation.equals(other.organisation)
				&& this.system.equals(other.system)) {
			return this.record.compareTo(other.record);
		}
		return toString().compareTo(other.toString());
	}

	@Override
	public String toString() {
		return this.agency + "/" + this.organisation + "/" + this.system + "/" + this.record;
	}

}
