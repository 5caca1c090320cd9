package org.mashhub.correlation.observation;

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
}
