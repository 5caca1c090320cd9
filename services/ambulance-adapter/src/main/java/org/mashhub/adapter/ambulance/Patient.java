package org.mashhub.adapter.ambulance;

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
import org.mashhub.adapter.kit.PatientsCircle;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/** A patient, or somebody who has died, as the crew records them. */
record Patient(
		@Schema(description = "The service's own number for the patient") @Size(min = 1, max = 60) @Nullable String id,
		@NhsNumber @Nullable String nhsNumber,
		@Schema(description = "True when the number was traced: NHS number status 01") @Nullable Boolean nhsNumberVerified,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Size(min = 1, max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex, @Valid @Nullable PostalAddress address,
		@Phone @Nullable String phone,
		@Schema(description = "ODS code of the practice") @OdsCode @Nullable String gpPractice,
		@Schema(description = "Description of somebody whom nobody could name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) implements PatientsCircle.Subject {

	@Override
	public Mention mention(PersonRole role) {
		return Mention.of(role)
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
