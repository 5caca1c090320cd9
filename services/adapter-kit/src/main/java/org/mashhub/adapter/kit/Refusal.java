package org.mashhub.adapter.kit;

import java.util.List;

import org.springframework.http.HttpStatus;

/**
 * Why a record is not taken, and what its sender can do; holds nothing of the record but
 * names of fields.
 *
 * @param status what HTTP calls it
 * @param reason code of the reason, for metrics and problem types
 * @param title the reason in a sentence
 * @param remedy what the sender can do about the whole
 * @param errors what is wrong field by field; may be empty
 */
record Refusal(HttpStatus status, String reason, String title, String remedy, List<FieldProblem> errors) {

	private static final String CORRECT_AND_SEND_AGAIN = "Correct the fields named in errors and send the record again.";

	Refusal {
		errors = List.copyOf(errors);
	}

	static Refusal invalid(List<FieldProblem> errors) {
		return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-record", "The record cannot be right",
				CORRECT_AND_SEND_AGAIN, errors);
	}

	static Refusal unreadable(List<FieldProblem> errors) {
		return new Refusal(HttpStatus.BAD_REQUEST, "unreadable-body", "The body cannot be read", CORRECT_AND_SEND_AGAIN,
				errors);
	}

	static Refusal foreign(ForeignOrganisationException ex) {
		return new Refusal(HttpStatus.FORBIDDEN, "foreign-organisation",
				"The record names another organisation than the access token",
				"Send each organisation's records with its own access token.",
				List.of(new FieldProblem(ex.field(), "names another organisation than the access token",
						"Leave it out, or use that organisation's own client.")));
	}

	static Refusal logUnavailable() {
		return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "log-unavailable",
				"The hub cannot keep the record safe at the moment",
				"Keep the record and send it again after the time in Retry-After; sending it twice does no harm.",
				List.of());
	}

	/**
	 * The refusal that an exception stands for.
	 * @param failure what reading or translating a record, or publishing its event, threw
	 * @return the refusal
	 * @throws RuntimeException the failure itself, when no sender is to blame for it
	 */
	static Refusal of(RuntimeException failure) {
		return switch (failure) {
			case NoticeRefusedException refused -> invalid(refused.problems());
			case UnreadableNoticeException unreadable -> unreadable(unreadable.problems());
			case ForeignOrganisationException foreign -> foreign(foreign);
			case LogUnavailableException unavailable -> logUnavailable();
			default -> throw failure;
		};
	}

}
