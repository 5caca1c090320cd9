package org.mashhub.tracing;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of tracing.
 *
 * @param endpoint where traces are sent by OTLP over HTTP, such as
 * {@code http://collector:4318/v1/traces}; empty: nowhere
 * @param share share of the records that come in at an adapter to be traced, from 0 to 1;
 * other services follow what the adapter has decided
 */
@Validated
@ConfigurationProperties("hub.tracing")
public record TracingProperties(@NotNull @DefaultValue("") String endpoint,
		@DecimalMin("0") @DecimalMax("1") @DefaultValue("1") double share) {
}
