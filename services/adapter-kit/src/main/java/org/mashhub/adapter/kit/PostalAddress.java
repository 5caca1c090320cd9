package org.mashhub.adapter.kit;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.Address;

/**
 * An address in a notice, as the agency holds it.
 *
 * @param lines flat, house and street, locality, town: without the postcode
 * @param postcode UK postcode
 * @param uprn Unique Property Reference Number
 * @param localAuthorityCode ONS code of the local authority
 */
public record PostalAddress(
		@Schema(description = "Flat, house and street, locality, town: without the postcode") @Size(
				max = 7) List<@NotBlank @Size(max = 120) String> lines,
		@Schema(description = "UK postcode") @Postcode @Nullable String postcode,
		@Schema(description = "Unique Property Reference Number, up to 12 digits, as text") @Uprn @Nullable String uprn,
		@Schema(description = "ONS code of the local authority, for example E08000027") @Pattern(
				regexp = "[EWSN][0-9]{8}",
				message = "is not an ONS code | Send a letter and eight digits, or leave the field out.") @Nullable String localAuthorityCode) {

	public PostalAddress {
		lines = Given.list(lines);
	}

	/**
	 * The address as events carry it.
	 * @return the same values, as recorded
	 */
	public Address toEvent() {
		return Address.newBuilder()
			.setLines(this.lines)
			.setPostcode(this.postcode)
			.setUprn(this.uprn)
			.setLocalAuthorityCode(this.localAuthorityCode)
			.build();
	}

	/**
	 * The address as events carry it, where there is one.
	 * @param address an address; null when the notice has none
	 * @return the same values; null when there is none
	 */
	public static @Nullable Address ofNullable(@Nullable PostalAddress address) {
		return (address != null) ? address.toEvent() : null;
	}

}
