package org.mashhub.provisioning;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is to be provisioned.
 *
 * @param steps which of the steps to do
 * @param bootstrapServers the broker
 * @param registry address of the schema registry's API
 * @param clientProperties further settings of Kafka clients and serdes
 * @param agencyPartitions partitions of each agency's topic
 * @param partitions partitions of the hub's own topics; fixed for ever at the first run
 * @param replicas copies of each partition
 * @param minInSyncReplicas copies that must have a record before it is acknowledged
 * @param passwords file with every principal's password, one line a principal
 * @param patience how long broker and registry may be away
 * @param areas areas that must exist
 */
@Validated
@ConfigurationProperties("hub.provisioning")
record ProvisioningSettings(@NotEmpty Set<Step> steps, @NotBlank String bootstrapServers, @NotBlank String registry,
		Map<String, String> clientProperties, @Positive int agencyPartitions, @Positive int partitions,
		@Positive short replicas, @Positive int minInSyncReplicas, @NotNull Path passwords, @NotNull Duration patience,
		@DefaultValue List<@Valid Area> areas) {

	ProvisioningSettings {
		if (minInSyncReplicas > replicas) {
			throw new IllegalArgumentException(
					"hub.provisioning.min-in-sync-replicas is above replicas: nothing could ever be written");
		}
		clientProperties = (clientProperties != null) ? Map.copyOf(clientProperties) : Map.of();
		areas = (areas != null) ? List.copyOf(areas) : List.of();
	}

	/** How clients of broker and registry connect. */
	Map<String, Object> connection() {
		Map<String, Object> connection = new HashMap<>(this.clientProperties);
		connection.put("bootstrap.servers", this.bootstrapServers);
		connection.put("schema.registry.url", this.registry);
		return connection;
	}

	/** What can be provisioned, in this order. */
	enum Step {

		/** Every topic, with what is kept of it. */
		TOPICS,

		/** Every service's principal, its password and what it may do. */
		PRINCIPALS,

		/** Every contract, at the registry. */
		CONTRACTS,

		/** The configured areas. */
		AREAS

	}

}
