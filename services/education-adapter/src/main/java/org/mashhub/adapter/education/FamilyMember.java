package org.mashhub.adapter.education;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.ChildsCircle;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.NhsNumber;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/** Somebody around the child: a contact in the setting's records, or a stranger. */
record FamilyMember(
		@Schema(description = "The setting's own number for the person") @Size(min = 1, max = 60) @Nullable String id,
		@Schema(description = "How the person stands to the child; NOT_KNOWN for a stranger") @NotNull RelationToChild relationToChild,
		@Schema(description = "How far you stand behind that: CLAIMED when it is only what you were told; default RECORDED") @Nullable RelationshipStatus relationStatus,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Schema(description = "What the person is called, for example Daz") @Size(min = 1,
				max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex, @NhsNumber @Nullable String nhsNumber,
		@Schema(description = "True when the person lives at the child's home") @Nullable Boolean livesWithChild,
		@Schema(description = "Where the person lives, when it is elsewhere") @Valid @Nullable PostalAddress address,
		@Phone @Nullable String phone,
		@Schema(description = "Description of somebody whom nobody could name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) {

	/**
	 * Adds the person to the child's circle. Who is said to live with the child lives at
	 * the child's address, and as protected as the child.
	 */
	void joins(ChildsCircle circle, String field, @Nullable Child child) {
		boolean home = Given.is(this.livesWithChild);
		PersonRole role = (this.relationToChild.role() != PersonRole.VISITOR) ? this.relationToChild.role()
				: home ? PersonRole.HOUSEHOLD_MEMBER : PersonRole.ASSOCIATE;
		Child housemate = (home && this.address == null) ? child : null;
		Mention person = Mention.of(role)
			.named(NameUse.USUAL, this.forenames, this.surname)
			.called(NameUse.NICKNAME, this.knownAs)
			.born(this.dateOfBirth, this.estimatedAge)
			.sex(this.sex)
			.identifier("NHS_NUMBER", this.nhsNumber, false)
			.identifier("LOCAL", this.id, false)
			.livingAt((housemate != null) ? housemate.address() : this.address)
			.phone(this.phone)
			.unidentified(this.description)
			.protection(
					Given.is(this.addressProtected) || (housemate != null && Given.is(housemate.addressProtected())),
					this.restrictedRecord);
		circle.add(field, this.id, person,
				new ChildsCircle.Statement(this.relationToChild, this.relationStatus, null, null), home);
	}

}
