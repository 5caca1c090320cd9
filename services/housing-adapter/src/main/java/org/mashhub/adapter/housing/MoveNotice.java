package org.mashhub.adapter.housing;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.housing.v1.MoveInitiator;

/** A move as a landlord sends it. */
record MoveNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The new tenancy") @Valid @Nullable Tenancy tenancy,
		@Schema(description = "Everybody who moved; only a withdrawn record may leave it out") @Size(
				max = 30) List<@NotNull @Valid HouseholdMember> household,
		@Schema(description = "Home left; leave out when it was not yours") @Valid @Nullable PostalAddress from,
		@Schema(description = "Home moved to; leave out when not known") @Valid @Nullable PostalAddress to,
		@Schema(description = "Day of the move") @NotNull @PossibleDate LocalDate movedOn,
		@Schema(description = "Who wanted the move; default UNKNOWN") @Nullable MoveInitiator initiatedBy) {

	MoveNotice {
		household = Given.list(household);
	}

	/** The tenancy that the move begins. */
	record Tenancy(@Size(min = 1, max = 60) @Nullable String reference) {

	}

	/** Somebody in the household. */
	record HouseholdMember(
			@Schema(description = "Your own number for the person") @Size(min = 1,
					max = 60) @Nullable String personReference,
			@NotNull Role role,
			@Schema(description = "How the person stands to the first tenant") @Nullable RelationToTenant relationToTenant,
			@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
			@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
			@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex, @Phone @Nullable String phone,
			@Email @Size(max = 200) @Nullable String email,
			@Schema(description = "Description of somebody whom nobody could name") @Size(min = 1,
					max = 500) @Nullable String description,
			@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
			@Nullable Boolean restrictedRecord) {

		Mention mention(@Nullable PostalAddress home) {
			return Mention.of(this.role.common())
				.named(NameUse.USUAL, this.forenames, this.surname)
				.born(this.dateOfBirth, this.estimatedAge)
				.sex(this.sex)
				.identifier("TENANCY_PERSON", this.personReference, false)
				.livingAt(home)
				.phone(this.phone)
				.email(this.email)
				.unidentified(this.description)
				.protection(this.addressProtected, this.restrictedRecord);
		}

	}

	/** What a person is in the household. */
	enum Role {

		TENANT, JOINT_TENANT, CHILD, HOUSEHOLD_MEMBER, LODGER;

		PersonRole common() {
			return switch (this) {
				case TENANT, JOINT_TENANT -> PersonRole.TENANT;
				case CHILD -> PersonRole.CHILD;
				case HOUSEHOLD_MEMBER -> PersonRole.HOUSEHOLD_MEMBER;
				case LODGER -> PersonRole.OCCUPANT;
			};
		}

	}

	/** How a person stands to the first tenant. */
	enum RelationToTenant {

		PARTNER, CHILD, PARENT, SIBLING, GRANDCHILD, LODGER, OTHER

	}

}
