package org.mashhub.adapter.housing;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/**
 * Somebody in a household, as a landlord holds them.
 *
 * @param personReference the landlord's own number for the person
 * @param role what the person is in the household
 * @param relationToTenant how the person stands to the first tenant
 * @param forenames given names
 * @param surname family name
 * @param dateOfBirth as much of it as is known
 * @param estimatedAge age that somebody estimated
 * @param sex sex as recorded
 * @param phone phone
 * @param email email address
 * @param description description of somebody whom nobody could name
 * @param addressProtected whether the address may never be shown
 * @param restrictedRecord whether the landlord restricts the record
 */
public record HouseholdMember(
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

	/** What a person is in the household. */
	public enum Role {

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
	public enum RelationToTenant {

		PARTNER, CHILD, PARENT, SIBLING, GRANDCHILD, LODGER, OTHER

	}

}
