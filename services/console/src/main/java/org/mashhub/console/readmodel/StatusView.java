package org.mashhub.console.readmodel;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** A status of a child and since when. */
public record StatusView(String status, LocalDate since, @Nullable LocalDate until, String sourceRecord) {
}
