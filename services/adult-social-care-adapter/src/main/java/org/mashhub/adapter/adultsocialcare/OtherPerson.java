package org.mashhub.adapter.adultsocialcare;

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
import org.mashhub.adapter.kit.NhsNumber;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/** Somebody around the adult, the children of the home above all. */
record OtherPerson(
		@Schema(description = "The authority's number for the person") @Size(min = 1, max = 60) @Nullable String id,
		@Schema(description = "How the person stands to the adult; CHILD, GRANDCHILD and OTHER_CHILD are under 18") @NotNull RelationToAdult relationToAdult,
		@Schema(description = "How far you stand behind that: CLAIMED when it is only what you were told; default RECORDED") @Nullable RelationshipStatus relationStatus,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Schema(description = "What the person is called, for example Daz") @Size(min = 1,
				max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex, @NhsNumber @Nullable String nhsNumber,
		@Schema(description = "True when it was traced on the national register") @Nullable Boolean nhsNumberVerified,
		@Schema(description = "True when the person lives at the adult's home") @Nullable Boolean livesWithAdult,
		@Schema(description = "Where the person lives, when it is elsewhere") @Valid @Nullable PostalAddress address,
		@Phone @Nullable String phone,
		@Schema(description = "Description of somebody whom nobody could name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Schema(description = "True when your system limits access to the record") @Nullable Boolean restrictedRecord) {

	/**
	 * The person as the event carries them. Who is said to live with the adult lives at
	 * the adult's address, and as protected as the adult.
	 */
	Mention mention(@Nullable Adult adult) {
		boolean with = Given.is(this.livesWithAdult);
		Adult housemate = (with && this.address == null) ? adult : null;
		return Mention.of(this.relationToAdult.role(with))
			.named(NameUse.USUAL, this.forenames, this.surname)
			.called(NameUse.NICKNAME, this.knownAs)
			.born(this.dateOfBirth, this.estimatedAge)
			.sex(this.sex)
			.identifier("NHS_NUMBER", this.nhsNumber, Given.is(this.nhsNumberVerified))
			.identifier("LOCAL", this.id, false)
			.livingAt((housemate != null) ? housemate.address() : this.address)
			.phone(this.phone)
			.unidentified(this.description)
			.protection(
					Given.is(this.addressProtected) || (housemate != null && Given.is(housemate.addressProtected())),
					this.restrictedRecord);
	}

}
