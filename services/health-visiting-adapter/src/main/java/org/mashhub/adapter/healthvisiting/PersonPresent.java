package org.mashhub.adapter.healthvisiting;

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
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/** Somebody whom the practitioner met, or was told of. */
record PersonPresent(
		@Schema(description = "The service's own number for the person") @Size(min = 1, max = 60) @Nullable String id,
		@Schema(description = "How the person stands to the child; default NOT_KNOWN") @Nullable RelationToChild relationToChild,
		@Schema(description = "How far you stand behind that: CLAIMED when it is only what you were told; default RECORDED") @Nullable RelationshipStatus relationStatus,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Schema(description = "What the person was called, for example Daz") @Size(min = 1,
				max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex, @NhsNumber @Nullable String nhsNumber,
		@Nullable Boolean nhsNumberVerified,
		@Schema(description = "True when the person lives at the child's home") @Nullable Boolean livesHere,
		@Schema(description = "Where the person lives, when it is elsewhere") @Valid @Nullable PostalAddress address,
		@Phone @Nullable String phone, @OdsCode @Nullable String gpPractice,
		@Schema(description = "Description of somebody whom nobody could name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Nullable Boolean addressProtected, @Nullable Boolean restrictedRecord) {

	RelationToChild relation() {
		return (this.relationToChild != null) ? this.relationToChild : RelationToChild.NOT_KNOWN;
	}

	/**
	 * The person as the event carries them. Who is said to live with the child lives at
	 * the child's address, and as protected as the child.
	 */
	Mention mention(RelationToChild relation, PersonRole outsider, @Nullable Child child) {
		boolean here = Given.is(this.livesHere);
		PersonRole role = (relation.role() != PersonRole.VISITOR) ? relation.role()
				: here ? PersonRole.HOUSEHOLD_MEMBER : outsider;
		Child housemate = (here && this.address == null) ? child : null;
		return Mention.of(role)
			.named(NameUse.USUAL, this.forenames, this.surname)
			.called(NameUse.NICKNAME, this.knownAs)
			.born(this.dateOfBirth, this.estimatedAge)
			.sex(this.sex)
			.identifier("NHS_NUMBER", this.nhsNumber, Given.is(this.nhsNumberVerified))
			.identifier("LOCAL", this.id, false)
			.livingAt((housemate != null) ? housemate.address() : this.address)
			.phone(this.phone)
			.gpPractice(this.gpPractice)
			.unidentified(this.description)
			.protection(
					Given.is(this.addressProtected) || (housemate != null && Given.is(housemate.addressProtected())),
					this.restrictedRecord);
	}

}
