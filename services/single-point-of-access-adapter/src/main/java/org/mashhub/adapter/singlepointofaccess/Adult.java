package org.mashhub.adapter.singlepointofaccess;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/** Somebody around a child whom a caller speaks of; never the caller. */
record Adult(@Schema(description = "Your own number for the person") @Size(min = 1, max = 60) @Nullable String id,
		@Schema(description = "How the caller says that the person stands to the children") @NotNull RelationToChild relationToChildren,
		@Schema(description = "True when the caller says that the person lives with them") @Nullable Boolean livesWithChildren,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Size(min = 1, max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex, @Valid @Nullable PostalAddress address,
		@Phone @Nullable String phone,
		@Schema(description = "Description of somebody whom the caller could not name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) {

	Mention mention() {
		return Mention.of(role())
			.named(NameUse.USUAL, this.forenames, this.surname)
			.called(NameUse.NICKNAME, this.knownAs)
			.born(this.dateOfBirth, this.estimatedAge)
			.sex(this.sex)
			.identifier("LOCAL", this.id, false)
			.livingAt(this.address)
			.phone(this.phone)
			.unidentified(this.description)
			.protection(this.addressProtected, this.restrictedRecord);
	}

	private PersonRole role() {
		PersonRole role = this.relationToChildren.role();
		if (role != PersonRole.VISITOR) {
			return role;
		}
		return Given.is(this.livesWithChildren) ? PersonRole.HOUSEHOLD_MEMBER : PersonRole.ASSOCIATE;
	}

}
