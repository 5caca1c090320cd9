package org.mashhub.console;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the console is told at start-up.
 *
 * @param issuer address of the identity provider
 * @param issuerInside address under which the console itself reaches it
 * @param clientId the console's own client id there
 * @param clientSecret secret of the OIDC client {@code console}
 * @param zone time zone in which times are shown
 * @param rebuild true to read all topics again from the start
 * @param outboxInterval how often the outbox looks for what is not yet published
 * @param liveInterval how often open pages are told of changes at most
 * @param behindAfter how long a record waits before pages say that the hub is behind
 */
@ConfigurationProperties("hub.console")
@Validated
public record ConsoleSettings(@NotNull URI issuer, @NotNull URI issuerInside, @NotBlank String clientId,
		@NotBlank String clientSecret, @DefaultValue("Europe/London") ZoneId zone,
		@DefaultValue("false") boolean rebuild, @DefaultValue("200ms") Duration outboxInterval,
		@DefaultValue("300ms") Duration liveInterval, @DefaultValue("1m") Duration behindAfter) {

	/** Leaves the secret out. */
	@Override
	public String toString() {
		return "ConsoleSettings[issuer=" + this.issuer + ", clientId=" + this.clientId + "]";
	}
}
