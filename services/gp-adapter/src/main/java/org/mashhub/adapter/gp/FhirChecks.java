package org.mashhub.adapter.gp;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.DateOfBirth;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NhsNumber;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.OdsCode;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Postcode;
import org.mashhub.adapter.kit.Uprn;

/**
 * Holds the values of one resource against what can be right where FHIR leaves them open,
 * and gathers what is wrong, so that its sender is told all of it at once.
 */
class FhirChecks {

	static final ZoneId UK = ZoneId.of("Europe/London");

	private final Validator validator;

	private final List<FieldProblem> problems = new ArrayList<>();

	FhirChecks(Validator validator) {
		this.validator = validator;
	}

	/** The value when it can be right; else null, and a problem is noted. */
	<T> @Nullable T checked(String kind, String field, @Nullable T value) {
		if (value == null) {
			return null;
		}
		for (ConstraintViolation<Values> violation : this.validator.validateValue(Values.class, kind, value)) {
			this.problems.add(FieldProblem.ofMessage(field, violation.getMessage()));
			return null;
		}
		return value;
	}

	/** A day that has been, empty when the value names none or a part of one. */
	Optional<LocalDate> day(String field, BaseDateTimeType value) {
		return named(value).map((day) -> checked("day", field, day));
	}

	/** A day that has been or is planned, empty when the value names none. */
	Optional<LocalDate> plannedDay(String field, BaseDateTimeType value) {
		return named(value).map((day) -> checked("plannedDay", field, day));
	}

	/** A time that has been, empty when there is none. */
	Optional<Instant> time(String field, BaseDateTimeType value) {
		return Optional.ofNullable(checked("time", field, timeOf(field, value))).map(OffsetDateTime::toInstant);
	}

	/** A time that has been or is planned, empty when there is none. */
	Optional<Instant> plannedTime(String field, BaseDateTimeType value) {
		return Optional.ofNullable(checked("plannedTime", field, timeOf(field, value))).map(OffsetDateTime::toInstant);
	}

	void note(String field, String problem, String remedy) {
		this.problems.add(new FieldProblem(field, problem, remedy));
	}

	/** Refuses the resource when anything was noted. */
	void refuseWhatWasNoted() {
		if (!this.problems.isEmpty()) {
			throw new NoticeRefusedException(this.problems);
		}
	}

	/** Refuses the resource at once, with all that was noted before. */
	NoticeRefusedException refusal(String field, String problem, String remedy) {
		note(field, problem, remedy);
		return new NoticeRefusedException(this.problems);
	}

	/** The day that a value names, whether or not it can be right. */
	static Optional<LocalDate> named(BaseDateTimeType value) {
		return (value.hasValue() && value.getPrecision().compareTo(TemporalPrecisionEnum.DAY) >= 0)
				? Optional.of(dayOf(value)) : Optional.empty();
	}

	private static boolean namesTime(BaseDateTimeType value) {
		return value.hasValue() && value.getPrecision().compareTo(TemporalPrecisionEnum.DAY) > 0;
	}

	private static LocalDate dayOf(BaseDateTimeType value) {
		return namesTime(value) ? LocalDate.ofInstant(value.getValue().toInstant(), UK)
				: LocalDate.of(value.getYear(), value.getMonth() + 1, value.getDay());
	}

	private @Nullable OffsetDateTime timeOf(String field, BaseDateTimeType value) {
		if (!namesTime(value)) {
			return null;
		}
		if (value.getTimeZone() == null) {
			note(field, "has no offset", "Send the time with its offset, for example 2026-01-31T14:05:00Z.");
			return null;
		}
		return value.getValue().toInstant().atOffset(ZoneOffset.UTC);
	}

	/** The constraints on what FHIR itself leaves open. */
	private record Values(@NhsNumber String nhsNumber, @OdsCode String odsCode, @Uprn String uprn,
			@Postcode String postcode, @DateOfBirth String dateOfBirth, @Phone String phone, @Email String email,
			@Pattern(regexp = "[A-Z][A-Z_]{2,59}",
					message = "is not a role | Send a code in capitals, for example GENERAL_PRACTITIONER.") String role,
			@PossibleDate LocalDate day, @PossibleDate(planned = true) LocalDate plannedDay,
			@PossibleDate OffsetDateTime time, @PossibleDate(planned = true) OffsetDateTime plannedTime,
			@Pattern(regexp = "[A-Za-z0-9.-]{1,64}",
					message = "is not an id | Send 1 to 64 letters, digits, hyphens and dots.") String id,
			@Pattern(regexp = "[1-9][0-9]{0,17}",
					message = "is not a whole number | Send a number that grows with each version of the resource.") String version,
			@Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ._/:-]{0,79}",
					message = "is not a system's name | Send letters, digits, space, dot, slash, colon, hyphen; at most 80.") String system) {

	}

}
