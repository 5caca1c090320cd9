package org.mashhub.adapter.socialcare;

import java.time.LocalDate;

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
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/** Somebody around the child whom a case is about. */
record FamilyMember(
		@Schema(description = "The authority's number for the person") @Size(min = 1, max = 60) @Nullable String id,
		@Schema(description = "How the person stands to the child") @NotNull RelationToChild relationToChild,
		@Schema(description = "How far you stand behind that; default RECORDED") @Nullable RelationshipStatus relationStatus,
		@PossibleDate @Nullable LocalDate relationStartedOn, @PossibleDate @Nullable LocalDate relationEndedOn,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Size(min = 1, max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex, @NhsNumber @Nullable String nhsNumber,
		@Nullable Boolean nhsNumberVerified,
		@Schema(description = "True when the person lives at the child's home") @Nullable Boolean livesWithChild,
		@Schema(description = "Where the person lives, when it is elsewhere") @Valid @Nullable PostalAddress address,
		@Phone @Nullable String phone,
		@Schema(description = "Description of somebody whom nobody could name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) {

	/** What the person is in the event, where only an outsider's role depends on it. */
	PersonRole role(PersonRole outsider) {
		PersonRole role = this.relationToChild.role();
		return (role != PersonRole.VISITOR) ? role
				: Given.is(this.livesWithChild) ? PersonRole.HOUSEHOLD_MEMBER : outsider;
	}

	/**
	 * The person as the event carries them. Who is said to live with the child lives at
	 * the child's address, and as protected as the child.
	 */
	Mention mention(PersonRole role, @Nullable Child child) {
		Child housemate = (Given.is(this.livesWithChild) && this.address == null) ? child : null;
		return Mention.of(role)
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

	ChildsCircle.Statement statement() {
		return new ChildsCircle.Statement(this.relationToChild, this.relationStatus, this.relationStartedOn,
				this.relationEndedOn);
	}

}
