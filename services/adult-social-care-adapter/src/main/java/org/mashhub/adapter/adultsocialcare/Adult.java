package org.mashhub.adapter.adultsocialcare;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.NhsNumber;
import org.mashhub.adapter.kit.OdsCode;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/**
 * The adult whom a record is about: who needs support, or cares for somebody who does.
 */
record Adult(
		@Schema(description = "The authority's number for the person") @Size(min = 1, max = 60) @Nullable String id,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Schema(description = "What the person is called, for example Daz") @Size(min = 1,
				max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex, @NhsNumber @Nullable String nhsNumber,
		@Schema(description = "True when it was traced on the national register") @Nullable Boolean nhsNumberVerified,
		@Valid @Nullable PostalAddress address,
		@Schema(description = "ODS code of the practice") @OdsCode @Nullable String gpPractice,
		@Phone @Nullable String phone,
		@Schema(description = "Description of somebody whom nobody could name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Schema(description = "True when your system limits access to the record") @Nullable Boolean restrictedRecord) {

	Mention mention() {
		return Mention.of(PersonRole.SUBJECT)
			.named(NameUse.USUAL, this.forenames, this.surname)
			.called(NameUse.NICKNAME, this.knownAs)
			.born(this.dateOfBirth, this.estimatedAge)
			.sex(this.sex)
			.identifier("NHS_NUMBER", this.nhsNumber, Given.is(this.nhsNumberVerified))
			.identifier("LOCAL", this.id, false)
			.livingAt(this.address)
			.phone(this.phone)
			.gpPractice(this.gpPractice)
			.unidentified(this.description)
			.protection(this.addressProtected, this.restrictedRecord);
	}

}
