package org.mashhub.adapter.kit;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of an adapter.
 *
 * @param maxBody largest body that is read
 * @param acknowledgement how long the broker may take to acknowledge an event
 * @param retryAfter what a sender is told to wait when it does not
 * @param brokerCheck how long an answer about the broker's health is reused
 */
@Validated
@ConfigurationProperties("hub.adapter")
public record AdapterProperties(@NotNull @DefaultValue("256KB") DataSize maxBody,
		@NotNull @DefaultValue("5s") Duration acknowledgement, @NotNull @DefaultValue("10s") Duration retryAfter,
		@NotNull @DefaultValue("5s") Duration brokerCheck) {

	public AdapterProperties {
		if (acknowledgement.compareTo(Duration.ofSeconds(1)) < 0) {
			throw new IllegalArgumentException("hub.adapter.acknowledgement must be at least 1s");
		}
	}

}
