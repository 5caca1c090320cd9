package org.mashhub.standalone.edge;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;

import org.mashhub.provisioning.Area;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what stands beside the adapters.
 *
 * @param partitions partitions of the area log
 * @param areas areas that exist from the first start
 */
@Validated
@ConfigurationProperties("hub.edge")
record EdgeSettings(@DefaultValue("4") @Positive int partitions, List<@Valid Area> areas) {

	EdgeSettings {
		areas = (areas != null) ? List.copyOf(areas) : List.of();
	}

}
