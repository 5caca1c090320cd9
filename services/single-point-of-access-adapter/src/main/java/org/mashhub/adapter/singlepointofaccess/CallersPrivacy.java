package org.mashhub.adapter.singlepointofaccess;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;

/**
 * Finds where a contact would say who made it: the caller among the people, or a word of
 * the caller's name in a free text. A word that somebody else in the contact bears too
 * gives nobody away.
 */
final class CallersPrivacy {

	private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

	private final Referrer referrer;

	private final List<FieldProblem> problems = new ArrayList<>();

	private final Set<String> others = new HashSet<>();

	private CallersPrivacy(Referrer referrer) {
		this.referrer = referrer;
	}

	static List<FieldProblem> check(PublicContactNotice notice) {
		return (notice.referrer() != null) ? new CallersPrivacy(notice.referrer()).problems(notice) : List.of();
	}

	private List<FieldProblem> problems(PublicContactNotice notice) {
		for (int i = 0; i < notice.children().size(); i++) {
			Child child = notice.children().get(i);
			person("children[" + i + "]", child.forenames(), child.surname());
		}
		for (int i = 0; i < notice.adults().size(); i++) {
			Adult adult = notice.adults().get(i);
			person("adults[" + i + "]", adult.forenames(), adult.surname());
		}
		PublicContactNotice.Informant informant = notice.informant();
		if (informant != null) {
			person("informant", informant.forenames(), informant.surname());
			text("informant.description", informant.description());
		}
		for (int i = 0; i < notice.children().size(); i++) {
			text("children[" + i + "].description", notice.children().get(i).description());
		}
		for (int i = 0; i < notice.adults().size(); i++) {
			text("adults[" + i + "].description", notice.adults().get(i).description());
		}
		text("summary", notice.summary());
		return this.problems;
	}

	private void person(String field, @Nullable String forenames, @Nullable String surname) {
		if (this.referrer.isCalled(forenames, surname)) {
			this.problems.add(new FieldProblem(field, "is the referrer, who is never among the people",
					"Leave this entry out; when callers speak of themselves, name them here and leave referrer out."));
			return;
		}
		this.others.addAll(words(forenames));
		this.others.addAll(words(surname));
	}

	private void text(String field, @Nullable String text) {
		if (text == null) {
			return;
		}
		Set<String> words = words(text);
		String digits = digits(text);
		String phone = digits(this.referrer.phone());
		if (this.referrer.names().stream().anyMatch((name) -> words.contains(name) && !this.others.contains(name))
				|| (phone.length() > 6 && digits.contains(phone))) {
			this.problems.add(new FieldProblem(field, "seems to say who the referrer is",
					"Write \"the caller\" instead; the referrer's name or number may stand in referrer alone."));
		}
	}

	private static String digits(@Nullable String text) {
		return (text != null) ? NO_DIGIT.matcher(text).replaceAll("") : "";
	}

	private static Set<String> words(@Nullable String text) {
		return (text != null) ? Set.copyOf(List.of(text.split("[^\\p{L}\\p{M}'’-]+|['’]s\\b"))) : Set.of();
	}

}
