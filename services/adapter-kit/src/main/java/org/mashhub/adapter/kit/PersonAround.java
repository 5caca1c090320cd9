package org.mashhub.adapter.kit;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;

/** Somebody around a patient, as a notice has them: of the family, or who was there. */
public record PersonAround(
		@Schema(description = "Your own number for the person") @Size(min = 1, max = 60) @Nullable String id,
		@Schema(description = "How the person stands to the patient; default NOT_KNOWN") @Nullable RelationToPatient relationToPatient,
		@Schema(description = "How far you stand behind that: CLAIMED when it is only what you were told; default RECORDED") @Nullable RelationshipStatus relationStatus,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Schema(description = "What the person was called, for example Daz") @Size(min = 1,
				max = 120) @Nullable String knownAs,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex, @NhsNumber @Nullable String nhsNumber,
		@Nullable Boolean nhsNumberVerified,
		@Schema(description = "True when the person lives at the patient's home") @Nullable Boolean livesWithPatient,
		@Schema(description = "Where the person lives, when it is elsewhere") @Valid @Nullable PostalAddress address,
		@Phone @Nullable String phone,
		@Schema(description = "Description of somebody whom nobody could name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) {

	/**
	 * How the person stands to the patient.
	 * @return not known where it was not sent
	 */
	public RelationToPatient relation() {
		return (this.relationToPatient != null) ? this.relationToPatient : RelationToPatient.NOT_KNOWN;
	}

	/**
	 * The person as the event carries them. Who is said to live with the patient lives at
	 * the patient's address, and as protected as the patient.
	 * @param patient the patient; null when the record leaves them out
	 * @param stranger what somebody is who neither lives there nor is of the family
	 * @return the mention
	 */
	Mention mention(PatientsCircle.@Nullable Subject patient, PersonRole stranger) {
		boolean with = Given.is(this.livesWithPatient);
		PatientsCircle.Subject home = (with && this.address == null) ? patient : null;
		return Mention.of(relation().role(with, stranger))
			.named(NameUse.USUAL, this.forenames, this.surname)
			.called(NameUse.NICKNAME, this.knownAs)
			.born(this.dateOfBirth, this.estimatedAge)
			.sex(this.sex)
			.identifier("NHS_NUMBER", this.nhsNumber, Given.is(this.nhsNumberVerified))
			.identifier("LOCAL", this.id, false)
			.livingAt((home != null) ? home.address() : this.address)
			.phone(this.phone)
			.unidentified(this.description)
			.protection(Given.is(this.addressProtected) || (home != null && Given.is(home.addressProtected())),
					this.restrictedRecord);
	}

}
