package org.mashhub.adapter.hospital;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** A patient as the hospital's index holds them. */
record Patient(
		@Schema(description = "The hospital's number for the patient") @Size(min = 1, max = 60) @Nullable String id,
		@NhsNumber @Nullable String nhsNumber,
		@Schema(description = "True when the number was traced: NHS number status 01") @Nullable Boolean nhsNumberVerified,
		@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
		@Schema(description = "Maiden, former and other names") @Size(
				max = 20) List<@NotNull @Valid OtherName> otherNames,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Nullable Sex sex, @Valid @Nullable PostalAddress address, @Phone @Nullable String phone,
		@Schema(description = "ODS code of the practice") @OdsCode @Nullable String gpPractice,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) implements PatientsCircle.Subject {

	Patient {
		otherNames = Given.list(otherNames);
	}

	/** Whether it says anything that tells this patient from others. */
	boolean saysWho() {
		return this.id != null || this.nhsNumber != null || this.surname != null || this.forenames != null;
	}

	/** The same patient, born on a day. */
	Patient bornOn(LocalDate day) {
		return new Patient(this.id, this.nhsNumber, this.nhsNumberVerified, this.forenames, this.surname,
				this.otherNames, day.toString(), this.sex, this.address, this.phone, this.gpPractice,
				this.addressProtected, this.restrictedRecord);
	}

	@Override
	public Mention mention(PersonRole role) {
		Mention mention = Mention.of(role)
			.named(NameUse.USUAL, this.forenames, this.surname)
			.born(this.dateOfBirth, null)
			.sex(this.sex)
			.identifier("NHS_NUMBER", this.nhsNumber, Given.is(this.nhsNumberVerified))
			.identifier("LOCAL", this.id, false)
			.livingAt(this.address)
			.phone(this.phone)
			.gpPractice(this.gpPractice)
			.protection(this.addressProtected, this.restrictedRecord);
		this.otherNames.forEach((name) -> mention.named(name.use(), name.forenames(), name.surname()));
		return mention;
	}

	/** Another name of the patient. */
	record OtherName(@NotNull NameUse use, @Size(min = 1, max = 120) @Nullable String forenames,
			@Size(min = 1, max = 120) @Nullable String surname) {

	}

}
