package org.mashhub.notification.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.mashhub.event.socialcare.v1.CaseStatus;
import org.mashhub.hub.v1.StatusNotice;

/**
 * What a practice reads of a status. Codes are suggested only where their meaning is
 * verified.
 *
 * @param text the words
 * @param forAction true when the practice has something to do
 */
record StatusText(String text, boolean forAction) {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	private static final String FILING = "Hide from online and proxy access; never file in an alleged abuser's record.";

	static StatusText of(StatusNotice notice, String ring) {
		Optional<CaseStatus> status = status(notice.getStatus());
		List<String> codesToEnd = ends(notice).flatMap((ended) -> status(ended).stream())
			.flatMap((ended) -> code(ended).stream())
			.toList();
		boolean forAction = notice.getWithdrawn() || notice.getToBeChecked() || notice.getUrgent()
				|| !codesToEnd.isEmpty() || status.map(StatusText::formal).orElse(true);
		List<String> lines = new ArrayList<>();
		lines.add(forAction ? "For action" : "For information");
		lines.add(sentence(notice));
		ends(notice).forEach((ended) -> lines.add("Ended by this: " + name(ended)));
		lines.add(child(notice));
		lines.add(notice.getToBeChecked() ? "Ask: ring " + ring
				: "Worker: " + notice.getWorkerPhone().orElse("no telephone recorded; ring " + ring));
		lines.add(filing(notice, status, codesToEnd));
		lines.add(FILING);
		return new StatusText(String.join("\n", lines), forAction);
	}

	/** What the practice was told before; nothing where this notice holds no longer. */
	private static Stream<String> ends(StatusNotice notice) {
		return (notice.getWithdrawn() || notice.getToBeChecked()) ? Stream.empty() : notice.getEnds().stream();
	}

	private static String sentence(StatusNotice notice) {
		String told = "Status: " + name(notice.getStatus()) + (notice.getEnded() ? ", ended " : ", from ")
				+ day(notice.getEffectiveOn());
		if (notice.getWithdrawn()) {
			return told + ". This was told to you in error and is withdrawn.";
		}
		return notice.getToBeChecked()
				? told + ". This may hold no longer: do not go by it before the MASH has told you what holds." : told;
	}

	private static String filing(StatusNotice notice, Optional<CaseStatus> status, List<String> codesToEnd) {
		if (notice.getWithdrawn()) {
			return "Remove what was filed because of it, put back what was ended because of it, and tell whoever acted on it.";
		}
		return notice.getToBeChecked() ? "Change what is filed only when you have asked."
				: code(notice, status, codesToEnd);
	}

	private static String child(StatusNotice notice) {
		return "Child: " + notice.getChildName() + notice.getBirthDate().map((date) -> ", born " + day(date)).orElse("")
				+ notice.getNhsNumber().map((number) -> ", NHS number " + number).orElse("");
	}

	/** A code is suggested, and its end once the status has ended by whatever. */
	private static String code(StatusNotice notice, Optional<CaseStatus> status, List<String> codesToEnd) {
		Optional<String> code = status.flatMap(StatusText::code);
		List<String> suggested = new ArrayList<>();
		code.ifPresent((own) -> suggested.add((notice.getEnded() ? "end " : "") + own + " (SNOMED CT)"));
		codesToEnd.forEach((former) -> suggested.add("end " + former + " (SNOMED CT)"));
		if (suggested.isEmpty()) {
			return "Suggested code: no code suggested.";
		}
		return "Suggested code: " + String.join("; ", suggested)
				+ (code.isEmpty() ? ". No code suggested for " + status.filter((own) -> own == CaseStatus.CLOSED)
					.map((closed) -> "the closure")
					.orElse(name(notice.getStatus())) + "." : ".");
	}

	private static Optional<String> code(CaseStatus status) {
		return switch (status) {
			case CHILD_PROTECTION_PLAN -> Optional.of("342191000000101 subject to child protection plan");
			case SECTION_47 -> Optional.of("836881000000105 child is cause for safeguarding concern");
			case EARLY_HELP, CHILD_IN_NEED, LOOKED_AFTER, NO_FURTHER_ACTION, CLOSED -> Optional.empty();
		};
	}

	private static boolean formal(CaseStatus status) {
		return switch (status) {
			case CHILD_IN_NEED, SECTION_47, CHILD_PROTECTION_PLAN, LOOKED_AFTER -> true;
			case EARLY_HELP, NO_FURTHER_ACTION, CLOSED -> false;
		};
	}

	private static String words(CaseStatus status) {
		return switch (status) {
			case EARLY_HELP -> "Early Help";
			case CHILD_IN_NEED -> "Child in Need";
			case SECTION_47 -> "Section 47 enquiry";
			case CHILD_PROTECTION_PLAN -> "Child Protection Plan";
			case LOOKED_AFTER -> "Looked After";
			case NO_FURTHER_ACTION -> "No further action";
			case CLOSED -> "Case closed";
		};
	}

	private static String name(String status) {
		return status(status).map(StatusText::words).orElse(status);
	}

	private static Optional<CaseStatus> status(String name) {
		String wanted = name.strip().toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
		return Arrays.stream(CaseStatus.values())
			.filter((status) -> status.name().equals(wanted)
					|| words(status).toUpperCase(Locale.ROOT).replace(' ', '_').equals(wanted))
			.findFirst();
	}

	private static String day(LocalDate date) {
		return DAY.format(date);
	}

}
