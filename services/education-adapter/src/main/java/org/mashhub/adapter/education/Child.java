package org.mashhub.adapter.education;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.Upn;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.NhsNumber;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/** The child who goes to the nursery or school. */
record Child(
		@Schema(description = "The setting's own number for the child") @Size(min = 1, max = 60) @Nullable String id,
		@Schema(description = "Unique pupil number, permanent or temporary") @Upn @Nullable String upn,
		@NhsNumber @Nullable String nhsNumber,
		@Schema(description = "Legal forenames") @Size(min = 1, max = 120) @Nullable String forenames,
		@Schema(description = "Legal surname") @Size(min = 1, max = 120) @Nullable String surname,
		@Schema(description = "Preferred or chosen name") @Size(min = 1, max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Nullable Sex sex, @Valid @Nullable PostalAddress address,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) {

	Mention mention() {
		return Mention.of(PersonRole.CHILD)
			.named(NameUse.USUAL, this.forenames, this.surname)
			.called(NameUse.NICKNAME, this.knownAs)
			.born(this.dateOfBirth, null)
			.sex(this.sex)
			.upn(this.upn)
			.identifier("NHS_NUMBER", this.nhsNumber, false)
			.identifier("LOCAL", this.id, false)
			.livingAt(this.address)
			.protection(this.addressProtected, this.restrictedRecord);
	}

}
