package org.mashhub.provisioning;

import java.util.List;

import jakarta.validation.constraints.NotBlank;

/**
 * An area that keeps the wall's clock.
 *
 * @param code its code
 * @param name its name
 * @param organisations codes of the organisations that publish into it
 * @param localAuthorityCodes ONS codes
 * @param postcodeDistricts outward postcodes
 */
public record Area(@NotBlank String code, @NotBlank String name, List<String> organisations,
		List<String> localAuthorityCodes, List<String> postcodeDistricts) {

	public Area {
		organisations = (organisations != null) ? List.copyOf(organisations) : List.of();
		localAuthorityCodes = (localAuthorityCodes != null) ? List.copyOf(localAuthorityCodes) : List.of();
		postcodeDistricts = (postcodeDistricts != null) ? List.copyOf(postcodeDistricts) : List.of();
	}

}
