package org.mashhub.correlation;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * All settings of correlation.
 *
 * @param run which of the two topologies this process runs
 * @param bootstrapServers the broker
 * @param clientProperties further settings of the Kafka clients and the serdes, such as
 * schema.registry.url
 * @param serializer class of the value serializer
 * @param deserializer class of the value deserializer
 * @param stateDirectory folder for Streams
 * @param replicas replication factor of changelogs
 * @param standbyReplicas copies of the state kept warm on other instances
 * @param instance name of this instance for static membership
 * @param commitInterval how long outputs wait to be committed together, where nothing
 * queues
 * @param commitIntervalBehind how long they wait at most, where records queue
 * @param tickInterval how often a wall-clock area's clock ticks
 * @param homeKeySecret secret under which homes are hashed; never changes for an area
 * @param epoch name of the epoch; settings that change outcomes are added to it
 * @param shadow whether the epoch works beside another one, to be compared with it: what
 * it gives out goes to topics of its own, which nobody else reads
 * @param zone time zone of the areas
 * @param closing when offices close
 * @param redWithin time to act on a red alert
 * @param amberWorkingDays working days for an amber alert
 * @param greenWorkingDays working days for a green alert
 * @param sameAt match weight in bits from which two groups of mentions are one person
 * @param reviewAt match weight in bits from which an officer should look
 * @param edgeAt match weight in bits from which two mentions are looked at together
 * @param expectedMentions how many times people are spoken of in an area, for the size of
 * blocks
 * @param stayHolds how long somebody counts as living where last recorded
 * @param crowdedHome more people than this in one home, and sharing it says nothing
 * @param urgentStatuses statuses that a practice is told at once
 * @param thresholds thresholds of the rules by name
 */
@Validated
@ConfigurationProperties("hub.correlation")
public record CorrelationProperties(@NotEmpty Set<Part> run, @NotBlank String bootstrapServers,
		Map<String, String> clientProperties, @NotBlank String serializer, @NotBlank String deserializer,
		@NotBlank String stateDirectory, @Min(1) int replicas, @Min(0) int standbyReplicas, @NotBlank String instance,
		@NotNull Duration commitInterval, @NotNull Duration commitIntervalBehind, @NotNull Duration tickInterval,
		@NotBlank String homeKeySecret, @NotBlank String epoch, boolean shadow, @NotNull ZoneId zone,
		@NotNull LocalTime closing, @NotNull Duration redWithin, @Min(1) int amberWorkingDays,
		@Min(1) int greenWorkingDays, double sameAt, double reviewAt, double edgeAt, @Min(1000) int expectedMentions,
		@NotNull Duration stayHolds, @Min(2) int crowdedHome, @NotNull Set<String> urgentStatuses,
		@DefaultValue Map<String, String> thresholds) {

	/** The two topologies. */
	public enum Part {

		/** Agency topics in, the area log out. */
		INTAKE,

		/** The area log in, people, pictures and alerts out. */
		CORRELATION

	}

}
