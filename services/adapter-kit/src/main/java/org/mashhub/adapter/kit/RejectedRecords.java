package org.mashhub.adapter.kit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.mashhub.hub.v1.RecordRejected;

/** What is kept of refused records. */
class RejectedRecords {

	private final KeptRecords kept;

	/**
	 * Creates a reader.
	 * @param kept where they are
	 */
	RejectedRecords(KeptRecords kept) {
		this.kept = kept;
	}

	/** An organisation's refused records that nothing has replaced yet, oldest first. */
	List<RecordRejected> open(Sender sender) {
		return this.kept.newest(RecordRejected.class, Rejections.key(sender))
			.values()
			.stream()
			.filter((record) -> record.getResolvedBy().isEmpty())
			.sorted(Comparator.comparing(RecordRejected::getAt)
				.thenComparing((record) -> record.getSourceLine().orElse(0)))
			.toList();
	}

	/** One of an organisation's refused records, as it was refused. */
	Optional<RecordRejected> find(Sender sender, UUID id) {
		return open(sender).stream().filter((record) -> record.getRejectionId().equals(id)).findFirst();
	}

}
