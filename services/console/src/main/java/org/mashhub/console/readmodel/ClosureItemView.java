package org.mashhub.console.readmodel;

import org.jspecify.annotations.Nullable;

/** Something open that a closure must answer. */
public record ClosureItemView(String item, String description, @Nullable String answer) {
}
