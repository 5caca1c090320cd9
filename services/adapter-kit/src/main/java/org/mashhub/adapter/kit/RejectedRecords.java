package org.mashhub.adapter.kit;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.hub.v1.FieldError;
import org.mashhub.hub.v1.RecordRejected;

/**
 * What is kept of refused records. An adapter has little memory, and they may be many and
 * long: a list holds the newest of them, without what was sent.
 */
class RejectedRecords {

	/** How many a list holds. */
	static final int MOST = 1_000;

	/** Of each record in a list. */
	static final int MOST_ERRORS = 20;

	/** How many are told apart while the list is made; beyond them the oldest go. */
	private static final int MOST_KEYS = 50_000;

	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

	private final KeptRecords kept;

	/**
	 * Creates a reader.
	 * @param kept where they are
	 */
	RejectedRecords(KeptRecords kept) {
		this.kept = kept;
	}

	/**
	 * An organisation's refused records that nothing has replaced yet, oldest first: the
	 * newest {@value #MOST}, without what was sent.
	 * @param sender the organisation
	 * @param before the record before which the list ends; null for the newest
	 * @return the list
	 * @throws LogUnavailableException when broker or registry do not answer in time
	 */
	Part open(Sender sender, @Nullable UUID before) {
		Listing listing = new Listing(Rejections.key(sender), before);
		this.kept.read(RecordRejected.class, listing.prefix, listing::take);
		if (listing.isCut()) {
			this.kept.read(RecordRejected.class, listing.prefix, listing::takeChosen);
		}
		return listing.part();
	}

	/** One of an organisation's refused records, as it was refused. */
	Optional<RecordRejected> find(Sender sender, UUID id) {
		return this.kept.newest(RecordRejected.class, Rejections.key(sender) + id)
			.values()
			.stream()
			.filter((record) -> record.getResolvedBy().isEmpty())
			.findFirst();
	}

	/**
	 * A part of the list.
	 *
	 * @param records refused records, oldest first
	 * @param more the record before which the list goes on; null at its end
	 */
	record Part(List<RecordRejected> records, @Nullable UUID more) {

		Part {
			records = List.copyOf(records);
		}

	}

	/**
	 * Chooses what is listed by the keys, which sort by time. Where more were open at one
	 * time than are listed, those that are chosen are read again: which, is known only at
	 * the end of the log, where it says what was mended.
	 */
	private static final class Listing {

		private final String prefix;

		private final @Nullable String end;

		private final TreeSet<String> open = new TreeSet<>();

		private final Map<String, RecordRejected> listed = new HashMap<>();

		private boolean more;

		private boolean whole = true;

		Listing(String prefix, @Nullable UUID before) {
			this.prefix = prefix;
			this.end = (before != null) ? prefix + before : null;
		}

		void take(String key, @Nullable RecordRejected record) {
			if (this.end != null && key.compareTo(this.end) >= 0) {
				return;
			}
			if (record == null || record.getResolvedBy().isPresent()) {
				this.open.remove(key);
				this.listed.remove(key);
				return;
			}
			this.open.add(key);
			if (this.open.size() > MOST_KEYS) {
				this.open.pollFirst();
				this.more = true;
			}
			this.whole = this.whole && this.open.size() <= MOST;
			if (this.whole) {
				this.listed.put(key, withoutBody(record));
			}
		}

		/**
		 * Whether the list is to be read once more, now that it is known which are on it.
		 */
		boolean isCut() {
			while (this.open.size() > MOST) {
				this.open.pollFirst();
				this.more = true;
			}
			this.listed.keySet().retainAll(this.open);
			return !this.listed.keySet().equals(this.open);
		}

		void takeChosen(String key, @Nullable RecordRejected record) {
			if (this.open.contains(key) && record != null && record.getResolvedBy().isEmpty()) {
				this.listed.put(key, withoutBody(record));
			}
		}

		Part part() {
			List<RecordRejected> records = this.listed.values()
				.stream()
				.sorted(Comparator.comparing(RecordRejected::getAt)
					.thenComparing((record) -> record.getSourceLine().orElse(0)))
				.toList();
			return new Part(records, (this.more && !this.open.isEmpty())
					? UUID.fromString(this.open.first().substring(this.prefix.length())) : null);
		}

		private static RecordRejected withoutBody(RecordRejected record) {
			List<FieldError> errors = record.getErrors();
			return new RecordRejected(record.getRejectionId(), record.getAgency(), record.getOrganisationCode(),
					record.getPath(), record.getContentType().orElse(null), NOTHING,
					record.getSourceLine().orElse(null), record.getReason(),
					List.copyOf(errors.subList(0, Math.min(errors.size(), MOST_ERRORS))), record.getAt(), null);
		}

	}

}
