package org.mashhub.console.readmodel;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** The professional whom alerts about a child go to. */
public record LeadProfessionalView(String name, @Nullable String jobTitle, @Nullable String organisation,
		@Nullable String email, @Nullable String phone, LocalDate since) {
}
