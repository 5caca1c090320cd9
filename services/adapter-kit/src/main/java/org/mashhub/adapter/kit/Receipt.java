package org.mashhub.adapter.kit;

import java.util.UUID;

/**
 * The hub's word that it holds a record for good.
 *
 * @param receiptId id of this acceptance: another one each time
 * @param eventId id of the fact: the same each time that this version of the record is
 * sent
 */
public record Receipt(UUID receiptId, UUID eventId) {

}
