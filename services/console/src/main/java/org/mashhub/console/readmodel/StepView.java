package org.mashhub.console.readmodel;

import java.util.List;
import java.util.UUID;

/** One step of the path from a child to an adult, in words. */
public record StepView(String kind, UUID toPersonId, String statement, List<String> sourceRecords) {
}
