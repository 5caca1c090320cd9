package org.mashhub.adapter.gp;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.NhsNumber;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.gp.v1.InformationAnswer;

/** A practice's answer to a request for information, as it keeps it. */
record InformationAnswerNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Number of the request, as it stands on the request") @NotBlank @Size(min = 1,
				max = 120) String requestId,
		@NotNull Answer answer,
		@Schema(description = "Why it was refused, as a code; with REFUSED only") @Pattern(regexp = "[A-Z][A-Z_]{2,59}",
				message = "is not a code | Send capitals such as NO_LAWFUL_BASIS or MORE_DETRIMENTAL_TO_THE_CHILD.") @Nullable String refusalReason,
		@Schema(description = "Day of the answer") @NotNull @PossibleDate LocalDate answeredOn,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary,
		@Schema(description = "Who was asked about; only a withdrawn record may leave it out") @Size(
				max = 30) List<@NotNull @Valid Subject> people) {

	InformationAnswerNotice {
		people = Given.list(people);
	}

	/** How a request was answered. */
	enum Answer {

		ANSWERED(InformationAnswer.ANSWERED), NOTHING_HELD(InformationAnswer.NOTHING_HELD),
		REFUSED(InformationAnswer.REFUSED);

		private final InformationAnswer told;

		Answer(InformationAnswer told) {
			this.told = told;
		}

		InformationAnswer told() {
			return this.told;
		}

	}

	/**
	 * Somebody whom the request asks about, by the request's words where nothing is held.
	 */
	record Subject(
			@Schema(description = "The practice's number for the patient") @Size(min = 1, max = 60) @Nullable String id,
			@Schema(description = "True for a child, false for an adult around a child") @NotNull Boolean child,
			@NhsNumber @Nullable String nhsNumber,
			@Schema(description = "True when it was traced on the Personal Demographics Service") @Nullable Boolean nhsNumberVerified,
			@Size(min = 1, max = 120) @Nullable String forenames, @Size(min = 1, max = 120) @Nullable String surname,
			@Schema(description = "YYYY-MM-DD, or YYYY-MM or YYYY when only a part is known") @DateOfBirth @Nullable String dateOfBirth,
			@Nullable Sex sex, @Valid @Nullable PostalAddress address,
			@Schema(description = "True when the address may never be shown or sent") @Nullable Boolean addressProtected,
			@Nullable Boolean restrictedRecord) {

		Mention mention() {
			return Mention.of(Given.is(this.child) ? PersonRole.CHILD : PersonRole.SUBJECT)
				.named(NameUse.USUAL, this.forenames, this.surname)
				.born(this.dateOfBirth, null)
				.sex(this.sex)
				.identifier("NHS_NUMBER", this.nhsNumber, Given.is(this.nhsNumberVerified))
				.identifier("LOCAL", this.id, false)
				.livingAt(this.address)
				.protection(this.addressProtected, this.restrictedRecord);
		}

	}

}
