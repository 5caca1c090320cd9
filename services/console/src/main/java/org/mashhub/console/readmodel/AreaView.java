package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.AreaClock;

/**
 * A safeguarding area.
 *
 * @param now the area's time as far as the hub has worked; null when it has done nothing
 * there yet
 */
public record AreaView(String area, String name, AreaClock clock, List<String> organisations, @Nullable Instant now) {
}
