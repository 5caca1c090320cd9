package org.mashhub.rehearsal;

import java.nio.file.Path;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what a rehearsal needs.
 *
 * @param mailbox folder to which the mail server delivers
 * @param partitions partitions of the area log
 * @param smtpAddress address on which the mail server listens
 * @param smtpPort its port
 */
@Validated
@ConfigurationProperties("hub.rehearsal")
record RehearsalSettings(@NotNull Path mailbox, @DefaultValue("4") @Positive int partitions,
		@DefaultValue("127.0.0.1") @NotBlank String smtpAddress, @DefaultValue("8825") @Positive int smtpPort) {
}
