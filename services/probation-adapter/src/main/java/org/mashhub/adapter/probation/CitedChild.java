package org.mashhub.adapter.probation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/** A child whom an assessment cites. */
record CitedChild(@Schema(
		description = "How the assessed person stands to the child, for example FATHER or PARENTS_PARTNER") @Nullable RelationToChild personIs,
		@Schema(description = "How far you stand behind that; default RECORDED") @Nullable RelationshipStatus relationStatus,
		@Schema(description = "Whether the two live together; leave out when not recorded") @Nullable Boolean livesWithPerson,
		@Size(min = 1, max = 120) @Nullable String surname, @Size(min = 1, max = 120) @Nullable String forenames,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(17) @Nullable Integer estimatedAge, @Nullable Sex sex, @Valid @Nullable PostalAddress address,
		@Schema(description = "Description of a child whose name is not known") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Schema(description = "True when your system limits access to the record") @Nullable Boolean restrictedRecord) {

	Mention mention() {
		return Mention.of(PersonRole.CHILD)
			.named(NameUse.USUAL, this.forenames, this.surname)
			.born(this.dateOfBirth, this.estimatedAge)
			.sex(this.sex)
			.livingAt(this.address)
			.unidentified(this.description)
			.protection(this.addressProtected, this.restrictedRecord);
	}

	/** What is stated of the person and the child; null when nothing is. */
	@Nullable RelationshipKind relation() {
		RelationshipKind living = Given.is(this.livesWithPerson) ? RelationshipKind.LIVES_WITH : null;
		return (this.personIs != null) ? this.personIs.kind().orElse(living) : living;
	}

}
