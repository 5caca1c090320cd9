package org.mashhub.console.readmodel;

/** One comparison behind a decision about identity. */
public record ComparisonView(String field, String level, double bits) {
}
