package org.mashhub.correlation.observation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A person as one record speaks of them.
 *
 * @param id the mention
 * @param ref its name within the record
 * @param role what the person was
 * @param particulars who the person is, as far as the record says
 * @param addressProtected whether the address may never be shown or sent
 * @param restrictedRecord whether the agency restricts the person's record
 * @param unidentified description, when nobody knows who the person is
 */
public record Mention(MentionId id, String ref, Role role, Particulars particulars, boolean addressProtected,
		boolean restrictedRecord, @Nullable String unidentified) {

	public Mention {
		ref = Canonical.of(ref);
	}

	/** Who a person is said to be is many fields deep. */
	@Override
	public int hashCode() {
		return this.id.hashCode();
	}

	/**
	 * The same mention with other particulars.
	 * @param other the particulars
	 * @return a copy
	 */
	public Mention with(Particulars other) {
		return new Mention(this.id, this.ref, this.role, other, this.addressProtected, this.restrictedRecord,
				this.unidentified);
	}

	/**
	 * Somebody of whom a number is known and nothing else, to look for others with it.
	 * @param number the number
	 * @return a mention that stands in no record
	 */
	public static Mention ofNumber(Identifier number) {
		return new Mention(new MentionId(new UUID(0, 0)), "", Role.OTHER, Particulars.ofNumber(number), false, false,
				null);
	}

}
