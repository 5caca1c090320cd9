package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.housing.Household;
import org.mashhub.adapter.housing.HouseholdMember;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.messaging.NameUuid;

/** A tenancy as a row, or several, of a landlord's table. */
record SnapshotTenancy(@Schema(description = "Your reference of the tenancy") @NotNull @Valid Reference record,
		@Schema(description = "The home") @NotNull @Valid PostalAddress address,
		@NotNull @PossibleDate(planned = true) LocalDate startedOn,
		@Schema(description = "Last day; leave out while it lasts") @PossibleDate(
				planned = true) @Nullable LocalDate endedOn,
		@Schema(description = "Everybody in the household") @NotEmpty @Size(
				max = 30) List<@NotNull @Valid HouseholdMember> members) {

	SnapshotTenancy {
		members = Given.list(members);
	}

	/**
	 * The tenancy as it stands on a day.
	 * @param day the day
	 * @return the tenancy; a last day that lies ahead has not ended it
	 * @throws NoticeRefusedException when it cannot be right
	 */
	Tenancy on(LocalDate day) {
		List<FieldProblem> problems = new ArrayList<>();
		if (this.address.lines().isEmpty() && this.address.uprn() == null) {
			problems.add(new FieldProblem("address", "names no home", "Send its UPRN or its lines."));
		}
		if (this.endedOn != null && this.endedOn.isBefore(this.startedOn)) {
			problems.add(new FieldProblem("endedOn", "lies before startedOn", "Exchange the two dates."));
		}
		if (!problems.isEmpty()) {
			throw new NoticeRefusedException(problems);
		}
		Map<HouseholdMember, String> known = new HashMap<>();
		People people = Household.of("members", this.members.stream().distinct().toList(), this.address,
				(member) -> known.computeIfAbsent(member, this::reference));
		return new Tenancy(this.record.id().strip(), this.address.toEvent(), this.startedOn,
				(this.endedOn != null && !this.endedOn.isAfter(day)) ? this.endedOn : null, people.mentions(),
				people.relationships());
	}

	/**
	 * What somebody is known by: the landlord's number, else name and date of birth; who
	 * has neither is nobody's namesake outside this tenancy.
	 */
	private String reference(HouseholdMember member) {
		if (member.personReference() != null && !member.personReference().isBlank()) {
			return member.personReference().strip();
		}
		String born = (member.dateOfBirth() != null) ? member.dateOfBirth() : "";
		boolean unmistakable = born.length() == "YYYY-MM-DD".length() && member.forenames() != null
				&& member.surname() != null;
		return NameUuid
			.of("tenancy-person", folded(member.forenames()), folded(member.surname()), born,
					unmistakable ? "" : this.record.id().strip(),
					(member.description() != null) ? member.description() : "")
			.toString();
	}

	private static String folded(@Nullable String name) {
		return (name != null) ? name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT) : "";
	}

	/**
	 * Names the tenancy.
	 *
	 * @param id its reference
	 */
	record Reference(@NotBlank @Size(max = 60) String id) {

	}

}
