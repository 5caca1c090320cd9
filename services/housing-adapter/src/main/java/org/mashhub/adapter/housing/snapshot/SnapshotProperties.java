package org.mashhub.adapter.housing.snapshot;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a landlord's table may do without being asked about it.
 *
 * @param percent more than this share of the tenancies ended, or unreadable, is not
 * believed
 * @param tenancies but so many never matter: fewer are believed in any case
 * @param most how many tenancies one table may have: some 200 bytes of memory each, 1 KB
 * in the first table, 5 KB where a later one changes every one
 */
@Validated
@ConfigurationProperties("hub.housing.snapshot")
record SnapshotProperties(@DecimalMin("0") @DecimalMax("100") @DefaultValue("2") double percent,
		@Positive @DefaultValue("5") int tenancies, @Positive @DefaultValue("100000") int most) {

	/** Whether so many of all are too many to be believed. */
	boolean isTooMany(int some, int all) {
		return some >= this.tenancies && some * 100.0 > this.percent * all;
	}

}
