package org.mashhub.console.readmodel;

import java.util.List;
import java.util.UUID;

/** One part of a headline, and the mentions of those whom it is about. */
public record StatementView(String headline, List<UUID> mentions) {
}
