package org.mashhub.adapter.earlyhelp;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.NhsNumber;
import org.mashhub.adapter.kit.OdsCode;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Upn;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/** The child whom early help works with. */
record Child(
		@Schema(description = "The service's own number for the child") @Size(min = 1, max = 60) @Nullable String id,
		@Schema(description = "The authority's number for the child, where both systems share it") @Pattern(
				regexp = "[A-Za-z0-9]{1,20}",
				message = "is not a child id | Send up to 20 letters and digits.") @Nullable String laChildId,
		@Schema(description = "Unique pupil number, permanent or temporary") @Upn @Nullable String upn,
		@NhsNumber @Nullable String nhsNumber,
		@Schema(description = "True when it was traced on the national register") @Nullable Boolean nhsNumberVerified,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Nullable Sex sex, @Valid @Nullable PostalAddress address,
		@Schema(description = "ODS code of the practice") @OdsCode @Nullable String gpPractice,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) {

	Mention mention() {
		return Mention.of(PersonRole.CHILD)
			.named(NameUse.USUAL, this.forenames, this.surname)
			.born(this.dateOfBirth, null)
			.sex(this.sex)
			.identifier("NHS_NUMBER", this.nhsNumber, Given.is(this.nhsNumberVerified))
			.identifier("LA_CHILD_ID", this.laChildId, false)
			.upn(this.upn)
			.identifier("LOCAL", this.id, false)
			.livingAt(this.address)
			.gpPractice(this.gpPractice)
			.protection(this.addressProtected, this.restrictedRecord);
	}

}
