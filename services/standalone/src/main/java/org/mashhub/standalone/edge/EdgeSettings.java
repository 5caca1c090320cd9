package org.mashhub.standalone.edge;

import java.nio.file.Path;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what stands beside the adapters.
 *
 * @param mailbox where the embedded mail server delivers to
 * @param partitions partitions of the area log
 * @param areas areas that exist from the first start
 */
@Validated
@ConfigurationProperties("hub.edge")
record EdgeSettings(@NotNull Path mailbox, @DefaultValue("4") @Positive int partitions, List<@Valid Area> areas) {

	EdgeSettings {
		areas = (areas != null) ? List.copyOf(areas) : List.of();
	}

	/**
	 * An area that keeps the wall's clock.
	 *
	 * @param code its code
	 * @param name its name
	 * @param organisations codes of the organisations that publish into it
	 * @param localAuthorityCodes ONS codes
	 * @param postcodeDistricts outward postcodes
	 */
	record Area(@NotBlank String code, @NotBlank String name, List<String> organisations,
			List<String> localAuthorityCodes, List<String> postcodeDistricts) {

		Area {
			organisations = (organisations != null) ? List.copyOf(organisations) : List.of();
			localAuthorityCodes = (localAuthorityCodes != null) ? List.copyOf(localAuthorityCodes) : List.of();
			postcodeDistricts = (postcodeDistricts != null) ? List.copyOf(postcodeDistricts) : List.of();
		}

	}

}
