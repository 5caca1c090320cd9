package org.mashhub.adapter.probation;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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

/** A sentenced person as probation or prison holds them. */
record Offender(
		@Schema(description = "Case reference number, for example X999001") @Pattern(regexp = "[A-Z][0-9]{6}",
				message = "is not a CRN | Send a capital letter and six digits.") @Nullable String crn,
		@Schema(description = "Prison number, for example A9999BC") @Pattern(regexp = "[A-Z][0-9]{4}[A-Z]{2}",
				message = "is not a NOMS number | Send a capital letter, four digits, two capital letters.") @Nullable String nomsNumber,
		@Schema(description = "Police National Computer id, for example 2012/1234567C") @PncId @Nullable String pncId,
		@Size(min = 1, max = 120) @Nullable String surname, @Size(min = 1, max = 120) @Nullable String forenames,
		@Size(max = 20) List<@NotNull @Valid Alias> aliases,
		@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
		@Nullable Sex sex,
		@Schema(description = "Where the person lives outside prison; with a planned release, where they will live, once approved") @Valid @Nullable PostalAddress address,
		@Phone @Nullable String phone,
		@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
		@Schema(description = "True when your system limits access to the record") @Nullable Boolean restrictedRecord) {

	Offender {
		aliases = Given.list(aliases);
	}

	/** The service's own number for the person. */
	@Nullable String number() {
		return (this.crn != null) ? this.crn : this.nomsNumber;
	}

	/**
	 * The contract lists no scheme for CRN and NOMS number: each is a local number, and
	 * their forms cannot be taken for each other.
	 */
	Mention mention() {
		Mention mention = Mention.of(PersonRole.OFFENDER)
			.named(NameUse.USUAL, this.forenames, this.surname)
			.born(this.dateOfBirth, null)
			.sex(this.sex)
			.identifier("PNC_ID", this.pncId, false)
			.identifier("LOCAL", this.crn, false)
			.identifier("LOCAL", this.nomsNumber, false)
			.livingAt(this.address)
			.phone(this.phone)
			.protection(this.addressProtected, this.restrictedRecord);
		this.aliases.forEach((alias) -> mention.named(NameUse.ALIAS, alias.forenames(), alias.surname()));
		return mention;
	}

	/** Another name of the person. */
	record Alias(@Size(min = 1, max = 120) @Nullable String surname,
			@Size(min = 1, max = 120) @Nullable String forenames) {

	}

}
