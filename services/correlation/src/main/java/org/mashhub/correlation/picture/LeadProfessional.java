package org.mashhub.correlation.picture;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The professional to whom alerts about a child go (lead practitioner, Working Together
 * 2023).
 *
 * @param name name
 * @param jobTitle job title
 * @param organisation organisation
 * @param email work email
 * @param phone work phone
 * @param since first day
 */
public record LeadProfessional(String name, @Nullable String jobTitle, @Nullable String organisation,
		@Nullable String email, @Nullable String phone, LocalDate since) {
}
