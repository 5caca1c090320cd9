package org.mashhub.notification.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether the audit is as it was written.
 *
 * @param entries entries looked at
 * @param intact true when no entry was changed or taken out
 * @param brokenAt first entry that does not follow from the one before; null when intact
 */
public record Verification(long entries, boolean intact, @Nullable Long brokenAt) {
}
