package org.mashhub.adapter.hospital;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Mention;
import org.mashhub.adapter.kit.PatientsCircle;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.DetailsChange;
import org.mashhub.event.common.v1.PersonRole;

/** A patient as the hospital's index holds them now, and numbers that it gave up. */
record PatientDetailsNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The patient with the numbers that count now; only a withdrawn record may leave them out") @Valid @Nullable Patient patient,
		@Schema(description = "Family and household, as far as recorded") @Size(
				max = 30) List<@NotNull @Valid PersonAround> family,
		@Schema(description = "Numbers that the patient had before: of a record merged into this one, or replaced") @Size(
				max = 20) List<@NotNull @Valid PriorNumbers> prior,
		@Schema(description = "Day of the change, when known") @PossibleDate @Nullable LocalDate effectiveOn)
		implements
			PatientNotice {

	PatientDetailsNotice {
		family = Given.list(family);
		prior = Given.list(prior);
	}

	DetailsChange change() {
		if (this.prior.stream().anyMatch((numbers) -> numbers.id() != null)) {
			return DetailsChange.MERGED;
		}
		return this.prior.isEmpty() ? DetailsChange.UPDATED : DetailsChange.NUMBER_CHANGED;
	}

	PatientsCircle.@Nullable Subject subject() {
		return (this.patient != null) ? new WithPriorNumbers(this.patient, this.prior) : null;
	}

	/**
	 * The patient with all numbers: those that count now come first.
	 *
	 * @param patient the patient
	 * @param prior the other numbers
	 */
	private record WithPriorNumbers(Patient patient, List<PriorNumbers> prior) implements PatientsCircle.Subject {

		@Override
		public Mention mention(PersonRole role) {
			Mention mention = this.patient.mention(role);
			this.prior.forEach((numbers) -> mention.identifier("NHS_NUMBER", numbers.nhsNumber(), false)
				.identifier("LOCAL", numbers.id(), false));
			return mention;
		}

		@Override
		public @Nullable PostalAddress address() {
			return this.patient.address();
		}

		@Override
		public @Nullable Boolean addressProtected() {
			return this.patient.addressProtected();
		}

	}

}
