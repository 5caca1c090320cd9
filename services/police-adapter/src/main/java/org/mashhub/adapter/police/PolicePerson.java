package org.mashhub.adapter.police;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PncId;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/** A nominal as a force holds it. */
record PolicePerson(
		@Schema(description = "The force's own number for the person") @Size(min = 1,
				max = 60) @Nullable String nominal,
		@Schema(description = "What the person was in the event; in custody by default what the status says") @Nullable Role role,
		@Size(min = 1, max = 120) @Nullable String surname, @Size(min = 1, max = 120) @Nullable String forenames,
		@Size(max = 20) List<@NotNull @Valid Alias> aliases, @Size(min = 1, max = 120) @Nullable String nickname,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Min(0) @Max(120) @Nullable Integer estimatedAge, @Nullable Sex sex,
		@Schema(description = "Police National Computer id, for example 2012/1234567C") @PncId @Nullable String pncId,
		@Valid @Nullable PostalAddress address, @Phone @Nullable String phone,
		@Schema(description = "Description of somebody whom nobody could name") @Size(min = 1,
				max = 500) @Nullable String description,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Nullable Boolean restrictedRecord) {

	PolicePerson {
		aliases = Given.list(aliases);
	}

	Mention mention(Role byDefault) {
		Mention mention = Mention.of(((this.role != null) ? this.role : byDefault).common())
			.named(NameUse.USUAL, this.forenames, this.surname)
			.called(NameUse.NICKNAME, this.nickname)
			.born(this.dateOfBirth, this.estimatedAge)
			.sex(this.sex)
			.identifier("PNC_ID", this.pncId, false)
			.identifier("LOCAL", this.nominal, false)
			.livingAt(this.address)
			.phone(this.phone)
			.unidentified(this.description)
			.protection(this.addressProtected, this.restrictedRecord);
		this.aliases.forEach((alias) -> mention.named(NameUse.ALIAS, alias.forenames(), alias.surname()));
		return mention;
	}

	/** Another name of the person. */
	record Alias(@Size(min = 1, max = 120) @Nullable String surname,
			@Size(min = 1, max = 120) @Nullable String forenames) {

	}

	/** What a person was in an event, in the words of the POLE standards. */
	enum Role {

		SUSPECT, OFFENDER, VICTIM, WITNESS, REPORTER, SUBJECT, ASSOCIATE, CHILD, OCCUPANT, OTHER;

		PersonRole common() {
			return PersonRole.valueOf(name());
		}

	}

}
