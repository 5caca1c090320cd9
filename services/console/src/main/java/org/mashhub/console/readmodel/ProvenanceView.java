package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.UUID;

/** Which entry of the area log led to something, and under which epoch. */
public record ProvenanceView(String area, String epoch, UUID receiptId, Instant clock) {
}
