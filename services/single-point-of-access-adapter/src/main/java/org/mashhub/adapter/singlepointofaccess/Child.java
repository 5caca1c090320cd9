package org.mashhub.adapter.singlepointofaccess;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/** A child whom a caller speaks of. */
record Child(@Schema(description = "Your own number for the child") @Size(min = 1, max = 60) @Nullable String id,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Size(min = 1, max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(25) @Nullable Integer estimatedAge, @Nullable Sex sex, @Valid @Nullable PostalAddress address,
		@Schema(description = "Description of a child whom the caller could not name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) {

	Mention mention() {
		return Mention.of(PersonRole.CHILD)
			.named(NameUse.USUAL, this.forenames, this.surname)
			.called(NameUse.NICKNAME, this.knownAs)
			.born(this.dateOfBirth, this.estimatedAge)
			.sex(this.sex)
			.identifier("LOCAL", this.id, false)
			.livingAt(this.address)
			.unidentified(this.description)
			.protection(this.addressProtected, this.restrictedRecord);
	}

}
